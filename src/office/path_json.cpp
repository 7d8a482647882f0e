#include "office/chart.h"
#include "office/network_views.h"
#include "office/pieces.h"
#include "see/asked.h"
#include "see/contact_paths.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

using AllAsked = std::vector<see::Asked>;

Result<see::PathQuery> query_of(Office const& office, Chart const& chart, PathRequest const& request) {
  see::PathQuery query{.to = TRY(find_person(office, chart, request.to)), .k = request.k, .max_hops = request.max_hops};
  for (auto const& name : request.from)
    query.from.push_back(TRY(find_person(office, chart, name)));
  if (query.from.empty() && chart.principals.empty())
    return fail(Fault::not_found, "the office has no principal", {}, "attache init --principal NAME");
  if (query.from.empty())
    query.from.push_back(chart.principals.front());
  for (auto const& name : request.exclude)
    query.without_people.push_back(TRY(find_person(office, chart, name)));
  for (auto const& name : request.exclude_organisations)
    query.without_organisations.push_back(TRY(find_organisation(office, chart, name)));
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

std::vector<PersonId> everybody_in(std::vector<Chain> const& chains, see::PathQuery const& query) {
  auto people = query.from;
  people.push_back(query.to);
  for (auto const& chain : chains)
    for (auto const& step : chain.steps)
      people.push_back(step.to);
  return people;
}

} // namespace

Result<Json> paths(Office const& office, PathRequest const& request, At at) {
  auto const chart = TRY(chart_of(office, at));
  auto query = TRY(query_of(office, *chart, request));
  auto const asked = see::asked_lately(chart->roles_and_requests, query.from, at.as_of);
  spare(query, asked);
  see::ContactPaths search{chart->graph, chart->people, chart->roles_and_requests.roles, at.as_of};
  auto const chains = request.alternatives == Alternatives::best ? search.paths(query) : search.disjoint_paths(query);
  auto const view = TRY(view_of(office, *chart, everybody_in(chains, query), at));
  Pieces const pieces{view};
  Json json{{"from", pieces.person_line(query.from.front())}, {"to", pieces.person_line(query.to)}};
  for (auto const member : query.from)
    if (query.from.size() > 1)
      json["team"].push_back(pieces.person_line(member));
  json["chains"] = Json::array();
  for (auto const& chain : chains)
    json["chains"].push_back(chain_json(pieces, chain, asked));
  return json;
}

} // namespace attache::office
