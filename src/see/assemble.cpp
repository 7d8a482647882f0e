#include "see/assemble.h"

#include "model/vocabulary.h"
#include "see/naming.h"
#include "see/part.h"
#include "see/telling.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <tuple>

namespace attache::see {
namespace {

struct Scene {
  Things const& things;
  Script habit;
  Instant as_of;
};

// Properties that become roles, relations, figures or participants; every other one is a fact.
bool is_fact(std::string_view property) {
  constexpr std::array others{property::role,        property::figure,     property::customer_of,
                              property::supplier_of, property::owner_of,   property::competitor_of,
                              property::partner_of,  property::participant};
  return std::ranges::find(others, property) == others.end();
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

int tier_of(Scene const& scene, Thing const& thing) {
  auto const tier = number_in(best_value(scene.things, thing, property::tier, scene.as_of));
  return tier && *tier >= 1 && *tier <= 9 ? static_cast<int>(*tier) : 0;
}

// A name of what was renamed was borne as long as the decision says, unless its source says so itself.
void date_name(Fact& fact, Scene const& scene, Claim const& claim) {
  auto const time = scene.things.name_times.find(claim.subject);
  if (time == scene.things.name_times.end() || (fact.property != property::name && fact.property != property::alias))
    return;
  fact.former = time->second.former;
  fact.decision = time->second.decision;
  if (!fact.valid.from.known())
    fact.valid.from = time->second.valid.from;
  if (!fact.valid.to.known())
    fact.valid.to = time->second.valid.to;
}

std::vector<Fact> facts_of(Scene const& scene, Thing const& thing) {
  std::vector<Fact> facts;
  for (auto const* const claim : thing.claims)
    if (is_fact(claim->property) && holds(*claim, scene.as_of)) {
      facts.push_back({.property = claim->property, .value = claim->value, .valid = claim->valid, .claim = claim->id});
      date_name(facts.back(), scene, *claim);
    }
  std::ranges::sort(facts, {}, [](Fact const& fact) { return std::tie(fact.property, fact.claim); });
  return facts;
}

bool only_in_press(Scene const& scene, Thing const& thing) {
  auto const press = [&](Claim const* claim) { return from_press(scene.things, *claim); };
  return std::ranges::all_of(thing.claims, press) && std::ranges::all_of(thing.objects, press);
}

Person person_of(Scene const& scene, Thing const& thing) {
  return {.id = PersonId{number(thing.id)},
          .name = display_name(scene.things, thing, scene.habit, scene.as_of),
          .facts = facts_of(scene, thing),
          .records = thing.records,
          .tier = tier_of(scene, thing),
          .press_only = only_in_press(scene, thing)};
}

Organisation organisation_of(Scene const& scene, Thing const& thing) {
  auto const value = [&](std::string_view property) { return best_value(scene.things, thing, property, scene.as_of); };
  return {.id = OrganisationId{number(thing.id)},
          .name = display_name(scene.things, thing, scene.habit, scene.as_of),
          .sector = value(property::sector),
          .city = value(property::city),
          .country = value(property::country),
          .facts = facts_of(scene, thing),
          .records = thing.records,
          .tier = tier_of(scene, thing)};
}

// The organisation that a claim's object names; 0 if none.
OrganisationId organisation_in(Things const& things, RecordId object) {
  auto const* const thing = things.of(object);
  return thing != nullptr && thing->kind == RecordKind::organisation ? OrganisationId{number(thing->id)}
                                                                     : OrganisationId{};
}

bool begun(Interval const& valid, Instant as_of) { return !valid.from.known() || valid.from.at <= as_of; }

void add_roles(Network& network, Scene const& scene, Thing const& thing) {
  for (auto const* const claim : thing.claims) {
    auto const founder = claim->property == property::founder_of;
    if ((claim->property != property::role && !founder) || !begun(claim->valid, scene.as_of))
      continue;
    auto const title = founder && claim->value.empty() ? std::string{"founder"} : claim->value;
    network.roles.push_back({.person = PersonId{number(thing.id)},
                             .organisation = organisation_in(scene.things, claim->object),
                             .title = title,
                             .valid = claim->valid,
                             .realis = claim->realis,
                             .claim = claim->id});
  }
}

std::optional<RelationKind> relation_kind(std::string_view property) {
  for (auto const kind : {RelationKind::customer_of, RelationKind::supplier_of, RelationKind::competitor_of,
                          RelationKind::owner_of, RelationKind::partner_of})
    if (property == to_string(kind))
      return kind;
  return std::nullopt;
}

void add_relations(Network& network, Scene const& scene, Thing const& thing) {
  for (auto const* const claim : thing.claims) {
    auto const kind = relation_kind(claim->property);
    auto const other = organisation_in(scene.things, claim->object);
    if (!kind || other == OrganisationId{} || !holds(*claim, scene.as_of))
      continue;
    network.relations.push_back({.from = OrganisationId{number(thing.id)},
                                 .to = other,
                                 .kind = *kind,
                                 .valid = claim->valid,
                                 .claim = claim->id});
  }
}

// "market_cap USD 532900000000": kind, currency, amount.
std::optional<Figure> parse_figure(std::string_view value) {
  auto const first = value.find(' '), last = value.rfind(' ');
  if (first == std::string_view::npos || first == last)
    return std::nullopt;
  auto const amount = number_in(value.substr(last + 1));
  if (!amount)
    return std::nullopt;
  return Figure{.kind = std::string{value.substr(0, first)},
                .currency = std::string{value.substr(first + 1, last - first - 1)},
                .amount = *amount};
}

void add_figures(Network& network, Scene const& scene, Thing const& thing) {
  for (auto const* const claim : thing.claims) {
    if (claim->property != property::figure || !holds(*claim, scene.as_of))
      continue;
    auto figure = parse_figure(claim->value);
    if (!figure)
      continue;
    figure->organisation = OrganisationId{number(thing.id)};
    figure->as_of = claim->valid.from;
    figure->attribution = claim->attribution;
    figure->claim = claim->id;
    network.figures.push_back(*std::move(figure));
  }
}

// Days from the first to the last, both counted; 0 unless both ends are known to the day.
int days_spanned(Interval const& when) {
  if (when.from.precision < Precision::day || when.to.precision < Precision::day || when.to.at < when.from.at)
    return 0;
  using std::chrono::floor, std::chrono::days;
  return static_cast<int>((floor<days>(when.to.at) - floor<days>(when.from.at)).count()) + 1;
}

Realis journey_realis(Thing const& thing) {
  auto realis = Realis::possible;
  for (auto const* const claim : thing.claims)
    realis = firmer(realis, claim->realis);
  return realis;
}

Interval journey_time(Thing const& thing) {
  Claim const* best = nullptr;
  auto const rank = [](Claim const& claim) {
    return std::tuple(claim.valid.from.precision, claim.valid.to.precision, !claim.derived, -number(claim.id));
  };
  for (auto const* const claim : thing.claims)
    if (claim->property != property::stop && (best == nullptr || rank(*claim) > rank(*best)))
      best = claim;
  return best == nullptr ? Interval{} : best->valid;
}

std::vector<std::string> stops_of(Thing const& thing) {
  std::vector<Claim const*> told;
  std::ranges::copy_if(thing.claims, std::back_inserter(told),
                       [](auto const* claim) { return claim->property == property::stop && !claim->value.empty(); });
  std::ranges::stable_sort(told, {}, [](auto const* claim) { return claim->valid.from.at; });
  std::vector<std::string> stops;
  for (auto const* const claim : told)
    if (std::ranges::find(stops, claim->value) == stops.end())
      stops.push_back(claim->value);
  return stops;
}

Journey journey_of(Scene const& scene, Thing const& thing) {
  auto const when = journey_time(thing);
  auto const days = number_in(best_value(scene.things, thing, property::duration_days, Instant::max()));
  Journey journey{.id = TripId{number(thing.id)},
                  .stops = stops_of(thing),
                  .when = when,
                  .days = days && *days >= 1 && *days < 10000 ? static_cast<int>(*days) : days_spanned(when),
                  .purpose = best_value(scene.things, thing, property::purpose, Instant::max()),
                  .realis = journey_realis(thing)};
  for (auto const* const claim : thing.claims) {
    journey.claims.push_back(claim->id);
    auto const* const who = scene.things.of(claim->object);
    if (claim->property == property::traveller && who != nullptr && who->kind == RecordKind::person)
      journey.traveller = PersonId{number(who->id)};
  }
  return journey;
}

bool is_told_by_then(Journey const& journey, Instant as_of) {
  return !took_place(journey.realis) || begun(journey.when, as_of);
}

void add_thing(Network& network, Scene const& scene, Thing const& thing) {
  switch (thing.kind) {
  case RecordKind::person:
    network.people.push_back(person_of(scene, thing));
    add_roles(network, scene, thing);
    break;
  case RecordKind::organisation:
    network.organisations.push_back(organisation_of(scene, thing));
    add_relations(network, scene, thing);
    add_figures(network, scene, thing);
    break;
  case RecordKind::trip:
    if (auto journey = journey_of(scene, thing); is_told_by_then(journey, scene.as_of))
      network.journeys.push_back(std::move(journey));
    break;
  case RecordKind::place:
  case RecordKind::contact: break;
  }
}

std::vector<PersonId> principals_in(Things const& things) {
  std::vector<PersonId> principals;
  for (auto const& thing : things.all)
    if (thing.kind == RecordKind::person &&
        std::ranges::any_of(thing.claims, [](auto const* claim) { return claim->property == property::principal; }))
      principals.push_back(PersonId{number(thing.id)});
  return principals;
}

Network network_of(Things const& things, std::vector<Record> const& records, Instant as_of, Script habit) {
  Scene const scene{.things = things, .habit = habit, .as_of = as_of};
  Network network;
  network.principals = principals_in(things);
  if (!network.principals.empty())
    network.principal = network.principals.front();
  for (auto const& thing : things.all)
    add_thing(network, scene, thing);
  network.contacts = merged(tellings(things, records, network.principals, as_of), as_of);
  std::ranges::sort(network.roles, {}, &Role::claim);
  std::ranges::sort(network.relations, {}, &Relation::claim);
  std::ranges::sort(network.figures, {}, &Figure::claim);
  return network;
}

} // namespace

Network assemble(std::vector<Record> const& records, std::vector<Claim> const& claims, Clusters const& clusters,
                 std::vector<Source> const& sources, Instant as_of, NameTimes const& name_times) {
  auto things = gather(records, claims, clusters, sources);
  things.name_times = name_times;
  return network_of(things, records, as_of, script_habit(things, as_of));
}

Network assemble(std::vector<Record> const& records, std::vector<Claim> const& claims, Clusters const& clusters,
                 std::vector<Source> const& sources, Instant as_of, Script habit, NameTimes const& name_times) {
  auto things = gather(records, claims, clusters, sources);
  things.name_times = name_times;
  return network_of(things, records, as_of, habit);
}

} // namespace attache::see
