#include "resolve/find.h"

#include "resolve/query.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace attache::resolve {

std::vector<Match> find(std::vector<Profile> const& profiles, Clusters const& clusters, std::string_view query,
                        RecordKind kind, std::size_t limit, NameModel const* learnt) {
  constexpr double near = 0.3;
  auto const asked = query_of(query);
  Rarity const rarity{.words = {}, .learnt = learnt};
  std::map<RecordId, Match> best;
  for (auto const& profile : profiles) {
    if (profile.kind != kind)
      continue;
    auto found = match_profile(asked, profile, rarity);
    found.id = clusters.of(profile.record);
    if (found.score < near)
      continue;
    if (auto const [at, fresh] = best.emplace(found.id, found); !fresh && found.score > at->second.score)
      at->second = std::move(found);
  }
  std::vector<Match> out;
  for (auto& [id, match] : best)
    out.push_back(std::move(match));
  std::ranges::sort(out, {}, [](Match const& match) { return std::tuple(-match.score, match.id); });
  out.resize(std::min(out.size(), limit));
  return out;
}

} // namespace attache::resolve
