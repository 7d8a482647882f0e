#include "office/briefed_person.h"

#include "model/vocabulary.h"
#include "see/path.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace attache::office {
namespace {

constexpr std::size_t roles_shown = 4;

// Facts that help in the room, and how they are called there.
std::string_view worth_knowing(std::string_view property) {
  if (property == property::city)
    return "Lives or works in";
  if (property == property::birthday)
    return "Birthday";
  if (property == property::note)
    return "Note";
  return property == property::phone ? "Phone" : std::string_view{};
}

bool is_name(see::Line const& line) { return line.property == property::name || line.property == property::alias; }

void add_names(BriefedPerson& person, see::PersonPage const& page) {
  for (auto const& name : page.names)
    for (auto const& line : page.lines)
      if (is_name(line) && line.value == name) {
        Statement const statement{.text = name, .claims = {line.claims.front()}};
        if (name == page.person.name)
          person.name = statement;
        else
          person.other_names.push_back(statement);
        break;
      }
}

void add_roles(BriefedPerson& person, see::PersonPage const& page) {
  std::set<std::pair<std::string, std::string>> seen;
  for (auto const& line : page.roles)
    if (person.roles.size() < roles_shown && seen.emplace(line.role.title, line.organisation).second)
      person.roles.push_back({.title = line.role.title,
                              .organisation = line.organisation,
                              .since = line.role.valid.from,
                              .current = line.current,
                              .claim = line.role.claim});
}

template <class Things>
void collect(std::set<ClaimId>& claims, Things const& things) {
  for (auto const& thing : things)
    claims.insert(thing.claims.begin(), thing.claims.end());
}

std::set<ClaimId> named_claims(MeetingBrief const& brief) {
  std::set<ClaimId> claims;
  for (auto const& person : brief.people) {
    claims.insert(person.name.claims.begin(), person.name.claims.end());
    collect(claims, person.other_names);
    collect(claims, person.good_to_know);
    for (auto const& role : person.roles)
      claims.insert(role.claim);
  }
  for (auto const& figure : brief.figures)
    claims.insert(figure.claim);
  collect(claims, brief.relations);
  collect(claims, brief.objectives);
  collect(claims, brief.history);
  for (auto const& point : brief.open_points)
    claims.insert(point.what.claims.begin(), point.what.claims.end());
  return claims;
}

} // namespace

void BriefedPeople::add_tie(BriefedPerson& person, see::PersonPage const& page) const {
  if (!page.tie)
    return;
  person.has_tie = true;
  person.state = page.tie->state;
  person.strength = page.tie->strength;
  person.contacts = page.tie->contacts;
  person.meetings = page.tie->meetings;
  person.last = page.tie->last;
  person.silence_days = page.tie->silence_days;
  person.reasons = page.tie->reasons;
}

// Whom to ask for an introduction, where the principal's own tie will not do.
void BriefedPeople::add_introduction(BriefedPerson& person) const {
  if (number(view_.network.principal) == 0 || (person.has_tie && person.state != TieState::lapsed))
    return;
  see::PathQuery const query{.from = {view_.network.principal}, .to = person.id, .k = 2};
  for (auto const& chain : path_finder(view_).paths(view_.network, query, view_.at.as_of)) {
    if (chain.steps.size() < 2)
      continue;
    for (auto const& step : chain.steps) {
      auto const* const next = attache::find_person(view_.network, step.to);
      person.introduction.push_back(fmt::format("{}: {}", next == nullptr ? "?" : next->name, step.reason));
    }
    return;
  }
}

BriefedPerson BriefedPeople::briefed(Candidate const& candidate) const {
  BriefedPerson person{.id = candidate.person, .name = {.text = candidate.name}, .tier = candidate.tier};
  auto const page = number(candidate.person) == 0
                        ? std::optional<see::PersonPage>{}
                        : see::person_page(view_.network, all_, candidate.person, view_.at.as_of);
  if (!page) {
    person.roles.push_back({.title = candidate.title, .organisation = candidate.organisation});
    return person;
  }
  add_names(person, *page);
  add_roles(person, *page);
  add_tie(person, *page);
  add_introduction(person);
  for (auto const& line : page->lines)
    if (auto const label = worth_knowing(line.property); !label.empty() && person.good_to_know.size() < 5)
      person.good_to_know.push_back(
          {.text = fmt::format("{}: {}", label, line.value), .claims = {line.claims.front()}});
  return person;
}

std::vector<Exhibit> BriefedPeople::exhibits(MeetingBrief const& brief) const {
  std::vector<Exhibit> exhibits;
  for (auto const id : named_claims(brief)) {
    auto const* const claim = find_claim(view_, id);
    if (claim == nullptr)
      continue;
    auto const* const source = find_source(view_, claim->source);
    exhibits.push_back({.claim = id,
                        .source = source == nullptr ? std::string{} : source->name,
                        .locator = claim->evidence.locator,
                        .words = std::string{words(*claim)},
                        .says_so = claim->attribution.name.empty() && claim->attribution.voice == Voice::own_record
                                       ? "own record"
                                       : claim->attribution.name,
                        .published = source == nullptr ? Moment{} : source->published,
                        .realis = claim->realis});
  }
  return exhibits;
}

} // namespace attache::office
