#include "see/hinge.h"

#include <algorithm>
#include <map>

namespace attache::see {
namespace {

using Neighbours = std::map<PersonId, std::vector<PersonId>>;

struct Mark {
  int order = 0, low = 0; // when it was found; the earliest that its subtree leads back to
  int size = 1;           // of its subtree
  int cut_off = 0;        // people below whom nobody else leads to
};

// One person on the way down: which neighbour comes next.
struct Frame {
  PersonId person{}, parent{};
  std::size_t next = 0;
};

class Search {
public:
  Search(Neighbours const& neighbours, PersonId from) : neighbours_(neighbours) {
    enter(from, {});
    while (!stack_.empty())
      step();
  }
  std::map<PersonId, Mark> marks;

private:
  void enter(PersonId person, PersonId parent) {
    auto const order = static_cast<int>(marks.size()) + 1;
    marks[person] = {.order = order, .low = order};
    stack_.push_back({.person = person, .parent = parent});
  }

  void step() {
    auto& frame = stack_.back();
    auto const& around = neighbours_.at(frame.person);
    if (frame.next == around.size())
      return leave();
    auto const other = around[frame.next++];
    if (other == frame.parent)
      return;
    if (auto const found = marks.find(other); found != marks.end())
      marks[frame.person].low = std::min(marks[frame.person].low, found->second.order);
    else
      enter(other, frame.person);
  }

  void leave() {
    auto const child = stack_.back();
    stack_.pop_back();
    if (stack_.empty())
      return;
    auto const& below = marks[child.person];
    auto& above = marks[child.parent];
    above.low = std::min(above.low, below.low);
    above.size += below.size;
    if (below.low >= above.order)
      above.cut_off += below.size;
  }

  Neighbours const& neighbours_;
  std::vector<Frame> stack_;
};

} // namespace

std::vector<Hinge> hinges(std::vector<Tie> const& ties, PersonId from, double least_strength) {
  Neighbours neighbours;
  neighbours[from];
  for (auto const& tie : ties)
    if (tie.strength >= least_strength && tie.state != TieState::lapsed) {
      neighbours[tie.a].push_back(tie.b);
      neighbours[tie.b].push_back(tie.a);
    }
  std::vector<Hinge> hinges;
  for (auto const& [person, mark] : Search{neighbours, from}.marks)
    if (person != from && mark.cut_off > 0)
      hinges.push_back({.person = person, .reach = mark.cut_off});
  std::ranges::stable_sort(hinges, std::greater{}, &Hinge::reach);
  return hinges;
}

} // namespace attache::see
