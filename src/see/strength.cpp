#include "see/strength.h"

#include "see/rhythm.h"
#include "see/roles.h"
#include "see/when.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <tuple>

namespace attache::see {
namespace {

constexpr double recency_share = .5, frequency_share = .35, span_share = .15;
constexpr double fixed_scale_ties = 20; // the fixed scale counts as this many ties of the network
constexpr double recency_half_life = 180, frequency_half_life = 365, usual_weight = 2, usual_span = 365;
constexpr double company_of_few = 4;

// Larger is stronger in each. A contact that several ties share never moves one of them past another, and a tie that it
// begins is below all that it touches: that is why a contact cannot lower a tie between people who were there.
struct Measures {
  double recency = 0;   // minus the days of silence
  double frequency = 0; // sum of weight * 2^(-age / 365 days)
  double span = 0;      // days since the first contact
};

Measures measures_of(History const& history, Instant as_of) {
  Measures measures{.recency = -days_between(history.encounters.back().at, as_of),
                    .span = days_between(history.encounters.front().at, as_of)};
  for (auto const& encounter : history.encounters)
    measures.frequency += encounter.weight * std::exp2(-days_between(encounter.at, as_of) / frequency_half_life);
  measures.frequency = std::round(measures.frequency * 1e9) / 1e9; // equal sums stay equal in any order of adding
  return measures;
}

// One measure of every tie, for ranks.
class Scale {
public:
  explicit Scale(std::vector<double> values) : sorted_(std::move(values)) { std::ranges::sort(sorted_); }
  // Share of the ties up to `value`, where each equal one counts `equal` (1/2 or 1), and `fixed` (0..1) stands for
  // twenty ties more.
  [[nodiscard]] double rank(double value, double fixed, double equal) const {
    auto const [first, last] = std::ranges::equal_range(sorted_, value);
    auto const up_to = static_cast<double>(first - sorted_.begin()) + equal * static_cast<double>(last - first);
    return (fixed_scale_ties * fixed + up_to) / (fixed_scale_ties + static_cast<double>(sorted_.size()));
  }

private:
  std::vector<double> sorted_;
};

struct Scales {
  Scale recency, frequency, span;
};

Scales scales_of(std::vector<Measures> const& all) {
  auto const column = [&](double Measures::* measure) {
    std::vector<double> values;
    values.reserve(all.size());
    for (auto const& measures : all)
      values.push_back(measures.*measure);
    return Scale{std::move(values)};
  };
  return {column(&Measures::recency), column(&Measures::frequency), column(&Measures::span)};
}

struct Ranks {
  double recency = 0, frequency = 0, span = 0; // 0..1
};

// Recency and span of ties that share a contact become equal, so equals must count in full there.
Ranks ranks_of(Measures const& measures, Scales const& scales) {
  auto const saturating = [](double value, double half) { return value / (value + half); };
  auto const [recency, frequency, span] = measures;
  return {.recency = scales.recency.rank(recency, std::exp2(recency / recency_half_life), 1),
          .frequency = scales.frequency.rank(frequency, saturating(frequency, usual_weight), .5),
          .span = scales.span.rank(span, saturating(span, usual_span), 1)};
}

std::vector<Ranks> all_ranks(std::vector<History> const& histories, Instant as_of) {
  std::vector<Measures> measures;
  measures.reserve(histories.size());
  for (auto const& history : histories)
    measures.push_back(measures_of(history, as_of));
  auto const scales = scales_of(measures);
  std::vector<Ranks> ranks;
  ranks.reserve(histories.size());
  for (auto const& one : measures)
    ranks.push_back(ranks_of(one, scales));
  return ranks;
}

double strength_of(Ranks const& ranks) {
  return recency_share * ranks.recency + frequency_share * ranks.frequency + span_share * ranks.span;
}

struct Because {
  double size = 0; // how far it moves the strength from the middle, either way
  std::string words;
};

std::string counted(int count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

void add_kinds(std::vector<Because>& all, History const& history, double size) {
  std::array<int, 4> counts{};
  std::array<double, 4> weights{};
  double sum = 0;
  for (auto const& encounter : history.encounters) {
    ++counts.at(static_cast<std::size_t>(encounter.kind));
    weights.at(static_cast<std::size_t>(encounter.kind)) += encounter.weight;
    sum += encounter.weight;
  }
  for (auto const kind : {ContactKind::meeting, ContactKind::call, ContactKind::message, ContactKind::event})
    if (auto const at = static_cast<std::size_t>(kind); counts.at(at) > 0)
      all.push_back({size * weights.at(at) / sum, counted(counts.at(at), to_string(kind))});
}

void add_company(std::vector<Because>& all, History const& history) {
  double people = 0;
  for (auto const& encounter : history.encounters)
    people += encounter.people;
  auto const company = people / static_cast<double>(history.encounters.size());
  if (company >= company_of_few)
    all.push_back({frequency_share * (.5 - 1 / company),
                   fmt::format("mostly in a company of {}", static_cast<int>(std::lround(company)))});
}

std::string since(History const& history, Instant as_of) {
  auto const first = history.encounters.front().at;
  if (days_between(first, as_of) < 365)
    return fmt::format("known only since {}", date_string(first));
  return fmt::format("in touch since {}", date_string(first).substr(0, 4));
}

std::string last_seen(History const& history, Instant as_of) {
  auto const at = history.encounters.back().at;
  auto const days = static_cast<int>(days_between(at, as_of));
  if (days == 0)
    return "last contact today";
  return fmt::format("last contact {} ago ({})", counted(days, "day"), date_string(at));
}

std::vector<std::string> reasons_for(History const& history, Ranks const& ranks, Instant as_of) {
  auto const size = [](double share, double rank) { return share * std::abs(rank - .5); };
  std::vector<Because> all{{size(recency_share, ranks.recency), last_seen(history, as_of)},
                           {size(span_share, ranks.span), since(history, as_of)}};
  add_kinds(all, history, size(frequency_share, ranks.frequency));
  add_company(all, history);
  std::ranges::stable_sort(all, std::ranges::greater{}, &Because::size);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, all.size()); ++i)
    words.push_back(std::move(all[i].words));
  return words;
}

Tie tie_of(History const& history, Ranks const& ranks, double usual_gap, Instant as_of) {
  auto const rhythm = rhythm_of(history, usual_gap, as_of);
  auto const& last = history.encounters.back();
  Tie tie{.a = history.a,
          .b = history.b,
          .strength = strength_of(ranks),
          .state = state_of(history, rhythm, as_of),
          .contacts = static_cast<int>(history.encounters.size()),
          .meetings = static_cast<int>(std::ranges::count(history.encounters, ContactKind::meeting, &Encounter::kind)),
          .lapses = static_cast<int>(rhythm.lapses.size()),
          .first = history.encounters.front().at,
          .last = last.at,
          .rhythm_days = rhythm.days,
          .silence_days = days_between(last.at, as_of),
          .last_contact = last.contact,
          .reasons = reasons_for(history, ranks, as_of)};
  for (auto const& lapse : rhythm.lapses) {
    tie.lapsed_since = lapse.since;
    if (lapse.restored_at) {
      tie.restored_at = *lapse.restored_at;
      tie.restored_by = lapse.restored_by;
    }
  }
  return tie;
}

} // namespace

