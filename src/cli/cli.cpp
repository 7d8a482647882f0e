#include "cli/cli.h"

#include "cli/help.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <ostream>

namespace attache::cli {
namespace {

int exit_code(Fault fault) {
  switch (fault) {
  case Fault::not_found:
  case Fault::infeasible: return 1;
  case Fault::input:
  case Fault::conflict: return 2;
  case Fault::unavailable: return 3;
  case Fault::internal: return 4;
  }
  return 4;
}

int report(Error const& error, std::ostream& err) {
  err << "attache: " << error.where << (error.where.empty() ? "" : ": ") << error.what << "\n";
  if (!error.hint.empty())
    err << "  " << error.hint << "\n";
  return exit_code(error.fault);
}

Command const* find_command(std::string_view name) {
  auto const all = commands();
  auto const found = std::ranges::find(all, name, &Command::name);
  return found == all.end() ? nullptr : &*found;
}

Result<Arguments> parse(Command const& command, std::span<char const* const> words) {
  CLI::App app{std::string{command.what}};
  app.set_help_flag();
  Arguments arguments;
  std::map<std::string, std::vector<std::string>> values;
  std::map<std::string, bool> switches;
  app.add_option("arguments", arguments.positional)->allow_extra_args();
  for (auto const& option : options_of(command)) {
    std::string const name{option.name};
    if (option.value.empty())
      app.add_flag(name, switches[name]);
    else
      app.add_option(name, values[name])->allow_extra_args(false)->take_all();
  }
  std::vector<std::string> reversed{words.rbegin(), words.rend()};
  try {
    app.parse(reversed);
  } catch (CLI::ParseError const& error) {
    return fail(Fault::input, fmt::format("{}: {}", command.name, error.what()), {},
                fmt::format("attache help {}", command.name));
  }
  for (auto& [name, given] : values)
    if (!given.empty())
      arguments.options[name] = std::move(given);
  for (auto const& [name, on] : switches)
    if (on)
      arguments.options[name] = {};
  auto const count = static_cast<int>(arguments.positional.size());
  if (count < command.least || count > command.most)
    return fail(Fault::input, fmt::format("attache {} {}", command.name, command.usage), {},
                fmt::format("attache help {}", command.name));
  return arguments;
}

std::string store_path(Arguments const& arguments) { return arguments.value("--office", "office.attache"); }

Result<void> dispatch(Command const& command, Call const& call) {
  auto const& arguments = call.arguments;
  office::Office const* none = nullptr;
  if (command.needs == Needs::nothing)
    return command.run(call, *none);
  auto const store = TRY(call.world.open_store(store_path(arguments), command.needs == Needs::new_office));
  auto now = call.world.now;
  if (arguments.has("--now"))
    now = TRY(parse_instant(arguments.value("--now")));
  return command.run(call, {.store = *store, .now = now, .user = call.world.user, .shelf = call.world.shelf});
}

} // namespace

std::vector<Option> options_of(Command const& command) {
  auto all = command.options;
  if (command.needs != Needs::nothing) {
    all.push_back({"--office", "FILE", "the office file (default: office.attache)"});
    all.push_back({"--now", "WHEN", "the clock, for rehearsals and tests (default: the system's)"});
  }
  return all;
}

Result<office::At> at(Call const& call, office::Office const& office) {
  office::At at{.as_of = office.now};
  auto const end = [](Moment moment) {
    return moment.precision == Precision::minute ? moment.at : end_of(moment) - std::chrono::seconds{1};
  };
  if (call.arguments.has("--as-of"))
    at.as_of = end(TRY(parse_moment(call.arguments.value("--as-of"))));
  if (call.arguments.has("--known-at"))
    at.known_at = end(TRY(parse_moment(call.arguments.value("--known-at"))));
  return at;
}

int run(std::span<char const* const> arguments, World const& world, std::ostream& out, std::ostream& err) {
  auto const words = arguments.subspan(std::min<std::size_t>(arguments.size(), 1));
  if (words.empty() || std::string_view{words[0]} == "help" || std::string_view{words[0]} == "--help" ||
      std::string_view{words[0]} == "-h")
    return help(words.subspan(std::min<std::size_t>(words.size(), 1)), out, err);
  if (std::string_view{words[0]} == "--version") {
    out << "attache " << ATTACHE_VERSION << "\n";
    return 0;
  }
  auto const* const command = find_command(words[0]);
  if (command == nullptr)
    return report(
        {.fault = Fault::input, .what = fmt::format("there is no command '{}'", words[0]), .hint = "attache help"},
        err);
  auto const rest = words.subspan(1);
  if (std::ranges::any_of(rest, [](std::string_view word) { return word == "--help" || word == "-h"; }))
    return help(words.first(1), out, err);
  auto const parsed = parse(*command, rest);
  if (!parsed)
    return report(parsed.error(), err);
  std::ostream nowhere{nullptr};
  auto const done = dispatch(
      *command, {.world = world, .arguments = *parsed, .out = out, .progress = world.terminal ? err : nowhere});
  return done ? 0 : report(done.error(), err);
}

} // namespace attache::cli
