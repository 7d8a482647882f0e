// The command table: dispatch, --help, the man page, completion and docs/cli.md are all made from it.
#pragma once

#include "office/office.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::cli {

// What the process gives to commands; made by the composition root.
struct World {
  // Opens the office file, or makes it when `create`. Fault::not_found if it is not there.
  std::function<Result<std::unique_ptr<keep::Store>>(std::string const& path, bool create)> open_store;
  // Puts a sound copy of the backup in the place of `to`; the name under which what was there is kept, or nothing.
  std::function<Result<std::string>(std::string const& from, std::string const& to)> restore;
  // Serves the page until a signal ends the process.
  struct Serving {
    std::string address; // loopback
    int port = 0;
    std::string page; // folder of the built page
  };
  std::function<Result<void>(std::string const& path, Serving const&, office::Office const&)> serve;
  Instant now{};
  office::Shelf* shelf = nullptr; // for what takes long to work out; may be null
  std::string user;               // for the journal
  std::string page;               // default folder of the built page
  bool terminal = false;          // stdout is a terminal: colour and progress
};

struct Option {
  std::string_view name;  // "--state"
  std::string_view value; // "STATE", or empty for a switch
  std::string_view what;
};

struct Arguments {
  std::vector<std::string> positional;
  std::map<std::string, std::vector<std::string>, std::less<>> options;
  [[nodiscard]] bool has(std::string_view name) const { return options.contains(name); }
  [[nodiscard]] std::string value(std::string_view name, std::string_view otherwise = {}) const {
    auto const found = options.find(name);
    return std::string{found == options.end() ? otherwise : std::string_view{found->second.back()}};
  }
  [[nodiscard]] std::vector<std::string> values(std::string_view name) const {
    auto const found = options.find(name);
    return found == options.end() ? std::vector<std::string>{} : found->second;
  }
};

// One call of one command.
struct Call {
  World const& world;
  Arguments const& arguments;
  std::ostream& out;
  std::ostream& progress; // stderr on a terminal, nowhere in a pipe
};

// Whether a command opens the office, and how.
enum class Needs : std::uint8_t { nothing, office, new_office };

struct Command {
  std::string_view name;
  std::string_view usage;  // what follows the name: "PATH..."
  std::string_view what;   // one sentence
  int least = 0, most = 0; // positional arguments
  std::vector<Option> options;
  Needs needs = Needs::office;
  Result<void> (*run)(Call const&, office::Office const&);
};

// Every command, in the order of the help. Declared in the files that hold them.
std::span<Command const> commands();

// Its own options and those that every command of its kind has.
std::vector<Option> options_of(Command const& command);

// The moments asked for by --as-of and --known-at; now and always by default. A date means its end.
Result<office::At> at(Call const& call, office::Office const& office);

} // namespace attache::cli
