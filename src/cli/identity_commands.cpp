#include "cli/commands.h"
#include "cli/files.h"
#include "cli/text.h"
#include "office/names_learnt.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {

Result<void> train(Call const& call, office::Office const& office) {
  auto const& words = call.arguments.positional;
  if (words.front() != "names")
    return fail(Fault::input, fmt::format("attache cannot train '{}'", words.front()), {}, "attache train names");
  std::vector<office::Register> registers;
  for (auto const& path : std::vector<std::string>(words.begin() + 1, words.end())) {
    auto const bytes = TRY(read_file(path));
    registers.push_back({.name = file_name(path), .lessons = TRY(office::lessons(bytes, file_name(path)))});
  }
  auto const taught = TRY(office::train_names(office, registers));
  if (call.arguments.has("--json")) {
    call.out << nlohmann::ordered_json{{"own", taught.own},
                                       {"of_registers", taught.of_registers},
                                       {"names", taught.names},
                                       {"companies", taught.companies},
                                       {"changed", taught.changed}}
                    .dump(2)
             << "\n";
    return {};
  }
  call.out << fmt::format("{} of the office and {} of registers taught the spelling of {} and {}{}\n",
                          plural(taught.own, "pair of names", "pairs of names"), taught.of_registers,
                          plural(taught.names, "name", "names"), plural(taught.companies, "company", "companies"),
                          taught.changed ? "" : "; nothing has changed");
  return {};
}

} // namespace attache::cli
