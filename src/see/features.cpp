#include "see/features.h"

#include "see/default_strength.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace attache::see {
namespace {

using Events = std::span<Event const>;

// What the ends of ties did before the cut-off, with anybody.
struct EndState {
  double events = 0, month_events = 0; // within the window, within 30 days
  double last = -1e9;
  std::vector<std::pair<std::uint32_t, double>> neighbours; // within the window, with log(1 + events); ascending
};

Events before(Stream const& stream, Pair const& pair, double day) {
  auto const events = Events{stream.events}.subspan(pair.begin, pair.end - pair.begin);
  auto const end = std::ranges::lower_bound(events, day, {}, &Event::day);
  return events.first(static_cast<std::size_t>(end - events.begin()));
}

// Events of a sorted run that are later than `day`.
double count_after(Events events, double day) {
  return static_cast<double>(events.end() - std::ranges::upper_bound(events, day, {}, &Event::day));
}

std::vector<EndState> people_at(Stream const& stream, CutOff const& cut) {
  std::vector<EndState> people(stream.people);
  for (auto const& pair : stream.pairs) {
    auto const events = before(stream, pair, cut.day);
    if (events.empty())
      continue;
    auto const count = count_after(events, cut.day - cut.window), month = count_after(events, cut.day - 30);
    for (auto const& [self, other] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)}) {
      people[self].events += count;
      people[self].month_events += month;
      people[self].last = std::max(people[self].last, events.back().day);
      if (count > 0)
        people[self].neighbours.emplace_back(other, std::log1p(count));
    }
  }
  for (auto& person : people)
    std::ranges::sort(person.neighbours);
  return people;
}

class FeatureRow {
public:
  explicit FeatureRow(Features& features) : features_(features) {}
  double& operator[](Feature feature) { return features_.at(static_cast<std::size_t>(feature)); }

private:
  Features& features_;
};

