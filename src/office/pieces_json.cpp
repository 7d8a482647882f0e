#include "base/unicode.h"
#include "model/vocabulary.h"
#include "office/pieces.h"
#include "resolve/named_roles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

namespace attache::office {
namespace {

void put(Json& json, char const* key, std::string const& value) {
  if (!value.empty())
    json[key] = value;
}

void put(Json& json, char const* key, Instant at) {
  if (at != Instant{})
    json[key] = instant_string(at);
}

Json numbers(std::vector<ClaimId> const& ids) {
  auto json = Json::array();
  for (auto const id : ids)
    json.push_back(number(id));
  return json;
}

// A name in the other script than `name`: Hangul beside Latin, or the other way round; without an office if there is
// one.
std::string native_name(Person const& person) {
  std::string with_office;
  for (auto const& fact : person.facts) {
    auto const other = (fact.property == property::name || fact.property == property::alias) &&
                       has_hangul(fact.value) != has_hangul(person.name);
    if (other && resolve::office_in(fact.value).empty())
      return fact.value;
    if (other && with_office.empty())
      with_office = fact.value;
  }
  return with_office;
}

// The newer start wins; then the role with an organisation; then the claim that came first.
bool better(Role const& a, Role const& b) {
  auto const rank = [](Role const& role) {
    return std::tuple{role.valid.from.at, number(role.organisation) != 0, !role.title.empty(), -number(role.claim)};
  };
  return rank(a) > rank(b);
}

} // namespace

double rounded(double value) { return std::round(value * 1e4) / 1e4; }

bool holds(Interval const& valid, Instant at) {
  return (!valid.from.known() || valid.from.at <= at) && (!valid.to.known() || at < end_of(valid.to));
}

Json decision_json(Pieces const& pieces, Decision const& decision) {
  auto const side = [&](RecordId id) {
    auto ref = pieces.record_ref(id);
    ref["id"] = number(id);
    ref["name"] = pieces.record_name(id);
    return ref;
  };
  Json json{{"id", number(decision.id)},
            {"a", side(decision.a)},
            {"b", side(decision.b)},
            {"verdict", to_string(decision.verdict)},
            {"by", decision.by}};
  if (!decision.why.empty())
    json["why"] = decision.why;
  if (auto valid = interval_json(decision.valid); !valid.empty())
    json["valid"] = std::move(valid);
  json["probability"] = rounded(decision.probability);
  json["reasons"] = reasons_json(decision.reasons);
  if (number(decision.undoes) != 0)
    json["undoes"] = number(decision.undoes);
  if (number(decision.part_of) != 0)
    json["part_of"] = number(decision.part_of);
  json["at"] = instant_string(decision.at);
  return json;
}

Json interval_json(Interval const& interval) {
  auto json = Json::object();
  put(json, "from", to_string(interval.from));
  put(json, "to", to_string(interval.to));
  put(json, "zone", interval.zone);
  return json;
}

Json attribution_json(Attribution const& attribution) {
  Json json{{"voice", to_string(attribution.voice)}};
  put(json, "name", attribution.name);
  put(json, "cue", attribution.cue);
  json["hedged"] = attribution.hedged;
  return json;
}

Json reasons_json(std::vector<Reason> const& reasons) {
  auto json = Json::array();
  for (auto const& reason : reasons)
    json.push_back({{"field", reason.field}, {"detail", reason.detail}, {"bits", rounded(reason.bits)}});
  return json;
}

Json strength_json(View const& view) {
  auto const& model = strength_model(view);
  Json json{{"kind", model ? "learnt" : "default"}};
  if (model)
    json["horizon_days"] = model->horizon;
  return json;
}

Json tie_counts(std::vector<Tie> const& ties) {
  auto json = Json::object();
  for (auto const state : {TieState::fresh, TieState::active, TieState::cooling, TieState::lapsed, TieState::restored})
    json[std::string{to_string(state)}] = std::ranges::count(ties, state, &Tie::state);
  return json;
}

Pieces::Pieces(View const& view) : view_(&view) {
  for (auto const& role : view.network.roles) {
    if (!holds(role.valid, view.at.as_of) || !took_place(role.realis))
      continue;
    auto& best = roles_[number(role.person)];
    if (best == nullptr || better(role, *best))
      best = &role;
  }
  std::set<std::pair<std::int64_t, std::int64_t>> posts;
  for (auto const& role : view.network.roles)
    if (number(role.organisation) != 0 && posts.emplace(number(role.organisation), number(role.person)).second)
      ++staff_[number(role.organisation)];
  for (auto const property : {property::name, property::title, property::email})
    for (auto const& claim : view.claims)
      if (claim.property == property)
        record_names_.try_emplace(number(claim.subject), claim.value);
  distinct_ = namesakes(view.network, roles_);
}

void Pieces::tell_apart(Json& json, std::int64_t id) const {
  if (auto const found = distinct_.find(id); found != distinct_.end())
    json["distinct"] = found->second;
}

Role const* Pieces::current_role(PersonId id) const {
  auto const found = roles_.find(number(id));
  return found == roles_.end() ? nullptr : found->second;
}

int Pieces::people_at(OrganisationId id) const {
  auto const found = staff_.find(number(id));
  return found == staff_.end() ? 0 : found->second;
}

std::string Pieces::record_name(RecordId id) const {
  auto const named = record_names_.find(number(id));
  if (named != record_names_.end())
    return std::string{named->second};
  auto const* const record = find_record(*view_, id);
  return record == nullptr ? fmt::format("record {}", number(id)) : record->key;
}

Json Pieces::person_ref(PersonId id) const {
  auto const* const person = attache::find_person(view_->network, id);
  Json json{{"id", number(id)},
            {"kind", "person"},
            {"name", person == nullptr ? record_name(RecordId{number(id)}) : person->name}};
  tell_apart(json, number(id));
  return json;
}

Json Pieces::organisation_ref(OrganisationId id) const {
  auto const* const organisation = attache::find_organisation(view_->network, id);
  Json json{{"id", number(id)},
            {"kind", "organisation"},
            {"name", organisation == nullptr ? record_name(RecordId{number(id)}) : organisation->name}};
  tell_apart(json, number(id));
  return json;
}

Json Pieces::record_ref(RecordId id) const {
  auto const* const record = find_record(*view_, id);
  auto const canonical = number(view_->clusters.of(id));
  if (record != nullptr && record->kind == RecordKind::person)
    return person_ref(PersonId{canonical});
  if (record != nullptr && record->kind == RecordKind::organisation)
    return organisation_ref(OrganisationId{canonical});
  return {
      {"id", canonical}, {"kind", record == nullptr ? "contact" : to_string(record->kind)}, {"name", record_name(id)}};
}

Json Pieces::source_ref(SourceId id) const {
  auto const* const source = find_source(*view_, id);
  if (source == nullptr)
    return {{"id", number(id)}, {"kind", "unknown"}, {"name", ""}};
  Json json{{"id", number(id)}, {"kind", source->kind}, {"name", source->name}};
  put(json, "title", source->title);
  return json;
}

Json Pieces::person_line(PersonId id) const {
  auto const* const person = attache::find_person(view_->network, id);
  if (person == nullptr)
    return {{"id", number(id)}, {"name", record_name(RecordId{number(id)})}, {"tier", 0}, {"press_only", false}};
  Json json{{"id", number(id)}, {"name", person->name}};
  tell_apart(json, number(id));
  put(json, "native_name", native_name(*person));
  std::string city;
  auto tier = person->tier;
  if (auto const* const role = current_role(id); role != nullptr) {
    put(json, "title", role->title);
    if (auto const* const organisation = attache::find_organisation(view_->network, role->organisation)) {
      json["organisation"] = organisation_ref(organisation->id);
      put(json, "sector", organisation->sector);
      city = organisation->city;
      tier = tier == 0 ? organisation->tier : tier; // as see::tier_on()
    }
  }
  for (auto const& fact : person->facts)
    if (fact.property == property::city)
      city = fact.value;
  put(json, "city", city);
  json["tier"] = tier;
  json["press_only"] = person->press_only;
  return json;
}

Json Pieces::organisation_line(OrganisationId id) const {
  auto const* const organisation = attache::find_organisation(view_->network, id);
  if (organisation == nullptr)
    return {{"id", number(id)}, {"name", record_name(RecordId{number(id)})}, {"tier", 0}};
  Json json{{"id", number(id)}, {"name", organisation->name}};
  tell_apart(json, number(id));
  put(json, "sector", organisation->sector);
  put(json, "city", organisation->city);
  put(json, "country", organisation->country);
  json["tier"] = organisation->tier;
  json["people"] = people_at(id);
  return json;
}

Json Pieces::fact(Fact const& fact) const {
  Json json{{"property", fact.property}, {"value", fact.value}};
  auto const* const claim = find_claim(*view_, fact.claim);
  if (claim != nullptr && number(claim->object) != 0)
    json["object"] = record_ref(claim->object);
  if (auto valid = interval_json(fact.valid); !valid.empty())
    json["valid"] = std::move(valid);
  if (fact.former)
    json["former"] = true;
  json["claim"] = number(fact.claim);
  if (number(fact.decision) != 0)
    json["decision"] = number(fact.decision);
  if (claim != nullptr)
    json["source"] = source_ref(claim->source);
  return json;
}

Json Pieces::role(Role const& role) const {
  Json json{{"person", person_ref(role.person)}};
  if (number(role.organisation) != 0)
    json["organisation"] = organisation_ref(role.organisation);
  json["title"] = role.title;
  if (auto valid = interval_json(role.valid); !valid.empty())
    json["valid"] = std::move(valid);
  json["current"] = holds(role.valid, view_->at.as_of);
  json["realis"] = to_string(role.realis);
  json["claim"] = number(role.claim);
  return json;
}

Json Pieces::tie(Tie const& tie) const {
  Json json{{"person", person_line(tie.b)},
            {"strength", rounded(tie.strength)},
            {"state", to_string(tie.state)},
            {"contacts", tie.contacts},
            {"meetings", tie.meetings}};
  put(json, "first", tie.first);
  put(json, "last", tie.last);
  json["rhythm_days"] = std::round(tie.rhythm_days * 10) / 10;
  json["silence_days"] = std::round(tie.silence_days * 10) / 10;
  put(json, "lapsed_since", tie.lapsed_since);
  put(json, "restored_at", tie.restored_at);
  if (number(tie.restored_by) != 0)
    json["restored_by"] = number(tie.restored_by);
  json["reasons"] = tie.reasons;
  return json;
}

Json Pieces::contact(Contact const& contact) const {
  Json json{{"id", number(contact.id)}, {"kind", to_string(contact.kind)}, {"when", interval_json(contact.when)}};
  put(json, "title", contact.title);
  put(json, "place", contact.place);
  put(json, "topic", contact.topic);
  json["people"] = Json::array();
  for (auto const id : contact.people)
    json["people"].push_back(person_ref(id));
  json["organisations"] = Json::array();
  for (auto const id : contact.organisations)
    json["organisations"].push_back(organisation_ref(id));
  json["realis"] = to_string(contact.realis);
  json["secret"] = contact.secret;
  json["claims"] = numbers(contact.claims);
  return json;
}

Json Pieces::relation(Relation const& relation) const {
  Json json{{"from", organisation_ref(relation.from)},
            {"to", organisation_ref(relation.to)},
            {"kind", to_string(relation.kind)}};
  if (auto valid = interval_json(relation.valid); !valid.empty())
    json["valid"] = std::move(valid);
  if (number(relation.claim) != 0)
    json["claim"] = number(relation.claim);
  if (auto const* const decision = find_decision(*view_, relation.decision)) {
    json["decision"] = number(decision->id);
    json["by"] = decision->by;
    json["decided_at"] = instant_string(decision->at);
    put(json, "why", decision->why);
  }
  return json;
}

Json Pieces::figure(Figure const& figure) const {
  Json json{{"kind", figure.kind}, {"currency", figure.currency}, {"amount", figure.amount}};
  put(json, "as_of", to_string(figure.as_of));
  json["attribution"] = attribution_json(figure.attribution);
  json["claim"] = number(figure.claim);
  return json;
}

Json Pieces::journey(Journey const& journey) const {
  Json json{{"id", number(journey.id)}};
  if (number(journey.traveller) != 0)
    json["traveller"] = person_ref(journey.traveller);
  json["stops"] = journey.stops;
  json["when"] = interval_json(journey.when);
  if (journey.days > 0)
    json["days"] = journey.days;
  put(json, "purpose", journey.purpose);
  json["realis"] = to_string(journey.realis);
  json["claims"] = numbers(journey.claims);
  return json;
}

Json Pieces::claim(Claim const& claim) const {
  Json json{{"id", number(claim.id)},
            {"source", source_ref(claim.source)},
            {"subject", record_ref(claim.subject)},
            {"property", claim.property}};
  if (number(claim.object) != 0)
    json["object"] = record_ref(claim.object);
  put(json, "value", claim.value);
  json["evidence"] = {{"locator", claim.evidence.locator}};
  if (claim.evidence.end > claim.evidence.begin) {
    json["evidence"]["begin"] = claim.evidence.begin;
    json["evidence"]["end"] = claim.evidence.end;
  }
  json["evidence"]["quote"] = std::string{words(claim)};
  json["attribution"] = attribution_json(claim.attribution);
  json["realis"] = to_string(claim.realis);
  if (auto valid = interval_json(claim.valid); !valid.empty())
    json["valid"] = std::move(valid);
  json["confidence"] = rounded(claim.confidence);
  json["derived"] = claim.derived;
  json["status"] = to_string(claim.status);
  json["recorded"] = instant_string(claim.recorded);
  return json;
}

Json Pieces::sources_of(std::vector<ClaimId> const& claims) const {
  std::set<SourceId> sources;
  for (auto const id : claims)
    if (auto const* const claim = find_claim(*view_, id))
      sources.insert(claim->source);
  auto json = Json::array();
  for (auto const id : sources)
    json.push_back(source_ref(id));
  return json;
}

} // namespace attache::office
