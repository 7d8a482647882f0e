// A contact network that grows: an immutable base, and a tail of what was added since, visible at once.
#pragma once

#include "net/base.h"

#include <unordered_map>

namespace attache::net {

// The material of one tie as of an instant.
struct TieAt {
  TieIndex tie = no_tie;          // no_tie if only the tail knows it
  double sum = 0;                 // of weight * 2^(-age / half-life): the decayed strength
  std::uint32_t contacts = 0;     // 0: none by then
  Minute last = 0;                // of its contacts
  std::span<Mark const> marks;    // the base's part
  std::span<Contact const> extra; // the tail's part, in the order it was added; some may be later than the instant
};
// The minute of the first contact. O(extra).
Minute first_of(TieAt const& tie);

// A date prepared for many look-ups.
struct Date {
  Date(Decay const& decay, Instant as_of);
  Instant at;
  Minute minute = 0;       // the last full one
  double seconds_left = 1; // what the seconds after it leave of a sum
};

// Single-threaded while something is added; otherwise any number may read.
class Graph {
public:
  explicit Graph(Base base) : base_{base} {}
  [[nodiscard]] Base const& base() const { return base_; }
  [[nodiscard]] std::uint32_t people() const { return std::max(base_.people(), tail_people_); }

  // O(1). Fault::input as for build(). A person may be new.
  Result<void> add(Contact contact);
  [[nodiscard]] std::size_t added() const { return added_; }
  // How often the ties of a person had something added: a memory of them that is older is stale.
  [[nodiscard]] std::uint32_t revision(Node person) const;

  // Calls f(neighbour, TieIndex or no_tie) for each tie of a person, the base's in order, then the tail's new ones.
  template <class F>
  void each_tie(Node person, F f) const {
    if (person < base_.people()) {
      for (auto const& down : base_.down(person))
        f(down.a, down.tie);
      for (auto tie = base_.ties_begin(person); tie < base_.ties_begin(person + 1); ++tie)
        f(base_.larger(tie), tie);
    }
    each_fresh(person, [&](Node other) { f(other, no_tie); });
  }
  // Those of them that only the tail knows: f(neighbour).
  template <class F>
  void each_fresh(Node person, F f) const {
    if (added_ > 0)
      for (auto const other : fresh(person))
        f(other);
  }
  // The tie of two people on a date; `contacts` is 0 if they had none by then. `tie` as each_tie() gives it. O(log n).
  [[nodiscard]] TieAt at(Node a, Node b, TieIndex tie, Date const& date) const;
  // One principal's ties on a date: those with a contact by then, in the order of each_tie(). O(degree).
  struct Held {
    Node other = 0;
    double sum = 0; // as TieAt::sum
  };
  [[nodiscard]] std::vector<Held> held(Node person, Date const& date) const;
  [[nodiscard]] Place place(Node person) const { return person < base_.people() ? base_.place(person) : Place{}; }

private:
  struct Person {
    std::vector<Node> fresh; // neighbours that the base does not give them
    std::uint32_t revision = 0;
  };
  [[nodiscard]] std::span<Node const> fresh(Node person) const;
  [[nodiscard]] std::span<Contact const> extra(Node a, Node b) const;

  Base base_;
  std::unordered_map<std::uint64_t, std::vector<Contact>> tail_; // by pair
  std::unordered_map<Node, Person> touched_;
  std::uint32_t tail_people_ = 0;
  std::size_t added_ = 0;
};

// Every decayed sum of the base, in order of tie: one look-up each. `out` has ties() places.
void sums(Base const& base, Instant as_of, std::span<double> out);
// The same from the contacts one by one, for comparison and for any law: `after(minutes)` gives what is left of one.
template <class After>
void sums_by_contact(Base const& base, Instant as_of, After after, std::span<double> out) {
  Date const date{base.decay(), as_of};
  for (TieIndex tie = 0; tie < base.ties(); ++tie) {
    double sum = 0, before = 0;
    Minute last = date.minute;
    for (auto const& mark : base.marks(tie)) {
      if (mark.minute() > date.minute)
        break;
      auto const carried =
          before > 0 ? before * base.decay().after(static_cast<std::uint32_t>(mark.minute() - last)) : 0;
      before = mark.sum();
      last = mark.minute();
      sum += (before - carried) * after(static_cast<std::uint32_t>(date.minute - last));
    }
    out[tie] = sum;
  }
}

} // namespace attache::net
