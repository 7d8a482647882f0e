#include "go/certificate.h"

#include "go/rest_check.h"

#include <algorithm>
#include <cmath>

namespace attache::go {
namespace {

bool is_multiple(double amount, double grain) {
  auto const parts = amount / grain;
  return std::abs(parts - std::round(parts)) < 1e-7 * std::max(1.0, std::abs(parts));
}

// Is every plan's worth a whole multiple of the instance's grain?
bool grain_holds(Instance const& instance) {
  auto const grain = instance.grain;
  if (grain <= 0)
    return false;
  for (int day = 0; day < instance.days; ++day) {
    if (!is_multiple(instance.no_top[std::size_t(day)], grain))
      return false;
    for (int city = 0; city < instance.cities; ++city)
      if (!is_multiple(instance.night(day, city), grain))
        return false;
    for (auto const& option : instance.options[std::size_t(day)])
      if (!is_multiple(option.value, grain))
        return false;
  }
  for (int a = 0; a < instance.cities; ++a)
    for (int b = 0; b < instance.cities; ++b)
      if (!is_multiple(instance.journey(a, b), grain))
        return false;
  for (auto const target : instance.sector_target)
    if (!is_multiple(target * instance.sector_penalty, grain))
      return false;
  for (std::size_t candidate = 0; candidate < instance.length.size(); ++candidate)
    if (instance.sector[candidate] >= 0 && !is_multiple(instance.length[candidate] * instance.sector_penalty, grain))
      return false;
  return true;
}

// Is it met for certain in every plan of the leaf?
bool surely_met(Leaf const& leaf, int candidate) {
  return std::ranges::any_of(leaf.choices, [&](Choice const& choice) {
    return choice.kind != Choice::Kind::night && choice.yes && choice.what == candidate;
  });
}

// A charge below zero, a premium, is sound only on somebody who is met exactly once in every plan.
std::string out_of_range(Instance const& instance, Leaf const& leaf) {
  auto const& multipliers = leaf.bound.multipliers;
  if (multipliers.candidate.size() != std::size_t(instance.candidates) ||
      multipliers.sector.size() != instance.sector_target.size() ||
      multipliers.cap.size() != instance.cap_limit.size() ||
      leaf.bound.best_of_day.size() != std::size_t(instance.days))
    return "a leaf has too many multipliers or too few";
  for (int candidate = 0; candidate < instance.candidates; ++candidate)
    if (auto const x = multipliers.candidate[std::size_t(candidate)];
        !std::isfinite(x) || (x < 0 && !surely_met(leaf, candidate)))
      return "a candidate's multiplier is out of range";
  for (auto const x : multipliers.trio)
    if (!(x >= 0 && std::isfinite(x)))
      return "a trio's multiplier is out of range";
  for (auto const x : multipliers.cap)
    if (!(x >= 0 && std::isfinite(x)))
      return "a cap's multiplier is out of range";
  for (auto const x : multipliers.sector)
    if (!(x >= 0 && x <= instance.sector_penalty))
      return "a sector's multiplier is out of range";
  for (int day = 1; day < instance.days; ++day)
    for (int city = 0; city < instance.cities; ++city)
      if (!std::isfinite(multipliers.night(day, city)))
        return "a night's multiplier is out of range";
  return {};
}

double paid_back(Instance const& instance, Multipliers const& multipliers) {
  double sum = 0;
  for (auto const each : multipliers.candidate)
    sum += each;
  for (auto const each : multipliers.trio)
    sum += each;
  for (std::size_t c = 0; c < multipliers.cap.size(); ++c)
    sum += multipliers.cap[c] * instance.cap_limit[c];
  for (std::size_t s = 0; s < multipliers.sector.size(); ++s)
    sum -= multipliers.sector[s] * instance.sector_target[s];
  return sum;
}

// Each set of leaves that share a beginning is one leaf, or is split by one choice into both its sides.
bool cover(std::vector<Leaf const*> const& leaves, std::size_t depth) {
  if (leaves.empty())
    return false;
  if (leaves.size() == 1 && leaves[0]->choices.size() == depth)
    return true;
  std::vector<Leaf const*> sides[2];
  for (auto const* leaf : leaves) {
    if (leaf->choices.size() <= depth)
      return false;
    auto const& choice = leaf->choices[depth];
    auto const& first = leaves[0]->choices[depth];
    if (choice.kind != first.kind || choice.day != first.day || choice.what != first.what)
      return false;
    sides[choice.yes ? 1 : 0].push_back(leaf);
  }
  return cover(sides[0], depth + 1) && cover(sides[1], depth + 1);
}

// Do both days, in the midst of the trip, offer the same at the same prices?
bool same_day(Instance const& instance, Multipliers const& multipliers, int a, int b) {
  auto const same = [](Option const& x, Option const& y) {
    return x.candidate == y.candidate && x.from == y.from && x.to == y.to && x.value == y.value;
  };
  if (instance.no_top[std::size_t(a)] != instance.no_top[std::size_t(b)] ||
      !std::ranges::equal(instance.options[std::size_t(a)], instance.options[std::size_t(b)], same))
    return false;
  for (int from = 0; from < instance.cities; ++from)
    for (int to = 0; to < instance.cities; ++to)
      if (auto const line = instance.timetables.line(from, to);
          line >= 0 && instance.timetables.leaves(line, a) != instance.timetables.leaves(line, b))
        return false;
  for (int city = 0; city < instance.cities; ++city)
    if (instance.opens(a, city) != instance.opens(b, city) || instance.closes(a, city) != instance.closes(b, city) ||
        instance.night(a, city) != instance.night(b, city) ||
        multipliers.night(a, city) != multipliers.night(b, city) ||
        multipliers.night(a + 1, city) != multipliers.night(b + 1, city))
      return false;
  return true;
}

// Where nothing is chosen: was a day like this one, with a limit no higher, looked at before?
bool follows_from_before(Instance const& instance, Leaf const& leaf, int day) {
  auto const& limits = leaf.bound.best_of_day;
  for (int before = 1; leaf.choices.empty() && before < day && day + 1 < instance.days; ++before)
    if (limits[std::size_t(before)] <= limits[std::size_t(day)] &&
        same_day(instance, leaf.bound.multipliers, before, day))
      return true;
  return false;
}

// A plan that is worth less is worth no more than the claim.
double bar_of(double claim, double grain) {
  return grain > 0 ? (std::floor((claim + room) / grain) + 1) * grain - room : claim + room;
}

// The leaf allows more than the claim by its bound alone: of the routes that a better plan can be made of, none is
// left.
std::string check_listed(Instance const& instance, Certificate const& certificate, Leaf const& leaf, double below,
                         double bar, Meter& meter) {
  if (leaf.bound.remembered != 0)
    return "the rest is one of routes that forget";
  std::vector<CheckedRoute> routes;
  for (int day = 0; day < instance.days; ++day)
    if (auto why = list_day(instance, certificate.trios, leaf, day, below, routes, meter); !why.empty())
      return why;
  return check_rest(instance, routes, leaf.rest, bar, meter);
}

// Empty if no plan of the leaf is worth more than the claim.
std::string check_leaf(Instance const& instance, Certificate const& certificate, Leaf const& leaf, double grain,
                       Meter& meter) {
  if (auto why = out_of_range(instance, leaf); !why.empty())
    return why;
  auto bound = paid_back(instance, leaf.bound.multipliers);
  for (auto const best : leaf.bound.best_of_day)
    bound += best;
  auto const rounded = grain > 0 && std::isfinite(bound) ? std::floor((bound + room) / grain) * grain : bound;
  if (!(rounded <= certificate.claim + room)) {
    auto const bar = bar_of(certificate.claim, grain);
    return leaf.rest.empty() || !(bound >= bar && std::isfinite(bound))
               ? "a leaf allows more than the claim"
               : check_listed(instance, certificate, leaf, bound - bar, bar, meter);
  }
  auto const memory = nearest(instance, leaf.bound.remembered);
  for (int day = 0; day < instance.days; ++day) {
    if (follows_from_before(instance, leaf, day))
      continue;
    if (auto why = check_day(instance, certificate.trios, memory, leaf, day, meter); !why.empty())
      return why;
  }
  return {};
}

} // namespace

Verdict verify(Instance const& instance, Certificate const& certificate, Meter& meter) {
  for (auto const& trio : certificate.trios)
    for (auto const who : trio)
      if (who < 0 || who >= instance.candidates || std::ranges::count(trio, who) > 1)
        return {false, "a trio is none"};
  std::vector<Leaf const*> leaves;
  for (auto const& leaf : certificate.leaves)
    leaves.push_back(&leaf);
  if (!cover(leaves, 0))
    return {false, "the leaves do not cover all plans"};
  auto const grain = grain_holds(instance) ? instance.grain : 0;
  for (auto const& leaf : certificate.leaves)
    if (auto why = check_leaf(instance, certificate, leaf, grain, meter); !why.empty())
      return {false, std::move(why)};
  return {true, {}};
}

} // namespace attache::go
