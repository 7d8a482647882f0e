#include "office/sides.h"

#include "model/vocabulary.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <tuple>

namespace attache::office {
namespace {

// When its source said it: published, else read.
std::string said(View const& view, Claim const& claim) {
  auto const* const source = find_source(view, claim.source);
  if (source == nullptr)
    return date_string(claim.recorded);
  return source->published.known() ? to_string(source->published) : date_string(source->read_at);
}

} // namespace

Sides::Sides(View const& view, Pieces const& pieces, std::set<RecordId> const& records) : view_{view}, pieces_{pieces} {
  for (auto const record : records)
    wholes_[view.clusters.of(record)];
  for (auto& [canonical, whole] : wholes_)
    whole.records.push_back(canonical);
  for (auto const& [record, canonical] : view.clusters.canonical)
    if (auto const found = wholes_.find(canonical); found != wholes_.end() && record != canonical)
      found->second.records.push_back(record);
  for (auto const& claim : view.claims) {
    if (claim.status != Status::accepted || claim.property == property::note)
      continue;
    if (auto* const whole = find(number(view.clusters.of(claim.subject))))
      whole->claims.push_back(&claim);
  }
  count_network();
}

Sides::Whole* Sides::find(std::int64_t canonical) {
  auto const found = wholes_.find(RecordId{canonical});
  return found == wholes_.end() ? nullptr : &found->second;
}

void Sides::count_network() {
  for (auto const& contact : view_.network.contacts) {
    for (auto const id : contact.people)
      if (auto* const whole = find(number(id))) {
        ++whole->contacts;
        for (auto const other : contact.people)
          whole->others.insert(number(other));
      }
    for (auto const id : contact.organisations)
      if (auto* const whole = find(number(id)))
        ++whole->contacts;
  }
  for (auto const& role : view_.network.roles) {
    if (auto* const whole = find(number(role.person)))
      whole->others.insert(number(role.organisation));
    if (auto* const whole = find(number(role.organisation)))
      whole->others.insert(number(role.person));
  }
  for (auto const& relation : view_.network.relations)
    for (auto const id : {relation.from, relation.to})
      if (auto* const whole = find(number(id)))
        ++whole->relations;
  for (auto& [canonical, whole] : wholes_)
    for (auto const nobody : {std::int64_t{0}, number(canonical)})
      whole.others.erase(nobody);
}

Sides::Weight Sides::weight(RecordId record) const {
  auto const found = wholes_.find(view_.clusters.of(record));
  if (found == wholes_.end())
    return {};
  return {.contacts = found->second.contacts,
          .ties = static_cast<int>(found->second.others.size()) + found->second.relations};
}

// Each fact once, with the words and the date of the first source that states it.
Json Sides::facts(Whole const& whole, RecordId only) const {
  auto json = Json::array();
  std::map<std::tuple<std::string, std::string, std::int64_t>, std::size_t> seen;
  for (auto const* const claim : whole.claims) {
    if (only != RecordId{} && claim->subject != only)
      continue;
    auto const key = std::tuple(claim->property, claim->value, number(view_.clusters.of(claim->object)));
    if (auto const [at, fresh] = seen.emplace(key, json.size()); !fresh) {
      auto& before = json[at->second];
      before["times"] = before.value("times", 1) + 1;
      continue;
    }
    auto fact =
        pieces_.fact({.property = claim->property, .value = claim->value, .valid = claim->valid, .claim = claim->id});
    fact["locator"] = claim->evidence.locator;
    if (words(*claim) != claim->value)
      fact["quote"] = std::string{words(*claim)};
    fact["said"] = said(view_, *claim);
    json.push_back(std::move(fact));
  }
  return json;
}

Json Sides::side(RecordId record, Extent extent) const {
  auto const canonical = view_.clusters.of(record);
  auto const& whole = wholes_.at(canonical);
  auto const* const found = find_record(view_, record);
  auto const counted = weight(record);
  auto const only = extent == Extent::record ? record : RecordId{};
  Json json{{"record", number(record)},
            {"entity", number(canonical)},
            {"kind", found == nullptr ? "person" : to_string(found->kind)},
            {"name", pieces_.record_name(record)},
            {"source", pieces_.source_ref(found == nullptr ? SourceId{} : found->source)}};
  json["records"] = Json::array();
  for (auto const one : whole.records)
    if (only == RecordId{} || one == only)
      json["records"].push_back(number(one));
  json["contacts"] = counted.contacts;
  json["ties"] = counted.ties;
  json["facts"] = facts(whole, only);
  return json;
}

double value_of(Sides const& sides, Question const& question) {
  return question.probability * (1 + std::min(sides.weight(question.a).sum(), sides.weight(question.b).sum()));
}

Json question_json(Sides const& sides, Question const& question, Sides::Extent extent) {
  return {{"a", sides.side(question.a, extent)},
          {"b", sides.side(question.b, extent)},
          {"probability", rounded(question.probability)},
          {"reasons", reasons_json(question.reasons)},
          {"effect", std::min(sides.weight(question.a).sum(), sides.weight(question.b).sum())},
          {"value", rounded(value_of(sides, question))}};
}

std::vector<Question> in_order_of_value(std::vector<Question> questions, Sides const& sides) {
  std::ranges::stable_sort(questions, {}, [&](Question const& question) {
    return std::tuple(-value_of(sides, question), -question.probability, question.a, question.b);
  });
  return questions;
}

std::set<RecordId> records_of(std::vector<Question> const& questions) {
  std::set<RecordId> records;
  for (auto const& question : questions)
    records.insert({question.a, question.b});
  return records;
}

} // namespace attache::office
