#include "see/page.h"

#include "model/vocabulary.h"
#include "see/roles.h"
#include "see/strength.h"
#include "see/when.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace attache::see {
namespace {

std::string name_of(Network const& network, PersonId id) {
  auto const* const person = find_person(network, id);
  return person == nullptr ? std::string{} : person->name;
}
std::string name_of(Network const& network, OrganisationId id) {
  auto const* const organisation = find_organisation(network, id);
  return organisation == nullptr ? std::string{} : organisation->name;
}

// Equal values are one line.
std::vector<Line> lines_of(std::vector<Fact> const& facts) {
  std::vector<Line> lines;
  for (auto const& fact : facts) {
    auto const same = std::ranges::find_if(
        lines, [&](Line const& line) { return line.property == fact.property && line.value == fact.value; });
    auto& line = same == lines.end()
                     ? lines.emplace_back(Line{fact.property, fact.value, fact.valid, {}, fact.former, fact.decision})
                     : *same;
    line.claims.push_back(fact.claim);
    if (line.former && !fact.former) { // still borne
      line.former = false;
      line.valid = fact.valid;
    }
  }
  return lines;
}

std::vector<std::string> names_in(std::string const& shown, std::vector<Fact> const& facts) {
  std::vector<std::string> names{shown};
  for (auto const wanted : {property::name, property::alias})
    for (auto const& fact : facts)
      if (fact.property == wanted && std::ranges::find(names, fact.value) == names.end())
        names.push_back(fact.value);
  return names;
}

template <class Wanted>
std::vector<RoleLine> roles_where(Network const& network, Instant as_of, Wanted const& wanted) {
  std::vector<RoleLine> lines;
  for (auto const& role : network.roles)
    if (wanted(role))
      lines.push_back({.role = role,
                       .person = name_of(network, role.person),
                       .organisation = name_of(network, role.organisation),
                       .current = held_on(role, as_of)});
  std::ranges::stable_sort(lines, std::ranges::greater{},
                           [](RoleLine const& line) { return std::pair(line.current, line.role.valid.from.at); });
  return lines;
}

ContactLine line_of(Network const& network, Contact const& contact, Instant as_of) {
  ContactLine line{.contact = contact};
  for (auto const id : contact.people)
    line.people.push_back(name_of(network, id));
  for (auto const id : contact.organisations)
    line.organisations.push_back(name_of(network, id));
  auto const over = over_at(contact.when);
  line.counted = took_place(contact.realis) && over && *over <= as_of;
  return line;
}

template <class Wanted>
std::vector<ContactLine> contacts_where(Network const& network, Instant as_of, Wanted const& wanted) {
  std::vector<ContactLine> lines;
  for (auto contact = network.contacts.rbegin(); contact != network.contacts.rend(); ++contact)
    if (wanted(*contact))
      lines.push_back(line_of(network, *contact, as_of));
  return lines;
}

std::vector<RelationLine> relations_of(Network const& network, std::set<OrganisationId> const& organisations) {
  std::vector<RelationLine> lines;
  for (auto const& relation : network.relations)
    if (organisations.contains(relation.from) || organisations.contains(relation.to))
      lines.push_back(
          {.relation = relation, .from = name_of(network, relation.from), .to = name_of(network, relation.to)});
  return lines;
}

TieLine line_of(Network const& network, Tie const& tie, Instant as_of) {
  auto const* const organisation = organisation_on(network, tie.b, as_of);
  return {.tie = tie,
          .name = name_of(network, tie.b),
          .organisation = organisation == nullptr ? std::string{} : organisation->name};
}

std::vector<Journey> journeys_of(Network const& network, PersonId id) {
  std::vector<Journey> journeys;
  std::ranges::copy_if(network.journeys, std::back_inserter(journeys),
                       [&](Journey const& journey) { return journey.traveller == id; });
  std::ranges::stable_sort(journeys, std::ranges::greater{}, [](Journey const& one) { return one.when.from.at; });
  return journeys;
}

void add_ties(PersonPage& page, Network const& network, std::vector<Tie> const& all, Instant as_of) {
  for (auto const& tie : ties_of(all, page.person.id)) {
    if (tie.b == network.principal) {
      page.tie = tie;
      std::swap(page.tie->a, page.tie->b);
    } else {
      page.ties.push_back(line_of(network, tie, as_of));
    }
  }
}

// True if one of the people served the organisation when the contact was.
bool was_with(Network const& network, Contact const& contact, std::vector<RoleLine> const& roles) {
  auto const at = instant_of(contact.when);
  return at && std::ranges::any_of(roles, [&](RoleLine const& line) {
           return line.role.person != network.principal &&
                  std::ranges::binary_search(contact.people, line.role.person) && held_on(line.role, *at);
         });
}

} // namespace

std::optional<PersonPage> person_page(Network const& network, std::vector<Tie> const& all, PersonId id, Instant as_of) {
  auto const* const person = find_person(network, id);
  if (person == nullptr)
    return std::nullopt;
  PersonPage page{
      .person = *person,
      .names = names_in(person->name, person->facts),
      .tier = tier_on(network, *person, as_of),
      .lines = lines_of(person->facts),
      .roles = roles_where(network, as_of, [&](Role const& role) { return role.person == id; }),
      .contacts = contacts_where(
          network, as_of, [&](Contact const& contact) { return std::ranges::binary_search(contact.people, id); }),
      .journeys = journeys_of(network, id)};
  std::set<OrganisationId> served;
  for (auto const* const role : roles_on(network, id, as_of)) {
    if (served.empty()) {
      page.title = role->title;
      page.organisation = name_of(network, role->organisation);
    }
    served.insert(role->organisation);
  }
  page.relations = relations_of(network, served);
  add_ties(page, network, all, as_of);
  return page;
}

std::optional<OrganisationPage> organisation_page(Network const& network, std::vector<Tie> const& all,
                                                  OrganisationId id, Instant as_of) {
  auto const* const organisation = find_organisation(network, id);
  if (organisation == nullptr)
    return std::nullopt;
  OrganisationPage page{.organisation = *organisation,
                        .names = names_in(organisation->name, organisation->facts),
                        .lines = lines_of(organisation->facts),
                        .roles = roles_where(network, as_of, [&](Role const& role) { return role.organisation == id; }),
                        .relations = relations_of(network, {id})};
  page.contacts = contacts_where(network, as_of, [&](Contact const& contact) {
    return std::ranges::binary_search(contact.organisations, id) || was_with(network, contact, page.roles);
  });
  auto const own = ties_of(all, network.principal);
  for (auto& row : landscape(network, own, as_of)) {
    if (row.organisation != id)
      continue;
    page.standings = std::move(row.standings);
    for (auto const& one : row.acquaintances)
      if (one.has_tie)
        page.ties.push_back(line_of(network, one.tie, as_of));
  }
  std::ranges::copy_if(network.figures, std::back_inserter(page.figures),
                       [&](Figure const& figure) { return figure.organisation == id; });
  std::ranges::stable_sort(page.figures, std::ranges::greater{}, [](Figure const& one) { return one.as_of.at; });
  return page;
}

} // namespace attache::see
