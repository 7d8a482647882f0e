#include "office/network_views.h"
#include "office/pieces.h"
#include "office/recall.h"
#include "see/asked.h"
#include "see/path.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

using AllAsked = std::vector<see::Asked>;

Result<see::PathQuery> query_of(View const& view, PathRequest const& request) {
  see::PathQuery query{.to = TRY(find_person(view, request.to)), .k = request.k, .max_hops = request.max_hops};
  for (auto const& name : request.from)
    query.from.push_back(TRY(find_person(view, name)));
  if (query.from.empty())
    query.from.push_back(TRY(principal(view)));
  for (auto const& name : request.exclude)
    query.without_people.push_back(TRY(find_person(view, name)));
  for (auto const& name : request.exclude_organisations)
    query.without_organisations.push_back(TRY(find_organisation(view, name)));
  return query;
}

void spare(see::PathQuery& query, AllAsked const& asked) {
  for (auto const& [who, times, last] : asked)
    query.asked_lately.insert(query.asked_lately.end(), static_cast<std::size_t>(times), who);
}

// `asked_lately`: of whom has to be asked in this step.
Json step_json(Pieces const& pieces, Step const& step, AllAsked const& asked) {
  Json json{{"from", pieces.person_line(step.from)},
            {"to", pieces.person_line(step.to)},
            {"probability", rounded(step.probability)},
            {"reason", step.reason}};
  if (auto const found = std::ranges::find(asked, step.from, &see::Asked::who); found != asked.end())
    json["asked_lately"] = {{"times", found->times}, {"last", instant_string(found->last)}};
  return json;
}

Json chain_json(Pieces const& pieces, Chain const& chain, AllAsked const& asked) {
  Json json{{"probability", rounded(chain.probability)}, {"steps", Json::array()}};
  for (auto const& step : chain.steps)
    json["steps"].push_back(step_json(pieces, step, asked));
  return json;
}

} // namespace

Result<Json> paths(Office const& office, PathRequest const& request, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  auto query = TRY(query_of(view, request));
  auto const asked = see::asked_lately(view.network, query.from, at.as_of);
  spare(query, asked);
  Pieces const pieces{view};
  Json json{{"from", pieces.person_line(query.from.front())}, {"to", pieces.person_line(query.to)}};
  for (auto const member : query.from)
    if (query.from.size() > 1)
      json["team"].push_back(pieces.person_line(member));
  json["chains"] = Json::array();
  auto const search =
      request.alternatives == Alternatives::best ? &see::PathFinder::paths : &see::PathFinder::disjoint_paths;
  for (auto const& chain : (path_finder(view).*search)(view.network, query, at.as_of))
    json["chains"].push_back(chain_json(pieces, chain, asked));
  return json;
}

} // namespace attache::office
