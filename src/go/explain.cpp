#include "go/explain.h"

#include "go/instance.h"
#include "go/journeys.h"
#include "go/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <span>

namespace attache::go {
namespace {

// What it takes to meet somebody on one day of the plan, its nights left as they are.
struct Squeeze {
  int day = 0;
  std::vector<int> displaced; // candidates who would have to go
  double lost = 0;            // their value
};

class Explainer {
public:
  Explainer(Trip const& trip, Plan& plan) : trip_(trip), plan_(plan), passage_(trip), met_(trip.candidates.size(), -1) {
    for (std::size_t day = 0; day < plan.days.size(); ++day)
      for (auto const& visit : plan.days[day].visits)
        met_[std::size_t(visit.candidate)] = static_cast<int>(day);
    for (auto const& who : trip.candidates)
      times_.push_back(times_of(who));
  }

  void run() {
    plan_.left_out.clear();
    plan_.days_without_top.clear();
    for (int candidate = 0; candidate < static_cast<int>(met_.size()); ++candidate)
      if (met_[std::size_t(candidate)] < 0)
        plan_.left_out.push_back({candidate, reason(candidate)});
    for (int day = 0; day < trip_.days; ++day)
      if (trip_.working_days[std::size_t(day)] != 0 && !has_top(day)) {
        plan_.days_without_top.push_back(day);
        plan_.notes.push_back(why_no_top(day));
      }
  }

private:
  struct Span { // by the reference clock
    int day = 0, from = 0, to = 0;
  };

  // When they can be met, meals left out.
  [[nodiscard]] std::vector<Span> times_of(Candidate const& who) const {
    std::vector<Span> times;
    for (auto const& window : who.windows)
      if (window.day >= 0 && window.day < trip_.days)
        for (auto const& [day, from, to] : without_meals(trip_, who, window))
          times.push_back({day, to_reference(trip_, day, who.city, from), to_reference(trip_, day, who.city, to)});
    return times;
  }

  [[nodiscard]] Candidate const& candidate(int index) const { return trip_.candidates[std::size_t(index)]; }
  [[nodiscard]] std::string const& city(int index) const { return trip_.cities[std::size_t(index)].name; }
  [[nodiscard]] PlanDay const& plan_day(int day) const { return plan_.days[std::size_t(day)]; }

  [[nodiscard]] std::vector<int> days_free(int index, Minutes at_least) const {
    std::vector<int> days;
    for (auto const& window : candidate(index).windows)
      if (window.day >= 0 && window.day < trip_.days && window.to - window.from >= at_least &&
          (days.empty() || days.back() != window.day))
        days.push_back(window.day);
    return days;
  }

  // Somebody met at another place or for another length is not left out.
  [[nodiscard]] bool met_otherwise(int index) const {
    for (int other = 0; other < static_cast<int>(met_.size()); ++other)
      if (met_[std::size_t(other)] >= 0 && one_meeting(index, other))
        return true;
    return false;
  }
  [[nodiscard]] bool one_meeting(int a, int b) const {
    auto const root = [&](int index) { return candidate(index).same_as < 0 ? index : candidate(index).same_as; };
    return a != b && root(a) == root(b);
  }

  [[nodiscard]] std::string reason(int index) const {
    auto const& who = candidate(index);
    if (met_otherwise(index))
      return "met at another place or for another length";
    if (days_free(index, Minutes{0}).empty())
      return "not free during the trip";
    auto const days = days_free(index, who.length);
    if (days.empty())
      return fmt::format("no window is as long as the meeting ({} minutes)", who.length.count());
    if (auto const* cap = full_cap(index))
      return fmt::format("no room left under the rule: {}", cap->name);
    std::optional<Squeeze> best;
    for (auto const day : days)
      if (auto const squeeze = squeeze_in(index, day); squeeze && (!best || squeeze->lost < best->lost))
        best = squeeze;
    return best ? displacing(index, days, *best) : elsewhere(index, days);
  }

  // The cap that the meeting would break if nobody else went.
  [[nodiscard]] Cap const* full_cap(int index) const {
    for (auto const& cap : trip_.caps) {
      long used = cap.use[std::size_t(index)];
      if (used == 0)
        continue;
      for (std::size_t other = 0; other < met_.size(); ++other)
        used += met_[other] >= 0 ? cap.use[other] : 0;
      if (used > cap.limit)
        return &cap;
    }
    return nullptr;
  }

  [[nodiscard]] std::string when(std::vector<int> const& days, int day) const {
    return days.size() == 1 ? fmt::format("free only on {}", day_name(trip_, day))
                            : fmt::format("free on {} days, best on {}", days.size(), day_name(trip_, day));
  }

  [[nodiscard]] std::string displacing(int index, std::vector<int> const& days, Squeeze const& squeeze) const {
    auto const own = candidate(index).value;
    if (squeeze.displaced.empty())
      return own > 0 ? fmt::format("{}, where there is room: the search was stopped too early", when(days, squeeze.day))
                     : std::string{"worth nothing"};
    std::vector<std::string> names;
    for (auto const other : squeeze.displaced)
      names.push_back(called(candidate(other)));
    auto const verb = names.size() == 1 ? "clashes with" : "would displace";
    if (squeeze.lost >= own)
      return fmt::format("{}: {} {}, worth {:g} against {:g}", when(days, squeeze.day), verb, listed(names),
                         squeeze.lost, own);
    return fmt::format("{}: {} {}, whom the day's top-tier rule, a sector target or a fixed appointment needs",
                       when(days, squeeze.day), verb, listed(names));
  }

