#include "see/strength.h"

#include "see/default_strength.h"
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

constexpr double company_of_few = 4;

struct Because {
  double size = 0; // how far it moves the log odds from those of a usual tie, either way
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

void add_company(std::vector<Because>& all, History const& history, double size) {
  double people = 0;
  for (auto const& encounter : history.encounters)
    people += encounter.people;
  auto const company = people / static_cast<double>(history.encounters.size());
  if (company >= company_of_few)
    all.push_back({size * (1 - 1 / (company - 1)),
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

std::vector<std::string> reasons_for(History const& history, Measures const& measures, Instant as_of) {
  auto const size = [&](std::size_t i) {
    return std::abs(default_weights.weight.at(i) * (measures.at(i) - default_weights.middle.at(i)));
  };
  std::vector<Because> all{{size(0), last_seen(history, as_of)}, {size(2) + size(3), since(history, as_of)}};
  add_kinds(all, history, size(1));
  add_company(all, history, size(1));
  std::ranges::stable_sort(all, std::ranges::greater{}, &Because::size);
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, all.size()); ++i)
    words.push_back(std::move(all[i].words));
  return words;
}

Tie tie_of(History const& history, double usual_gap, Instant as_of) {
  auto const measures = measures_of(history, as_of);
  auto const rhythm = rhythm_of(history, usual_gap, as_of);
  auto const& last = history.encounters.back();
  Tie tie{.a = history.a,
          .b = history.b,
          .strength = default_strength(measures),
          .state = state_of(history, rhythm, as_of),
          .contacts = static_cast<int>(history.encounters.size()),
          .meetings = static_cast<int>(std::ranges::count(history.encounters, ContactKind::meeting, &Encounter::kind)),
          .lapses = static_cast<int>(rhythm.lapses.size()),
          .first = history.encounters.front().at,
          .last = last.at,
          .rhythm_days = rhythm.days,
          .silence_days = days_between(last.at, as_of),
          .last_contact = last.contact,
          .reasons = reasons_for(history, measures, as_of)};
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
  auto const usual_gap = usual_gap_days(histories);
  std::vector<Tie> all;
  all.reserve(histories.size());
  for (auto const& history : histories)
    all.push_back(tie_of(history, usual_gap, as_of));
  return all;
}

std::vector<Tie> all_ties_of(std::vector<History> const& histories, PersonId of, Instant as_of) {
  auto const usual_gap = usual_gap_days(histories);
  std::vector<Tie> own;
  for (auto const& history : histories)
    if (history.a == of || history.b == of)
      own.push_back(tie_of(history, usual_gap, as_of));
  return own;
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
