#include "office/network_views.h"
#include "office/pieces.h"
#include "office/recall.h"
#include "see/spark.h"
#include "see/strength.h"
#include "see/win_back.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

namespace attache::office {
namespace {

Result<std::optional<TieState>> parse_state(std::string_view word) {
  if (word.empty())
    return std::optional<TieState>{};
  for (auto const state : {TieState::fresh, TieState::active, TieState::cooling, TieState::lapsed, TieState::restored})
    if (to_string(state) == word)
      return std::optional{state};
  return fail(Fault::input, fmt::format("'{}' is not a state of a tie", word), {},
              "one of: new, active, cooling, lapsed, restored");
}

// Those worth winning back first, then the strongest.
std::vector<Tie> in_order(View const& view) {
  std::vector<Tie> ordered;
  std::set<PersonId> taken;
  for (auto const& restoration : restorations(view, 0, ties_of_principal(view).size()).ranked) {
    ordered.push_back(restoration.tie);
    taken.insert(restoration.tie.b);
  }
  for (auto const& tie : own_ties(view))
    if (!taken.contains(tie.b))
      ordered.push_back(tie);
  return ordered;
}

// Spark lines of the principal's ties, by the other.
std::map<PersonId, std::vector<int>> sparks(View const& view, PersonId principal) {
  std::map<PersonId, std::vector<int>> sparks;
  for (auto const& history : all_histories(view))
    if (history.a == principal || history.b == principal)
      sparks[history.a == principal ? history.b : history.a] = see::spark(history, view.at.as_of);
  return sparks;
}

// The strongest people first, the principal before all.
std::vector<PersonId> strongest(View const& view, std::vector<Tie> const& all, std::size_t limit) {
  std::map<PersonId, double> best;
  for (auto const& tie : all) {
    auto const own = tie.a == view.network.principal || tie.b == view.network.principal ? 1.0 : 0.0;
    for (auto const id : {tie.a, tie.b})
      best[id] = std::max(best[id], tie.strength + own);
  }
  best[view.network.principal] = 3;
  std::vector<PersonId> people;
  for (auto const& person : view.network.people)
    people.push_back(person.id);
  std::ranges::stable_sort(people, std::greater{}, [&](PersonId id) {
    auto const found = best.find(id);
    return found == best.end() ? -1.0 : found->second;
  });
  people.resize(std::min(people.size(), limit));
  return people;
}

Json node(View const& view, Pieces const& pieces, PersonId id, Tie const* tie) {
  auto const line = pieces.person_line(id);
  Json json{{"id", number(id)}, {"name", line["name"]}};
  if (line.contains("distinct"))
    json["distinct"] = line["distinct"];
  if (line.contains("organisation"))
    json["organisation"] = line["organisation"]["name"];
  if (line.contains("sector"))
    json["sector"] = line["sector"];
  json["tier"] = line["tier"];
  if (tie != nullptr && id != view.network.principal) {
    json["state"] = to_string(tie->state);
    json["strength"] = rounded(tie->strength);
  }
  return json;
}

} // namespace

Result<Json> ties(Office const& office, std::string_view state, std::size_t limit, At at) {
  auto const wanted = TRY(parse_state(state));
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  auto const of = TRY(principal(view));
  Pieces const pieces{view};
  auto const ordered = in_order(view);
  auto const lines = sparks(view, of);
  auto list = Json::array();
  std::size_t total = 0;
  for (auto const& tie : ordered)
    if ((!wanted || tie.state == *wanted) && ++total <= limit) {
      list.push_back(pieces.tie(tie));
      list.back()["spark"] = lines.at(tie.b);
    }
  return Json{
      {"ties", std::move(list)}, {"total", total}, {"counts", tie_counts(ordered)}, {"strength", strength_json(view)}};
}

Result<Json> network(Office const& office, std::size_t limit, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  Pieces const pieces{view};
  auto const& all = all_ties(view);
  std::map<PersonId, Tie const*> own;
  for (auto const& tie : all)
    if (tie.a == view.network.principal || tie.b == view.network.principal)
      own[tie.a == view.network.principal ? tie.b : tie.a] = &tie;
  auto const people = strongest(view, all, limit);
  std::set<PersonId> const shown{people.begin(), people.end()};

  auto json = Json::object();
  if (number(view.network.principal) != 0)
    json["principal"] = number(view.network.principal);
  json["nodes"] = Json::array();
  for (auto const id : people) {
    auto const found = own.find(id);
    json["nodes"].push_back(node(view, pieces, id, found == own.end() ? nullptr : found->second));
  }
  json["edges"] = Json::array();
  for (auto const& tie : all)
    if (shown.contains(tie.a) && shown.contains(tie.b))
      json["edges"].push_back({{"a", number(tie.a)},
                               {"b", number(tie.b)},
                               {"strength", rounded(tie.strength)},
                               {"state", to_string(tie.state)}});
  json["total"] = view.network.people.size();
  return json;
}

} // namespace attache::office
