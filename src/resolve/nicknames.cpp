#include "resolve/fold.h"
#include "resolve/nickname_table.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace attache::resolve {
namespace {

struct Nicknames {
  std::unordered_map<std::string_view, std::vector<std::string_view>> short_forms;
  std::unordered_map<std::string_view, std::string_view> formal; // the first formal name in the alphabet
};

void add_entry(Nicknames& all, std::string_view entry) {
  auto const colon = entry.find(':');
  auto const formal = entry.substr(0, colon);
  for (auto rest = entry.substr(colon + 1); !rest.empty();) {
    auto const end = std::min(rest.find(','), rest.size());
    all.short_forms[formal].push_back(rest.substr(0, end));
    all.formal.emplace(rest.substr(0, end), formal);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

Nicknames const& nicknames() {
  static auto const all = [] {
    Nicknames out;
    for (auto const entry : split_words(nickname_table))
      add_entry(out, entry);
    return out;
  }();
  return all;
}

bool has_short_form(std::string_view formal, std::string_view word) {
  auto const found = nicknames().short_forms.find(formal);
  return found != nicknames().short_forms.end() && std::ranges::find(found->second, word) != found->second.end();
}

} // namespace

bool are_nicknames(std::string_view a, std::string_view b) { return has_short_form(a, b) || has_short_form(b, a); }

std::string_view formal_name(std::string_view word) {
  auto const found = nicknames().formal.find(word);
  return found == nicknames().formal.end() ? word : found->second;
}

} // namespace attache::resolve
