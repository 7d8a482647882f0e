#include "office/network_views.h"
#include "office/pieces.h"
#include "office/recall.h"
#include "office/review.h"
#include "office/trips.h"
#include "see/strength.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

constexpr std::size_t due = 10; // ties of a kind on the page of today

// The trip under way, else the next one, else the one that ended last; null if none is kept.
KeptTrip const* next_trip(std::vector<KeptTrip> const& trips, Instant now) {
  for (auto const& kept : trips)
    if (kept.trip.first_day + std::chrono::days{kept.trip.days} > now)
      return &kept;
  return trips.empty() ? nullptr : &trips.back();
}

Json next_trip_json(KeptTrip const& kept, View const& view, Instant now) {
  auto const today = std::chrono::floor<std::chrono::days>(now) - kept.trip.first_day;
  auto const first = today.count() >= 0 && today.count() < kept.trip.days ? static_cast<int>(today.count()) : 0;
  return {{"trip", trip_line(kept)}, {"days", plan_days(kept, view, first, 3)}};
}

Json review_head(View const& view) {
  auto const queue = review(view, 3);
  return {{"claims", queue["totals"]["claims"]},
          {"identities", queue["totals"]["identities"]},
          {"conflicts", queue["totals"]["conflicts"]},
          {"first_identities", queue["identities"]},
          {"first_claims", queue["claims"]}};
}

} // namespace

Result<Json> office_page(Office const& office, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  Pieces const pieces{view};
  auto const own = own_ties(view);
  Json json{{"version", ATTACHE_VERSION}};
  if (number(view.network.principal) != 0)
    json["principal"] = pieces.person_line(view.network.principal);
  json["now"] = instant_string(office.now);
  json["as_of"] = instant_string(at.as_of);
  if (at.known_at != keep::always)
    json["known_at"] = instant_string(at.known_at);
  if (!view.sources.empty())
    json["last_read"] = instant_string(std::ranges::max(view.sources, {}, &Source::read_at).read_at);
  json["counts"] = {{"sources", view.sources.size()},
                    {"records", view.records.size()},
                    {"claims", view.claims.size()},
                    {"people", view.network.people.size()},
                    {"organisations", view.network.organisations.size()},
                    {"contacts", view.network.contacts.size()},
                    {"trips", TRY(kept_trips(office)).size()}};
  json["ties"] = tie_counts(own);
  return json;
}

Result<Json> today(Office const& office, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  Pieces const pieces{view};
  auto const of = TRY(principal(view));
  auto const& all = all_ties(view);
  auto own = see::ties_of(all, of);
  Json json{{"as_of", instant_string(at.as_of)},
            {"ties", tie_counts(own)},
            {"to_restore", Json::array()},
            {"cooling", Json::array()}};
  for (auto const& restoration : restorations(view, 0, due).ranked) {
    auto tie = pieces.tie(restoration.tie);
    tie["why"] = restoration.why;
    tie["chance"] = rounded(restoration.chance);
    json["to_restore"].push_back(std::move(tie));
  }
  std::erase_if(own, [](Tie const& tie) { return tie.state != TieState::cooling; });
  // The most urgent first: the largest share of a lapse's silence has passed.
  std::ranges::stable_sort(own, std::greater{},
                           [](Tie const& tie) { return tie.silence_days / std::max(tie.rhythm_days, 1.0); });
  for (auto const& tie : own | std::views::take(due))
    json["cooling"].push_back(pieces.tie(tie));
  auto const trips = TRY(kept_trips(office));
  if (auto const* const next = next_trip(trips, at.as_of))
    json["next_trip"] = next_trip_json(*next, view, at.as_of);
  json["review"] = review_head(view);
  return json;
}

} // namespace attache::office
