// The immutable part of a contact network: one block of bytes that can be mapped from a file and used as it lies.
#pragma once

#include "base/result.h"
#include "net/contact.h"
#include "net/decay.h"

#include <span>
#include <string>
#include <vector>

namespace attache::net {

// What a Base is made from. Planned and cancelled contacts do not belong here.
struct Material {
  std::vector<Contact> contacts; // in any order
  std::vector<Place> places;     // by person; people beyond its end have an empty one
  std::uint32_t people = 0;      // at least this many
  double half_life_days = 365;
  std::string key;   // what it was made from, e.g. the head of an office; empty if nothing
  std::string extra; // carried along untouched
};

// Sorts the contacts by tie and time and lays out the block. Little-endian, about 18 bytes a contact at four contacts
// a tie. O(c log c). Fault::input for a contact of somebody with themselves, of a kind or at a time out of range.
Result<std::string> build(Material material);

// A view of such a block. O(1) but for read().
class Base {
public:
  struct Down { // a tie seen from its larger end
    Node a = 0;
    TieIndex tie = 0;
  };

  Base() = default; // of nobody
  // Checks length, version, checksum and every offset, so that whatever is asked later stays inside. `bytes` must be
  // aligned to 8 and outlive the view. Fault::input with what is wrong.
  static Result<Base> read(std::span<std::byte const> bytes);

  [[nodiscard]] std::uint32_t people() const { return up_.empty() ? 0 : static_cast<std::uint32_t>(up_.size() - 1); }
  [[nodiscard]] std::uint32_t ties() const { return static_cast<std::uint32_t>(other_.size()); }
  [[nodiscard]] std::uint32_t contacts() const { return static_cast<std::uint32_t>(marks_.size()); }
  [[nodiscard]] Decay const& decay() const { return decay_; }
  [[nodiscard]] std::string_view key() const { return key_; }
  [[nodiscard]] std::string_view extra() const { return extra_; }

  // Ties of which `a` is the smaller end are [ties_begin(a), ties_begin(a + 1)), in order of the larger end.
  [[nodiscard]] TieIndex ties_begin(Node a) const { return up_[a]; }
  [[nodiscard]] Node larger(TieIndex tie) const { return other_[tie]; }
  [[nodiscard]] Node smaller(TieIndex tie) const; // O(log people)
  [[nodiscard]] std::span<Down const> down(Node b) const {
    return downs_.subspan(down_[b], down_[b + 1] - down_[b]); // ties of which b is the larger end, ascending
  }
  [[nodiscard]] std::span<Mark const> marks(TieIndex tie) const { // never empty, in order of time
    return marks_.subspan(first_[tie], first_[tie + 1] - first_[tie]);
  }
  // Asks the memory for where a person's ties lie, and a little later for their filing.
  void fetch_place(Node person) const {
    __builtin_prefetch(&up_[person]);
    __builtin_prefetch(&down_[person]);
  }
  void fetch_filed(Node person) const {
    auto const begin = std::size_t{up_[person]} + down_[person];
    for (auto at = begin; at < begin + degree(person); at += 32)
      __builtin_prefetch(filed_.data() + at);
  }
  // Asks the memory for what marks(tie) will look at: first the offset, a little later the last mark.
  void fetch_offset(TieIndex tie) const { __builtin_prefetch(&first_[tie]); }
  void fetch_last(TieIndex tie) const { __builtin_prefetch(&marks_[first_[tie + 1] - 1]); }
  [[nodiscard]] Place place(Node person) const { return places_[person]; }
  // The filing of a person's neighbours, in the order down(person), then ties from ties_begin(person): numbers of
  // filings(), or unfiled where there are too many of those. Two bytes each, so that many can be looked through.
  static constexpr std::uint16_t unfiled = 0xffff;
  [[nodiscard]] std::span<std::uint16_t const> filed(Node person) const {
    return filed_.subspan(std::size_t{up_[person]} + down_[person], degree(person));
  }
  // The neighbour and the tie at a place of that order.
  [[nodiscard]] Down tie_at(Node person, std::size_t i) const {
    auto const downs = down_[person + 1] - down_[person];
    if (i < downs)
      return downs_[down_[person] + i];
    auto const tie = up_[person] + static_cast<TieIndex>(i - downs);
    return {other_[tie], tie};
  }
  // Every sector and region that somebody has, in one number (note_of()), ascending.
  [[nodiscard]] std::span<std::uint32_t const> filings() const { return filings_; }
  [[nodiscard]] std::size_t degree(Node person) const {
    return up_[person + 1] - up_[person] + (down_[person + 1] - down_[person]);
  }
  // The tie of two people, or no_tie. O(log degree).
  [[nodiscard]] TieIndex find(Node a, Node b) const;

private:
  std::span<std::uint32_t const> up_, other_, first_, down_;
  std::span<Down const> downs_;
  std::span<Mark const> marks_;
  std::span<Place const> places_;
  std::span<std::uint16_t const> filed_;
  std::span<std::uint32_t const> filings_;
  std::string_view key_, extra_;
  Decay decay_{365};
};

} // namespace attache::net
