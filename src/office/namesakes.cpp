#include "office/namesakes.h"

#include "base/unicode.h"
#include "model/vocabulary.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace attache::office {
namespace {

using Words = std::vector<std::string>; // by what they say, the most telling first; empty if unknown
using Distinct = std::unordered_map<std::int64_t, std::string>;

std::string value_of(std::vector<Fact> const& facts, std::string_view property) {
  auto const found = std::ranges::find(facts, property, &Fact::property);
  return found == facts.end() ? std::string{} : found->value;
}

std::string domain_of(std::string const& email) {
  auto const at = email.rfind('@');
  return at == std::string::npos ? std::string{} : email.substr(at + 1);
}

Words words_of(Network const& network, Person const& person, RoleOfPerson const& roles) {
  Words out(4);
  if (auto const role = roles.find(number(person.id)); role != roles.end()) {
    if (auto const* const employer = find_organisation(network, role->second->organisation))
      out[0] = employer->name;
    out[1] = role->second->title;
  }
  out[2] = domain_of(value_of(person.facts, property::email));
  out[3] = value_of(person.facts, property::city);
  return out;
}

Words words_of(Network const& /*network*/, Organisation const& one, RoleOfPerson const& /*roles*/) {
  return {one.city, one.country, value_of(one.facts, property::domain), value_of(one.facts, property::ticker),
          one.sector};
}

struct Namesake {
  std::int64_t id = 0;
  Words words;
};

std::string telling(Namesake const& one, std::vector<Namesake> const& all) {
  for (std::size_t kind = 0; kind < one.words.size(); ++kind) {
    auto const& word = one.words[kind];
    auto const has_it = [&](Namesake const& other) {
      return other.id != one.id && fold_case(other.words[kind]) == fold_case(word);
    };
    if (!word.empty() && std::ranges::none_of(all, has_it))
      return word;
  }
  return fmt::format("#{}", one.id);
}

template <class Thing>
void add(Distinct& out, Network const& network, std::vector<Thing> const& things, RoleOfPerson const& roles) {
  std::unordered_map<std::string, std::vector<Thing const*>> by_name;
  for (auto const& thing : things)
    by_name[fold_case(thing.name)].push_back(&thing);
  for (auto const& [name, bearers] : by_name) {
    if (bearers.size() < 2)
      continue;
    std::vector<Namesake> all;
    for (auto const* const bearer : bearers)
      all.push_back({.id = number(bearer->id), .words = words_of(network, *bearer, roles)});
    for (auto const& one : all)
      out.emplace(one.id, telling(one, all));
  }
}

} // namespace

Distinct namesakes(Network const& network, RoleOfPerson const& roles) {
  Distinct out;
  add(out, network, network.people, roles);
  add(out, network, network.organisations, roles);
  return out;
}

} // namespace attache::office
