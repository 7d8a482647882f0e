#include "cli/commands.h"
#include "cli/files.h"
#include "cli/numbers.h"
#include "cli/review_text.h"
#include "cli/text.h"
#include "office/names_learnt.h"
#include "office/review.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {

Result<void> explain(Call const& call, office::Office const& office) {
  auto const& words = call.arguments.positional;
  auto const question = TRY(office::why(office, words[0], words[1], TRY(at(call, office))));
  if (call.arguments.has("--json"))
    call.out << question.dump(2) << "\n";
  else
    show_why(call.out, question);
  return {};
}

Result<void> split(Call const& call, office::Office const& office) {
  auto const id = TRY(id_argument(call.arguments.positional.front()));
  auto const decision = TRY(office::split(office, RecordId{id}, call.arguments.value("--why")));
  if (call.arguments.has("--json")) {
    call.out << decision.dump(2) << "\n";
    return {};
  }
  call.out << fmt::format("record {} stands alone, by decision {}; take that back with attache review undo {}\n", id,
                          decision["id"].get<std::int64_t>(), decision["id"].get<std::int64_t>());
  return {};
}

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
