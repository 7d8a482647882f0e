#include "cli/commands.h"
#include "cli/files.h"
#include "cli/planning.h"
#include "cli/trip_text.h"
#include "office/questions.h"

#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {
namespace {

// The options in an order that makes sense: the trip's days before the windows in them.
Result<std::vector<office::Edit>> edits(Call const& call) {
  constexpr std::array<std::string_view, 10> words{"days", "hours", "end",    "with", "window",
                                                   "also", "value", "sector", "rule", "without"};
  std::vector<office::Edit> all;
  for (auto const word : words)
    for (auto const& text : call.arguments.values(fmt::format("--{}", word)))
      all.push_back({*office::edit_kind(word), word == "with" ? TRY(read_file(text)) : text});
  return all;
}

} // namespace

Result<void> why_not(Call const& call, office::Office const& office) {
  auto const who = fmt::format("{}", fmt::join(call.arguments.positional, " "));
  auto const answer =
      TRY(office::why_not(office, call.arguments.value("--trip"), who, TRY(effort(call)), progress(call)));
  done(call);
  auto const json = office::why_not_json(answer, TRY(office::load(office, {.as_of = office.now})));
  if (call.arguments.has("--json"))
    call.out << json.dump(2) << "\n";
  else
    show_why_not(call.out, json);
  return {};
}

Result<void> what_if(Call const& call, office::Office const& office) {
  auto const keep = call.arguments.has("--keep");
  auto const answer = TRY(office::what_if(office, call.arguments.value("--trip"), TRY(edits(call)), keep,
                                          TRY(effort(call)), progress(call)));
  done(call);
  auto const json = office::what_if_json(answer, TRY(office::load(office, {.as_of = office.now})));
  if (call.arguments.has("--json"))
    call.out << json.dump(2) << "\n";
  else
    show_what_if(call.out, json);
  return keep ? write_documents(call, office, answer.after.kept.id) : Result<void>{};
}

} // namespace attache::cli