double middle_of(std::vector<double>& values) {
  auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

void add_counts(FeatureRow& row, Events events, CutOff const& cut) {
  auto const recent = count_after(events, cut.day - cut.window);
  auto const half = count_after(events, cut.day - cut.window / 2);
  auto const month = count_after(events, cut.day - 30);
  row[Feature::count_all] = std::log1p(static_cast<double>(events.size()));
  row[Feature::count_window] = std::log1p(recent);
  row[Feature::count_month] = std::log1p(month);
  row[Feature::count_week] = std::log1p(count_after(events, cut.day - 7));
  row[Feature::trend] = std::log1p(half) - std::log1p(recent - half);
  row[Feature::last_month_share] = month / static_cast<double>(events.size());
  row[Feature::silence] = std::log1p(cut.day - events.back().day);
  row[Feature::age] = std::log1p(cut.day - events.front().day);
}

void add_sums(FeatureRow& row, Events events, double day) {
  double week = 0, month = 0, quarter = 0, year = 0, weight = 0, forward = 0;
  for (auto const& event : events) {
    auto const age = day - event.day;
    week += event.weight * std::exp2(-age / 7);
    month += event.weight * std::exp2(-age / 30);
    quarter += event.weight * std::exp2(-age / 90);
    year += event.weight * std::exp2(-age / 365);
    weight += event.weight;
    forward += event.forward ? 1 : 0;
  }
  auto const count = static_cast<double>(events.size());
  row[Feature::decay_week] = std::log1p(8 * week);
  row[Feature::decay_month] = std::log1p(8 * month);
  row[Feature::decay_quarter] = std::log1p(8 * quarter);
  row[Feature::decay_year] = std::log1p(8 * year);
  row[Feature::mean_weight] = weight / count;
  row[Feature::reciprocity] = std::min(forward, count - forward) / count;
}

// Gaps are between days with contact, so that many events of one hour are one beat of the rhythm.
void add_rhythm(FeatureRow& row, Events events, CutOff const& cut, std::vector<double>& gaps) {
  gaps.clear();
  Distinct days, weeks, month_days, window_weeks, late_weeks;
  double last_day = events.front().day;
  for (auto const& event : events) {
    auto const day = std::floor(event.day), week = std::floor(event.day / 7), ago = cut.day - event.day;
    if (days.count() > 0 && day != last_day)
      gaps.push_back(day - last_day);
    last_day = day;
    days.add(day);
    weeks.add(week);
    if (ago < 30)
      month_days.add(day);
    if (ago < cut.window)
      window_weeks.add(week);
    if (ago < measured_weeks_within)
      late_weeks.add(week);
  }
  row[Feature::active_days] = std::log1p(days.count());
  row[Feature::active_weeks] = std::log1p(weeks.count());
  row[Feature::active_days_month] = std::log1p(month_days.count());
  row[Feature::active_weeks_window] = std::log1p(window_weeks.count());
  row[Feature::usual] = default_log_odds(
      {row[Feature::silence], row[Feature::decay_year], row[Feature::active_days], std::log1p(late_weeks.count())});
  auto const silence = cut.day - events.back().day;
  // Without a gap, the time since the first contact is all that is known of one.
  auto const count = static_cast<double>(gaps.size());
  double sum = cut.day - events.front().day + 1, squares = 0, outlasted = .5;
  for (auto const gap : gaps)
    outlasted += gap <= silence ? 1 : 0;
  auto const mean = sum / (count + 1);
  for (auto const gap : gaps)
    squares += (gap - mean) * (gap - mean);
  auto const deviation = count > 0 ? std::sqrt(squares / count) : mean;
  row[Feature::mean_gap] = std::log1p(mean);
  row[Feature::median_gap] = std::log1p(gaps.empty() ? mean : middle_of(gaps));
  row[Feature::variation] = std::min(deviation / mean, 5.0);
  row[Feature::burstiness] = (deviation - mean) / (deviation + mean);
  row[Feature::silence_in_gaps] = std::log1p(silence / mean);
  row[Feature::gaps_outlasted] = outlasted / (count + 1);
}

// Acquaintances of both, and how strongly both hold them.
void add_neighbours(FeatureRow& row, EndState const& a, EndState const& b) {
  double common = 0, strength = 0;
  auto x = a.neighbours.begin();
  auto y = b.neighbours.begin();
  while (x != a.neighbours.end() && y != b.neighbours.end()) {
    if (x->first == y->first) {
      ++common;
      strength += std::min(x->second, y->second);
      ++x;
      ++y;
    } else if (x->first < y->first) {
      ++x;
    } else {
      ++y;
    }
  }
  row[Feature::common_neighbours] = std::log1p(common);
  row[Feature::common_strength] = std::log1p(strength);
}

void add_ends(FeatureRow& row, EndState const& a, EndState const& b, CutOff const& cut, double own_events) {
  auto const both = [&](Feature less, Feature more, double x, double y) {
    row[less] = std::min(x, y);
    row[more] = std::max(x, y);
  };
  auto const degree = [](EndState const& person) { return std::log1p(static_cast<double>(person.neighbours.size())); };
  auto const share = [&](EndState const& person) { return person.events > 0 ? own_events / person.events : 0; };
  both(Feature::degree_less, Feature::degree_more, degree(a), degree(b));
  both(Feature::activity_less, Feature::activity_more, std::log1p(a.events), std::log1p(b.events));
  both(Feature::month_activity_less, Feature::month_activity_more, std::log1p(a.month_events),
       std::log1p(b.month_events));
  both(Feature::share_less, Feature::share_more, share(a), share(b));
  both(Feature::end_silence_less, Feature::end_silence_more, std::log1p(cut.day - a.last),
       std::log1p(cut.day - b.last));
}

int active_days(Events events) {
  auto days = 0;
  auto last = -1e9;
  for (auto const& event : events) {
    days += std::floor(event.day) != last ? 1 : 0;
    last = std::floor(event.day);
  }
  return days;
}

bool is_taken(Events events, CutOff const& cut) {
  if (events.empty() || (cut.only_recent && events.back().day <= cut.day - cut.window))
    return false;
  return cut.day - events.back().day >= cut.least_silence && active_days(events) >= cut.least_active_days;
}

// The pairs of a cut-off, in their order.
std::vector<std::size_t> pairs_at(Stream const& stream, CutOff const& cut) {
  std::vector<std::size_t> taken;
  for (std::size_t i = 0; i < stream.pairs.size(); ++i) {
    auto const& pair = stream.pairs[i];
    if ((!cut.of || pair.a == *cut.of || pair.b == *cut.of) && is_taken(before(stream, pair, cut.day), cut))
      taken.push_back(i);
  }
  return taken;
}

} // namespace

std::vector<Sample> samples_at(Stream const& stream, CutOff const& cut) {
  auto const people = people_at(stream, cut);
  auto const taken = pairs_at(stream, cut);
  auto const every = cut.most == 0 ? 1 : std::max<std::size_t>(1, (taken.size() + cut.most - 1) / cut.most);
  std::vector<Sample> samples;
  samples.reserve(taken.size() / every + 1);
  std::vector<double> gaps;
  for (std::size_t i = 0; i < taken.size(); i += every) {
    auto const& pair = stream.pairs[taken[i]];
    auto const events = before(stream, pair, cut.day);
    auto& sample = samples.emplace_back(Sample{.pair = taken[i], .weight = static_cast<double>(every)});
    FeatureRow row{sample.features};
    add_counts(row, events, cut);
    add_sums(row, events, cut.day);
    add_rhythm(row, events, cut, gaps);
    auto const &a = people[pair.a], &b = people[pair.b];
    add_neighbours(row, a, b);
    add_ends(row, a, b, cut, count_after(events, cut.day - cut.window));
    auto const next = pair.begin + events.size();
    sample.active = next < pair.end && stream.events[next].day < cut.day + cut.horizon;
  }
  return samples;
}

} // namespace attache::see
