#include "see/rhythm.h"
#include "see/roles.h"
#include "see/strength.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace attache::see {
namespace {

constexpr double days_per_month = 30.44;

double value_of(int tier) {
  switch (tier) {
  case 1: return 1;
  case 2: return .6;
  case 3: return .4;
  default: return .3;
  }
}

std::string why(Tie const& tie, int tier) {
  auto const months = std::lround(tie.silence_days / days_per_month);
  auto const rank = tier > 0 ? fmt::format("tier {}, ", tier) : std::string{};
  return fmt::format("{}{} contact{} until {}, silent for {} months", rank, tie.contacts, tie.contacts == 1 ? "" : "s",
                     date_string(tie.last), months);
}

} // namespace

// Deep ties come back, long silences do not: contacts / (contacts + 3), times the root of how often the lapse limit has
// passed; a tie that came back before is likelier to do so again.
double restoration_chance(Tie const& tie) {
  auto const depth = tie.meetings + .25 * (tie.contacts - tie.meetings);
  auto const limit = lapse_rhythms * tie.rhythm_days;
  auto const freshness = std::sqrt(std::min(1.0, limit / std::max(tie.silence_days, 1.0)));
  auto const again = tie.lapses > 1 ? 1.25 : 1;
  return std::min(1.0, again * freshness * depth / (depth + 3));
}

int tier_on(Network const& network, Person const& person, Instant as_of) {
  if (person.tier > 0)
    return person.tier;
  auto best = 0;
  for (auto const* const role : roles_on(network, person.id, as_of)) {
    auto const* const organisation = find_organisation(network, role->organisation);
    auto const tier = organisation == nullptr ? 0 : organisation->tier;
    if (tier > 0 && (best == 0 || tier < best))
      best = tier;
  }
  return best;
}

std::vector<Restoration> rank_restore(Network const& network, std::vector<Tie> const& all, PersonId of, Instant as_of,
                                      std::size_t limit, Chance chance) {
  std::vector<Restoration> ranked;
  for (auto& tie : ties_of(all, of)) {
    auto const* const person = find_person(network, tie.b);
    if (tie.state != TieState::lapsed || person == nullptr)
      continue;
    auto const tier = tier_on(network, *person, as_of);
    Restoration one{.tie = tie,
                    .chance = chance == Chance::by_rule ? restoration_chance(tie) : tie.strength,
                    .value = value_of(tier),
                    .why = why(tie, tier)};
    one.score = one.chance * one.value;
    ranked.push_back(std::move(one));
  }
  std::ranges::sort(ranked, {}, [](Restoration const& one) { return std::pair(-one.score, one.tie.b); });
  if (ranked.size() > limit)
    ranked.resize(limit);
  return ranked;
}

} // namespace attache::see