std::vector<Tie> all_ties(std::vector<History> const& histories, Instant as_of) {
  auto const ranks = all_ranks(histories, as_of);
  auto const usual_gap = usual_gap_days(histories);
  std::vector<Tie> all;
  all.reserve(histories.size());
  for (std::size_t i = 0; i < histories.size(); ++i)
    all.push_back(tie_of(histories[i], ranks[i], usual_gap, as_of));
  return all;
}

std::vector<double> strengths(std::vector<History> const& histories, Instant as_of) {
  std::vector<double> all;
  all.reserve(histories.size());
  for (auto const& ranks : all_ranks(histories, as_of))
    all.push_back(strength_of(ranks));
  return all;
}

std::vector<Tie> all_ties(Network const& network, Instant as_of) { return all_ties(histories(network, as_of), as_of); }

std::vector<Tie> ties_of(std::vector<Tie> const& all, PersonId of) {
  std::vector<Tie> own;
  for (auto const& tie : all) {
    if (tie.a != of && tie.b != of)
      continue;
    own.push_back(tie);
    if (tie.b == of)
      std::swap(own.back().a, own.back().b);
  }
  std::ranges::sort(own, {}, [](Tie const& tie) { return std::pair(-tie.strength, tie.b); });
  return own;
}

std::vector<Tie> ties(Network const& network, PersonId of, Instant as_of) {
  return ties_of(all_ties(network, as_of), of);
}

} // namespace attache::see
