#include "see/thing.h"

#include <algorithm>
#include <compare>
#include <map>
#include <tuple>

namespace attache::see {
namespace {

std::map<RecordId, Thing> clustered(std::vector<Record> const& records, Clusters const& clusters) {
  std::map<RecordId, Thing> things;
  for (auto const& record : records) {
    auto const id = clusters.of(record.id);
    auto& thing = things.try_emplace(things.end(), id)->second; // mostly the greatest so far
    if (thing.records.empty() || record.id == id)
      thing.kind = record.kind;
    thing.id = id;
    thing.records.push_back(record.id);
  }
  return things;
}

void attach(std::map<RecordId, Thing>& things, std::vector<Claim> const& claims, Clusters const& clusters) {
  for (auto const& claim : claims) {
    if (claim.status != Status::accepted)
      continue;
    if (auto const subject = things.find(clusters.of(claim.subject)); subject != things.end())
      subject->second.claims.push_back(&claim);
    if (claim.object == RecordId{})
      continue;
    if (auto const object = things.find(clusters.of(claim.object)); object != things.end())
      object->second.objects.push_back(&claim);
  }
}

// Larger is better; the last part makes the order total, so that the order of the input cannot matter.
auto rank(Things const& things, Claim const& claim, Instant as_of) {
  auto const current = !claim.valid.to.known() || end_of(claim.valid.to) > as_of;
  return std::tuple(!from_press(things, claim), current, claim.valid.from.at, said_at(things, claim), claim.confidence,
                    -number(claim.id));
}

} // namespace

Thing const* Things::of(RecordId record) const {
  auto const found = places.find(record);
  return found == places.end() ? nullptr : &all[found->second];
}

Source const* Things::source_of(Claim const& claim) const {
  auto const found = sources.find(claim.source);
  return found == sources.end() ? nullptr : found->second;
}

Things gather(std::vector<Record> const& records, std::vector<Claim> const& claims, Clusters const& clusters,
              std::vector<Source> const& sources) {
  auto by_id = clustered(records, clusters);
  attach(by_id, claims, clusters);
  Things things;
  things.places.reserve(records.size());
  things.all.reserve(by_id.size());
  for (auto& [id, thing] : by_id) {
    if (thing.claims.empty() && thing.objects.empty())
      continue;
    std::ranges::sort(thing.records);
    std::ranges::sort(thing.claims, {}, &Claim::id);
    std::ranges::sort(thing.objects, {}, &Claim::id);
    for (auto const record : thing.records)
      things.places.emplace(record, things.all.size());
    things.all.push_back(std::move(thing));
  }
  for (auto const& source : sources)
    things.sources.emplace(source.id, &source);
  return things;
}

bool from_press(Things const& things, Claim const& claim) {
  auto const* const source = things.source_of(claim);
  return source != nullptr && source->kind == "article";
}

Instant said_at(Things const& things, Claim const& claim) {
  auto const* const source = things.source_of(claim);
  if (source == nullptr)
    return claim.recorded;
  return source->published.known() ? source->published.at : source->read_at;
}

bool holds(Claim const& claim, Instant as_of) {
  if (claim.realis == Realis::denied || claim.realis == Realis::cancelled)
    return false;
  return !claim.valid.from.known() || claim.valid.from.at <= as_of;
}

Claim const* best_claim(Things const& things, Thing const& thing, std::string_view property, Instant as_of) {
  Claim const* best = nullptr;
  for (auto const* const claim : thing.claims) {
    if (claim->property != property || claim->value.empty() || !holds(*claim, as_of))
      continue;
    if (best == nullptr || rank(things, *claim, as_of) > rank(things, *best, as_of))
      best = claim;
  }
  return best;
}

std::string best_value(Things const& things, Thing const& thing, std::string_view property, Instant as_of) {
  auto const* const claim = best_claim(things, thing, property, as_of);
  return claim == nullptr ? std::string{} : claim->value;
}

} // namespace attache::see
