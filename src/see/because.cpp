#include "see/because.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace attache::see {
namespace {

enum class Group : std::uint8_t { activity, rhythm, span, reciprocity, company, common, attention, ends };
constexpr std::size_t group_count = 8;
constexpr double least_share = .02; // of log odds: less is no reason

Group group_of(Feature feature) {
  switch (feature) {
  case Feature::mean_gap:
  case Feature::median_gap:
  case Feature::variation:
  case Feature::burstiness:
  case Feature::silence_in_gaps:
  case Feature::gaps_outlasted:
  case Feature::trend: return Group::rhythm;
  case Feature::age: return Group::span;
  case Feature::reciprocity: return Group::reciprocity;
  case Feature::mean_weight: return Group::company;
  case Feature::common_neighbours:
  case Feature::common_strength: return Group::common;
  case Feature::share_less:
  case Feature::share_more: return Group::attention;
  case Feature::degree_less:
  case Feature::degree_more:
  case Feature::activity_less:
  case Feature::activity_more:
  case Feature::month_activity_less:
  case Feature::month_activity_more:
  case Feature::end_silence_less:
  case Feature::end_silence_more: return Group::ends;
  default: return Group::activity; // counts, active days, fading sums, silence and the default strength
  }
}

// Features that are logarithms of one more than a count or a number of days.
int counted(Features const& features, Feature feature) {
  return static_cast<int>(std::lround(std::expm1(features.at(static_cast<std::size_t>(feature)))));
}

std::string plural(int count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string activity_words(StrengthModel const& model, Features const& features, Tie const& tie) {
  auto const lately = counted(features, Feature::count_window);
  auto const silence = plural(static_cast<int>(tie.silence_days), "day");
  if (lately == 0)
    return fmt::format("{} in all, silent for {}", plural(counted(features, Feature::count_all), "contact"), silence);
  return fmt::format("{} in the last {} days, {} in the last 30, the last {} ago", plural(lately, "contact"),
                     static_cast<int>(model.window), counted(features, Feature::count_month), silence);
}

std::string rhythm_words(Features const& features, Tie const& tie) {
  auto const silence = plural(static_cast<int>(tie.silence_days), "day");
  if (counted(features, Feature::active_days) <= 1)
    return fmt::format("in contact on one day only, {} ago", silence);
  return fmt::format("silent for {} against a mean gap of {}", silence,
                     plural(counted(features, Feature::mean_gap), "day"));
}

std::string words_of(Group group, StrengthModel const& model, Features const& features, Tie const& tie) {
  auto const at = [&](Feature feature) { return features.at(static_cast<std::size_t>(feature)); };
  switch (group) {
  case Group::activity: return activity_words(model, features, tie);
  case Group::rhythm: return rhythm_words(features, tie);
  case Group::span: return fmt::format("in touch since {}", date_string(tie.first).substr(0, 7));
  case Group::reciprocity: return fmt::format("{:.0f} % begun by the quieter side", 100 * at(Feature::reciprocity));
  case Group::company:
    return at(Feature::mean_weight) < .5 ? "mostly messages or in company" : "mostly meetings of few";
  case Group::common: return plural(counted(features, Feature::common_neighbours), "common acquaintance");
  case Group::attention: return fmt::format("{:.0f} % of one's contacts", 100 * at(Feature::share_more));
  case Group::ends:
    return fmt::format("the quieter of the two had {} with anybody in the last {} days",
                       plural(counted(features, Feature::activity_less), "contact"), static_cast<int>(model.window));
  }
  return {};
}

} // namespace

std::vector<std::string> reasons_of(StrengthModel const& model, Features const& features, Tie const& tie) {
  auto const parts = contributions(model, features);
  std::array<std::pair<double, Group>, group_count> sums{};
  for (std::size_t i = 0; i < group_count; ++i)
    sums.at(i).second = static_cast<Group>(i);
  for (std::size_t i = 0; i < feature_count; ++i)
    sums.at(static_cast<std::size_t>(group_of(static_cast<Feature>(i)))).first += parts.at(i);
  std::ranges::stable_sort(sums, std::ranges::greater{}, [](auto const& sum) { return std::abs(sum.first); });
  std::vector<std::string> reasons;
  for (auto const& [sum, group] : sums)
    if (reasons.size() < 3 && std::abs(sum) >= least_share)
      reasons.push_back((sum > 0 ? "+ " : "- ") + words_of(group, model, features, tie));
  return reasons.empty() ? tie.reasons : reasons;
}

} // namespace attache::see
