#include "cli/commands.h"
#include "cli/numbers.h"
#include "cli/text.h"
#include "office/entry.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {

Result<void> add(Call const& call, office::Office const& office) {
  auto const& arguments = call.arguments;
  auto const added = TRY(office::add_person(office, {.name = arguments.positional.front(),
                                                     .aliases = arguments.values("--alias"),
                                                     .emails = arguments.values("--email"),
                                                     .phones = arguments.values("--phone"),
                                                     .organisation = arguments.value("--organisation"),
                                                     .title = arguments.value("--title"),
                                                     .city = arguments.value("--city"),
                                                     .note = arguments.value("--note")}));
  if (arguments.has("--json")) {
    call.out << added.dump(2) << "\n";
    return {};
  }
  auto const id = added["id"].get<std::int64_t>();
  auto const record = added["record"].get<std::int64_t>();
  if (added["known_already"].get<bool>())
    call.out << fmt::format("known already: record {} of #{}\n", record, id);
  else if (id == record)
    call.out << fmt::format("added #{}\n", id);
  else
    call.out << fmt::format("added record {} to #{}\n", record, id);
  for (auto const& decision : added["joined"])
    call.out << fmt::format("  #{} and #{}: {}\n", decision["a"].get<std::int64_t>(), decision["b"].get<std::int64_t>(),
                            decision["why"].get<std::string>());
  return {};
}

Result<void> find(Call const& call, office::Office const& office) {
  auto const limit = TRY(number_option(call.arguments, "--limit", 10, 1, 10'000));
  auto const found = TRY(office::find(office, call.arguments.positional.front(), static_cast<std::size_t>(limit)));
  if (call.arguments.has("--json")) {
    call.out << found.dump(2) << "\n";
    return {};
  }
  std::vector<std::vector<std::string>> rows;
  for (auto const* const kind : {"people", "organisations"})
    for (auto const& match : found[kind])
      rows.push_back({fmt::format("#{}", match["id"].get<std::int64_t>()), match["name"].get<std::string>(),
                      match["reason"].get<std::string>()});
  if (rows.empty())
    return fail(Fault::not_found, fmt::format("nobody called '{}' is in the office", call.arguments.positional.front()),
                {}, "try another spelling, an e-mail address, or attache review");
  table(call.out, rows);
  return {};
}

} // namespace attache::cli
