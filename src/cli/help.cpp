#include "cli/help.h"

#include <algorithm>
#include <fmt/format.h>
#include <ostream>

namespace attache::cli {
namespace {

std::string synopsis(Command const& command) {
  return fmt::format("attache {}{}{}", command.name, command.usage.empty() ? "" : " ", command.usage);
}

std::string spelled(Option const& option) {
  return fmt::format("{}{}{}", option.name, option.value.empty() ? "" : " ", option.value);
}

void all_commands(std::ostream& out) {
  out << "attache: an executive's network office\n\n";
  for (auto const& command : commands())
    out << fmt::format("  {:<44} {}\n", synopsis(command), command.what);
  out << "\nattache help COMMAND shows its options. Exit codes: 0 done, 1 nothing found or no plan possible, 2 bad "
         "input,\n"
         "3 the office is unavailable, 4 a bug in attache.\n";
}

void one_command(Command const& command, std::ostream& out) {
  out << synopsis(command) << "\n    " << command.what << "\n\n";
  for (auto const& option : options_of(command))
    out << fmt::format("  {:<24} {}\n", spelled(option), option.what);
}

void markdown(std::ostream& out) {
  out << "# The command line\n\nWritten by `./dev docs` from the program's own help. Exit codes: 0 done, 1 nothing "
         "found or no plan "
         "possible, 2 bad input,\n3 the office is unavailable, 4 a bug in attache.\n";
  for (auto const& command : commands()) {
    out << fmt::format("\n## {}\n\n    {}\n\n{}.\n\n", command.name, synopsis(command), command.what);
    for (auto const& option : options_of(command))
      out << fmt::format("- `{}` {}\n", spelled(option), option.what);
  }
}

void man(std::ostream& out) {
  out << ".TH ATTACHE 1 \"\" \"attache " ATTACHE_VERSION
         "\"\n.SH NAME\nattache \\- an executive's network office\n.SH SYNOPSIS\n"
         ".B attache\nCOMMAND [ARGUMENTS]\n.SH COMMANDS\n";
  for (auto const& command : commands()) {
    out << fmt::format(".SS {}\n{}.\n", synopsis(command), command.what);
    for (auto const& option : options_of(command))
      out << fmt::format(".TP\n.B \\{}\n{}\n", spelled(option), option.what);
  }
}

void completion(std::ostream& out) {
  out << "# bash completion: source <(attache help --completion)\n_attache() {\n  local words\n  case ${COMP_WORDS[1]} "
         "in\n";
  for (auto const& command : commands()) {
    std::string words;
    for (auto const& option : options_of(command))
      words += fmt::format("{}{}", words.empty() ? "" : " ", option.name);
    out << fmt::format("  {}) words='{}' ;;\n", command.name, words);
  }
  std::string names;
  for (auto const& command : commands())
    names += fmt::format("{}{}", names.empty() ? "" : " ", command.name);
  out << "  esac\n  [[ $COMP_CWORD -gt 1 ]] || words='" << names
      << "'\n  mapfile -t COMPREPLY < <(compgen -W \"$words\" -f -- \"${COMP_WORDS[COMP_CWORD]}\")\n}\ncomplete -F "
         "_attache attache\n";
}

} // namespace

int help(std::span<char const* const> words, std::ostream& out, std::ostream& err) {
  if (words.empty()) {
    all_commands(out);
    return 0;
  }
  std::string_view const word = words[0];
  if (word == "--markdown")
    markdown(out);
  else if (word == "--man")
    man(out);
  else if (word == "--completion")
    completion(out);
  else {
    auto const all = commands();
    auto const found = std::ranges::find(all, word, &Command::name);
    if (found == all.end()) {
      err << "attache: there is no command '" << word << "'\n  attache help\n";
      return 2;
    }
    one_command(*found, out);
  }
  return 0;
}

} // namespace attache::cli
