#include "base/unicode.h"
#include "model/vocabulary.h"
#include "office/directory.h"
#include "office/network_views.h"
#include "office/pieces.h"
#include "office/recall.h"
#include "resolve/find.h"
#include "resolve/profile.h"
#include "see/page.h"
#include "see/strength.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ranges>
#include <set>

namespace attache::office {
namespace {

constexpr std::size_t contacts_shown = 200;

bool is_name(std::string_view property) { return property == property::name || property == property::alias; }

// Parts of other facts, or shown elsewhere on the page.
bool is_shown_elsewhere(std::string_view property) {
  return is_name(property) || property == property::role || property == property::principal ||
         property == property::family_name || property == property::given_name || property == property::figure;
}

// One line with the first claim that states it.
Json line_json(Pieces const& pieces, see::Line const& line) {
  return pieces.fact({.property = line.property,
                      .value = line.value,
                      .valid = line.valid,
                      .claim = line.claims.front(),
                      .former = line.former,
                      .decision = line.decision});
}

Json lines_json(Pieces const& pieces, std::vector<see::Line> const& lines) {
  auto json = Json::array();
  for (auto const& line : lines)
    if (!is_shown_elsewhere(line.property))
      json.push_back(line_json(pieces, line));
  return json;
}

// The names as written, in the order of the page.
Json names_json(Pieces const& pieces, std::vector<std::string> const& names, std::vector<see::Line> const& lines) {
  auto json = Json::array();
  for (auto const& name : names)
    for (auto const& line : lines)
      if (is_name(line.property) && line.value == name) {
        json.push_back(line_json(pieces, line));
        break;
      }
  return json;
}

// Several books state one role.
Json roles_json(Pieces const& pieces, std::vector<see::RoleLine> const& roles) {
  auto json = Json::array();
  std::set<std::tuple<std::int64_t, std::int64_t, std::string, Instant>> seen;
  for (auto const& line : roles)
    if (seen.emplace(number(line.role.person), number(line.role.organisation), line.role.title, line.role.valid.from.at)
            .second)
      json.push_back(pieces.role(line.role));
  return json;
}

Json contacts_json(Pieces const& pieces, std::vector<see::ContactLine> const& contacts, std::size_t limit) {
  auto json = Json::array();
  for (auto const& line : contacts | std::views::take(limit))
    json.push_back(pieces.contact(line.contact));
  return json;
}

Json relations_json(Pieces const& pieces, std::vector<see::RelationLine> const& relations) {
  auto json = Json::array();
  for (auto const& line : relations)
    json.push_back(pieces.relation(line.relation));
  return json;
}

std::vector<ClaimId> claims_of(std::vector<see::Line> const& lines) {
  std::vector<ClaimId> claims;
  for (auto const& line : lines)
    claims.insert(claims.end(), line.claims.begin(), line.claims.end());
  return claims;
}

template <class Thing>
bool is_among(std::vector<Thing> const& things, std::int64_t id) {
  auto const found = std::ranges::lower_bound(things, id, {}, [](Thing const& thing) { return number(thing.id); });
  return found != things.end() && number(found->id) == id;
}

// Ids of matches, the best first; everything in order of name for an empty query.
template <class Thing>
Result<std::vector<std::int64_t>> matching(Office const& office, View const& view, std::vector<Thing> const& things,
                                           std::string_view query, RecordKind kind, std::size_t limit) {
  std::vector<std::int64_t> ids;
  if (squeeze(query).empty()) {
    std::vector<Thing const*> sorted;
    for (auto const& thing : things)
      sorted.push_back(&thing);
    std::ranges::stable_sort(sorted, {}, [](Thing const* thing) { return fold_case(thing->name); });
    for (auto const* const thing : sorted)
      ids.push_back(number(thing->id));
    return ids;
  }
  if (office.directory != nullptr && view.at.known_at == keep::always) {
    for (auto const& match : TRY(office.directory->find(office, query, kind, limit)))
      if (auto const id = number(view.clusters.of(match.id)); is_among(things, id))
        ids.push_back(id);
    return ids;
  }
  for (auto const& match : resolve::find(resolve::profiles(view.records, view.claims, view.sources), view.clusters,
                                         query, kind, limit, view.names.get()))
    ids.push_back(number(match.id));
  return ids;
}

// "#34" may be the number of a record that belongs to somebody of another number now. Not for ever: what was decided
// can be taken back, so this is said in the answer and never as a permanent redirection.
void tell_redirection(Json& json, std::string_view query, std::int64_t id) {
  if (auto const asked = id_in(query); asked && *asked != id)
    json["redirected_from"] = *asked;
}

} // namespace

Result<Json> people(Office const& office, std::string_view query, std::size_t limit, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  Pieces const pieces{view};
  auto const ids = TRY(matching(office, view, view.network.people, query, RecordKind::person, limit));
  auto list = Json::array();
  for (auto const id : ids | std::views::take(limit))
    list.push_back(pieces.person_line(PersonId{id}));
  return Json{{"people", std::move(list)}, {"total", ids.size()}};
}

Result<Json> organisations(Office const& office, std::string_view query, std::size_t limit, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  Pieces const pieces{view};
  auto const ids = TRY(matching(office, view, view.network.organisations, query, RecordKind::organisation, limit));
  auto list = Json::array();
  for (auto const id : ids | std::views::take(limit))
    list.push_back(pieces.organisation_line(OrganisationId{id}));
  return Json{{"organisations", std::move(list)}, {"total", ids.size()}};
}

Result<Json> person(Office const& office, std::string_view query, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  auto const id = TRY(find_person(view, query));
  auto const page = see::person_page(view.network, all_ties(view), id, at.as_of).value();
  Pieces const pieces{view};
  Json json{{"person", pieces.person_line(id)},
            {"names", names_json(pieces, page.names, page.lines)},
            {"roles", roles_json(pieces, page.roles)},
            {"facts", lines_json(pieces, page.lines)}};
  if (page.tie)
    json["tie"] = pieces.tie(*page.tie);
  json["contacts"] = contacts_json(pieces, page.contacts, contacts_shown);
  json["total_contacts"] = page.contacts.size();
  json["journeys"] = Json::array();
  for (auto const& journey : page.journeys)
    json["journeys"].push_back(pieces.journey(journey));
  json["relations"] = relations_json(pieces, page.relations);
  json["sources"] = pieces.sources_of(claims_of(page.lines));
  json["records"] = Json::array();
  for (auto const record : page.person.records)
    json["records"].push_back(number(record));
  tell_redirection(json, query, number(id));
  return json;
}

Result<Json> organisation(Office const& office, std::string_view query, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  auto const id = TRY(find_organisation(view, query));
  auto const page = see::organisation_page(view.network, all_ties(view), id, at.as_of).value();
  Pieces const pieces{view};
  Json json{{"organisation", pieces.organisation_line(id)},
            {"names", names_json(pieces, page.names, page.lines)},
            {"facts", Json::array()}};
  for (auto const& line : page.lines)
    if (line.property != property::figure && !is_name(line.property))
      json["facts"].push_back(line_json(pieces, line));
  json["people"] = roles_json(pieces, page.roles);
  json["ties"] = Json::array();
  for (auto const& line : page.ties)
    json["ties"].push_back(pieces.tie(line.tie));
  json["relations"] = relations_json(pieces, page.relations);
  json["figures"] = Json::array();
  for (auto const& figure : page.figures)
    json["figures"].push_back(pieces.figure(figure));
  json["contacts"] = contacts_json(pieces, page.contacts, contacts_shown / 4);
  json["sources"] = pieces.sources_of(claims_of(page.lines));
  json["records"] = Json::array();
  for (auto const record : page.organisation.records)
    json["records"].push_back(number(record));
  tell_redirection(json, query, number(id));
  return json;
}

} // namespace attache::office
