// Which routes of a pool make the best plan: branch and bound over nights and days of meetings, with cuts. What it
// rules out, it rules out by multipliers that are kept, so that certificate.h can check every step without it.
#pragma once

#include "go/pool.h"

#include <functional>
#include <memory>
#include <optional>

namespace attache::go {

// One way to split all plans in two: those that do it and those that do not.
struct Choice {
  enum class Kind : std::uint8_t { night, meeting };
  Kind kind = Kind::night;
  int day = 0;
  int what = 0; // night: the city slept in after `day`; meeting: the candidate met on `day`
  bool yes = true;
  bool operator==(Choice const&) const = default;
};

// Plans that follow some choices are worth no more than their multipliers say.
struct Leaf {
  std::vector<Choice> choices; // from the root
  Multipliers multipliers;
};

struct TreeLimits {
  int nodes = 0; // at most so many; 0 = all
  bool keep_leaves = false;
};

struct Tree {
  std::optional<Routes> best; // better than what it began with
  double worth = never;       // of the best known
  double bound = -never;      // no plan from the pool is worth more
  bool done = false;          // searched to the end: bound == worth
  std::vector<Trio> trios;    // what the trio multipliers stand for, in order; multipliers may know only the first
  std::vector<Multipliers> filters; // if leaves are kept: routes that each rules out on its own are in no leaf
  std::vector<Leaf> leaves;         // if kept: together they cover all plans
  int nodes = 0;
};

// Does a plan with this route obey the choice? Does the route hold two or three of the trio?
bool follows(PoolRoute const& entry, Choice const& choice);
bool holds(PoolRoute const& entry, Trio const& trio);

// `worth` is what a plan must beat. `improved` hears of better plans, `lowered` of the bound over what is still open.
Tree search_tree(Instance const& instance, Pool const& pool, double worth, TreeLimits const& limits, Meter& meter,
                 std::function<void(Routes const&, double)> const& improved,
                 std::function<void(double)> const& lowered);

} // namespace attache::go