  // Nobody needs to go: the nights are in the wrong place.
  [[nodiscard]] std::string elsewhere(int index, std::vector<int> const& days) const {
    auto nearest = days.front();
    auto const journey = [&](int day) {
      auto const& row = trip_.meeting_to_hotel[std::size_t(index)];
      return std::max(row[std::size_t(plan_day(day).from)], row[std::size_t(plan_day(day).to)]);
    };
    for (auto const day : days)
      if (journey(day) < journey(nearest))
        nearest = day;
    auto const& row = trip_.meeting_to_hotel[std::size_t(index)];
    auto const& today = plan_day(nearest);
    auto const far = row[std::size_t(today.from)] >= row[std::size_t(today.to)] ? today.from : today.to;
    return fmt::format("{}, when the trip is in {}: the journey takes {} minutes each way and is not worth it",
                       days.size() == 1
                           ? fmt::format("free only on {}", day_name(trip_, nearest))
                           : fmt::format("free on {} days, nearest on {}", days.size(), day_name(trip_, nearest)),
                       city(far), row[std::size_t(far)].count());
  }

  // The cheapest one or two visits (or all) whose place the candidate can take on `day`.
  [[nodiscard]] std::optional<Squeeze> squeeze_in(int index, int day) const {
    std::vector<int> visits;
    for (auto const& visit : plan_day(day).visits)
      visits.push_back(visit.candidate);
    std::optional<Squeeze> best;
    auto const attempt = [&](std::vector<int> const& out) {
      double lost = 0;
      for (auto const other : out)
        lost += candidate(other).value;
      if ((!best || lost < best->lost) && fits(index, day, visits, out))
        best = Squeeze{day, out, lost};
    };
    attempt({});
    for (std::size_t a = 0; a < visits.size(); ++a) {
      attempt({visits[a]});
      for (std::size_t b = a + 1; b < visits.size(); ++b)
        attempt({visits[a], visits[b]});
    }
    if (!best)
      attempt(visits);
    return best;
  }

  // Is there a place for them between the others who stay?
  [[nodiscard]] bool fits(int index, int day, std::vector<int> const& visits, std::vector<int> const& out) const {
    std::vector<int> stay;
    for (auto const other : visits)
      if (std::ranges::find(out, other) == out.end())
        stay.push_back(other);
    auto const from = plan_day(day).from;
    auto now = to_reference(trip_, day, from, hours_of(trip_, day, from).from);
    for (std::size_t place = 0;; ++place) {
      auto const before = place == 0 ? -1 : stay[place - 1];
      if (follows(day, std::span{stay}.subspan(place), index, end_of(day, before, index, now)))
        return true;
      if (place == stay.size())
        return false;
      now = end_of(day, before, stay[place], now);
    }
  }

  // Can the rest of the day be kept after a meeting that ends at `now`?
  [[nodiscard]] bool follows(int day, std::span<int const> rest, int before, int now) const {
    for (auto const next : rest) {
      if (now >= never_leaves)
        return false;
      now = end_of(day, before, next, now);
      before = next;
    }
    auto const to = plan_day(day).to;
    return now < never_leaves &&
           passage_.to_night(day, before, to, now) <= to_reference(trip_, day, to, hours_of(trip_, day, to).to);
  }

  // When a meeting is over if one leaves the one before (the hotel: -1) at `now`; never_leaves if it cannot be held.
  [[nodiscard]] int end_of(int day, int before, int next, int now) const {
    auto const arrival = before < 0 ? passage_.to_meeting(day, plan_day(day).from, next, now)
                                    : passage_.between_meetings(day, before, next, now);
    auto const length = static_cast<int>(candidate(next).length.count());
    for (auto const& [on, from, to] : times_[std::size_t(next)])
      if (on == day && std::max(arrival, from) + length <= to)
        return std::max(arrival, from) + length;
    return never_leaves;
  }

  [[nodiscard]] bool has_top(int day) const {
    return std::ranges::any_of(plan_day(day).visits,
                               [&](Visit const& visit) { return candidate(visit.candidate).tier == 1; });
  }

  [[nodiscard]] std::string why_no_top(int day) const {
    std::vector<std::string> met, left;
    for (int index = 0; index < static_cast<int>(met_.size()); ++index) {
      auto const days = days_free(index, candidate(index).length);
      if (candidate(index).tier != 1 || std::ranges::find(days, day) == days.end())
        continue;
      if (met_[std::size_t(index)] >= 0)
        met.push_back(
            fmt::format("{} (met on {})", called(candidate(index)), day_name(trip_, met_[std::size_t(index)])));
      else
        left.push_back(called(candidate(index)));
    }
    if (met.empty() && left.empty())
      return fmt::format("no top-tier candidate is free on {}", day_name(trip_, day));
    std::string text = fmt::format("no top-tier meeting on {}:", day_name(trip_, day));
    if (!met.empty())
      text += fmt::format(" {} would have to move here{}", listed(met), left.empty() ? "" : ";");
    if (!left.empty())
      text += fmt::format(" {} is out of the way", listed(left));
    return text;
  }

  Trip const& trip_;
  Plan& plan_;
  Passage passage_;
  std::vector<int> met_;                 // per candidate: the day, or -1
  std::vector<std::vector<Span>> times_; // per candidate
};

} // namespace

void explain(Trip const& trip, Plan& plan) { Explainer{trip, plan}.run(); }

} // namespace attache::go
