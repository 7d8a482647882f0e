#include "office/network_views.h"
#include "office/pieces.h"
#include "office/recall.h"
#include "see/diff.h"
#include "see/restored.h"
#include "see/strength.h"
#include "see/when.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace attache::office {
namespace {

using std::chrono::days;

// Contacts of a view by id, for the evidence of what happened.
class Encounters {
public:
  Encounters(View const& view, Pieces const& pieces) : pieces_{pieces} {
    for (auto const& contact : view.network.contacts)
      contacts_.emplace(number(contact.id), &contact);
  }
  // {"kind", "date", "title", "claims"}; null if there is no such contact.
  [[nodiscard]] Json json(ContactId id) const {
    auto const found = contacts_.find(number(id));
    if (found == contacts_.end())
      return nullptr;
    return pieces_.contact(*found->second);
  }

private:
  Pieces const& pieces_;
  std::unordered_map<std::int64_t, Contact const*> contacts_;
};

Json restored_json(Pieces const& pieces, Encounters const& encounters, see::Restored const& one) {
  Json json{{"person", pieces.person_line(one.b)},
            {"silent_from", instant_string(one.silent_from)},
            {"lapsed_at", instant_string(one.lapsed_at)},
            {"restored_at", instant_string(one.restored_at)},
            {"silent_days", std::round(one.silent_days * 10) / 10},
            {"by", encounters.json(one.restored_by)},
            {"contacts_since", one.contacts_since}};
  if (one.alive_after)
    json["alive_after"] = *one.alive_after;
  return json;
}

Json win_back_json(Pieces const& pieces, see::WinBack const& found, double stretch) {
  Json json{{"chance_from", see::to_string(found.from)},
            {"horizon_days", see::WinBackRules{}.horizon},
            {"cases", found.cases},
            {"came_back", found.came_back},
            {"stretch", stretch},
            {"people", Json::array()}};
  for (auto const& one : found.ranked) {
    auto tie = pieces.tie(one.tie);
    tie["why"] = one.why;
    tie["chance"] = rounded(one.chance);
    tie["score"] = rounded(one.score);
    json["people"].push_back(std::move(tie));
  }
  return json;
}

Json tie_changes(Pieces const& pieces, Encounters const& encounters, std::vector<see::TieChange> const& changes,
                 ContactId (*evidence)(see::TieChange const&)) {
  auto list = Json::array();
  for (auto const& change : changes) {
    Json json{{"person", pieces.person_line(change.after.b)},
              {"state", to_string(change.after.state)},
              {"strength", rounded(change.after.strength)}};
    if (change.before) {
      json["state_before"] = to_string(change.before->state);
      json["strength_before"] = rounded(change.before->strength);
    }
    if (auto by = encounters.json(evidence(change)); !by.is_null())
      json["by"] = std::move(by);
    list.push_back(std::move(json));
  }
  return list;
}

ContactId last_contact(see::TieChange const& change) { return change.after.last_contact; }
ContactId restoring_contact(see::TieChange const& change) { return change.after.restored_by; }

Json roles_json(Pieces const& pieces, std::vector<see::RoleChange> const& changes) {
  auto list = Json::array();
  for (auto const& change : changes) {
    Json json{{"person", pieces.person_line(change.person)}};
    if (change.ended)
      json["ended"] = pieces.role(*change.ended);
    if (change.began)
      json["began"] = pieces.role(*change.began);
    list.push_back(std::move(json));
  }
  return list;
}

Json holds_json(Pieces const& pieces, std::vector<see::HoldChange> const& changes) {
  auto list = Json::array();
  for (auto const& change : changes) {
    Json json{{"organisation", pieces.organisation_line(change.organisation)}, {"people", Json::array()}};
    for (auto const id : change.people)
      json["people"].push_back(pieces.person_line(id));
    list.push_back(std::move(json));
  }
  return list;
}

// Both dates on one scale: the strength that the later date shows.
std::vector<Tie> ties_on_scale(View const& view, View const& scale, PersonId of) {
  auto const& model = strength_model(scale);
  auto const& past = all_histories(view);
  return see::ties_of(
      model ? see::learnt_ties_of(past, *model, of, view.at.as_of) : see::all_ties_of(past, of, view.at.as_of), of);
}

} // namespace

Result<Json> ledger(Office const& office, LedgerRequest const& request, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  auto const of = TRY(principal(view));
  auto const to = std::min(request.to.value_or(at.as_of), at.as_of);
  auto const from = request.from.value_or(to - days{365});
  if (from >= to)
    return fail(Fault::input, "the first date of a ledger is before its last");
  Pieces const pieces{view};
  Encounters const encounters{view, pieces};
  auto const restored = see::restored_ties(view.network, of, from, to, at.as_of);
  auto const anyway = see::expected_anyway(view.network, of, from, see::days_between(from, to), at.as_of);
  Json json{{"from", instant_string(from)}, {"to", instant_string(to)}, {"restored", Json::array()}};
  std::int64_t judged = 0, alive = 0;
  for (auto const& one : restored) {
    judged += one.alive_after ? 1 : 0;
    alive += one.alive_after.value_or(false) ? 1 : 0;
    json["restored"].push_back(restored_json(pieces, encounters, one));
  }
  json["judged"] = judged;
  json["alive"] = alive;
  json["anyway"] = {{"lapsed", anyway.lapsed},
                    {"earlier_lapsed", anyway.before.lapsed},
                    {"earlier_restored", anyway.before.restored},
                    {"expected", rounded(anyway.expected)}};
  json["win_back"] = win_back_json(pieces, restorations(view, request.stretch, request.limit), request.stretch);
  return json;
}

Result<Json> diff(Office const& office, Instant from, Instant to, Instant known_at) {
  if (from >= to)
    return fail(Fault::input, "the first date of a comparison is before its last");
  auto const loaded = TRY(recall(office, {.as_of = to, .known_at = known_at}));
  auto const& after = *loaded;
  auto const of = TRY(principal(after));
  auto const earlier = TRY(recall(office, {.as_of = from, .known_at = known_at}));
  auto const& before = *earlier;
  auto const ties_before = ties_on_scale(before, after, of), ties_after = ties_on_scale(after, after, of);
  auto const changes = see::diff({before.network, ties_before, from}, {after.network, ties_after, to});
  Pieces const pieces{after};
  Encounters const encounters{after, pieces};
  return Json{{"from", instant_string(from)},
              {"to", instant_string(to)},
              {"before", tie_counts(ties_before)},
              {"after", tie_counts(ties_after)},
              {"appeared", tie_changes(pieces, encounters, changes.appeared, last_contact)},
              {"lapsed", tie_changes(pieces, encounters, changes.lapsed, last_contact)},
              {"restored", tie_changes(pieces, encounters, changes.restored, restoring_contact)},
              {"strengthened", tie_changes(pieces, encounters, changes.strengthened, last_contact)},
              {"weakened", tie_changes(pieces, encounters, changes.weakened, last_contact)},
              {"roles", roles_json(pieces, changes.roles)},
              {"organisations_gained", holds_json(pieces, changes.gained)},
              {"organisations_lost", holds_json(pieces, changes.lost)}};
}

} // namespace attache::office
