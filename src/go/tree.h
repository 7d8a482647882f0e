// Branch and price: which day routes make the best plan. A tree of choices over nights and meetings, each node a linear
// programme by column generation with cuts. What it rules out, it rules out by multipliers that are kept, so that
// certificate.h can check every step without it.
#pragma once

#include "go/master.h"
#include "go/rest.h"

#include <functional>
#include <memory>

namespace attache::go {

// Plans that follow some choices are worth no more than their bound says. Of those that it leaves, the rest rules out
// what is worth more than the claim (empty: the bound does).
struct Leaf {
  std::vector<Choice> choices; // from the root
  Bound bound;
  std::vector<Branch> rest; // the first is the whole
};

// What the tree tells as it goes.
struct TreeNews {
  std::function<void(Routes const&, double)> improved; // a better plan
  std::function<void(double)> lowered;                 // no plan is worth more than this, or than the best known
};

class Tree {
public:
  Tree(Instance const& instance, std::vector<DayGraph> const& graphs, Meter& meter, TreeNews news);
  ~Tree();
  Tree(Tree const&) = delete;
  Tree& operator=(Tree const&) = delete;

  // A plan from elsewhere: what others must beat, and columns to work with.
  void offer(Routes const& routes, double worth);
  // A bound from elsewhere on all plans, before begin().
  void lower(Bound const& bound);
  // Solves the root's linear programme, so that root() has multipliers.
  void begin();
  // On to the next node. False if there is none, or the effort is spent.
  bool step();
  // The sharpest bound of the root so far; no entries in `best_of_day` before the first.
  [[nodiscard]] Bound const& root() const;
  // No plan is worth more than this, or than the best known.
  [[nodiscard]] double bound() const;
  [[nodiscard]] std::vector<Trio> const& trios() const; // what trio multipliers stand for
  // Together they cover all plans; what is still open has the bound it was born with.
  [[nodiscard]] std::vector<Leaf> leaves() const;

private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

} // namespace attache::go
