#include "see/asked.h"

#include "see/part.h"
#include "see/when.h"

#include <algorithm>
#include <array>
#include <map>

namespace attache::see {
namespace {

// "Intro: ..." and "introduce us", but not "introspection".
bool speaks_of_introduction(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  constexpr std::array<std::string_view, 3> inside{"introduc", "소개", "주선"};
  if (std::ranges::any_of(inside, [&](auto word) { return text.find(word) != std::string::npos; }))
    return true;
  auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; };
  for (auto at = text.find("intro"); at != std::string::npos; at = text.find("intro", at + 1))
    if ((at == 0 || !letter(text[at - 1])) && (at + 5 == text.size() || !letter(text[at + 5])))
      return true;
  return false;
}

} // namespace

bool asks_for_introduction(Contact const& contact) {
  return speaks_of_introduction(contact.title) || speaks_of_introduction(contact.topic);
}

std::vector<Asked> asked_lately(Network const& network, std::vector<PersonId> const& askers, Instant as_of, int days) {
  std::map<PersonId, Asked> found;
  auto const is_asker = [&](PersonId id) { return std::ranges::find(askers, id) != askers.end(); };
  for (auto const& contact : network.contacts) {
    auto const at = instant_of(contact.when);
    if (!counts(contact, as_of) || *at < as_of - std::chrono::days{days} ||
        std::ranges::none_of(contact.people, is_asker) || !asks_for_introduction(contact))
      continue;
    for (auto const person : contact.people)
      if (!is_asker(person)) {
        auto& asked = found[person];
        asked.who = person;
        ++asked.times;
        asked.last = std::max(asked.last, *at);
      }
  }
  std::vector<Asked> all;
  for (auto const& [person, asked] : found)
    all.push_back(asked);
  return all;
}

} // namespace attache::see
