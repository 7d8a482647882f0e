#include "see/history.h"

#include "see/when.h"

#include <algorithm>
#include <tuple>

namespace attache::see {
namespace {

struct PairRow {
  PersonId a{}, b{};
  Encounter encounter;
};

void add_pairs(std::vector<PairRow>& rows, Contact const& contact) {
  auto const& people = contact.people;
  Encounter const encounter{.at = *instant_of(contact.when),
                            .contact = contact.id,
                            .kind = contact.kind,
                            .people = static_cast<int>(people.size()),
                            .weight = weight_of(contact.kind, people.size()),
                            .over = *over_at(contact.when)};
  for (std::size_t i = 0; i < people.size(); ++i)
    for (auto j = i + 1; j < people.size(); ++j)
      if (people[i] != people[j])
        rows.push_back({std::min(people[i], people[j]), std::max(people[i], people[j]), encounter});
}

} // namespace

double weight_of(ContactKind kind, std::size_t people) {
  if (people < 2)
    return 0;
  auto const shared = 1.0 / static_cast<double>(people - 1);
  switch (kind) {
  case ContactKind::meeting: return shared;
  case ContactKind::call: return .6 * shared;
  case ContactKind::event: return .4 * shared;
  case ContactKind::message: return .15 * shared;
  }
  return 0;
}

History until(History const& history, Instant as_of) {
  History earlier{.a = history.a, .b = history.b};
  for (auto const& encounter : history.encounters)
    if (encounter.over <= as_of)
      earlier.encounters.push_back(encounter);
  return earlier;
}

std::vector<History> histories(Network const& network, Instant as_of) {
  std::vector<PairRow> rows;
  for (auto const& contact : network.contacts)
    if (counts(contact, as_of))
      add_pairs(rows, contact);
  std::ranges::sort(
      rows, {}, [](PairRow const& row) { return std::tuple(row.a, row.b, row.encounter.at, row.encounter.contact); });
  std::vector<History> all;
  for (auto const& row : rows) {
    if (all.empty() || all.back().a != row.a || all.back().b != row.b)
      all.push_back({.a = row.a, .b = row.b});
    all.back().encounters.push_back(row.encounter);
  }
  return all;
}

} // namespace attache::see
