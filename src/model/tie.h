// What two people's contacts add up to on a date.
#pragma once

#include "model/network.h"

namespace attache {

enum class TieState : std::uint8_t { fresh, active, cooling, lapsed, restored }; // fresh prints as "new"

struct Tie {
  PersonId a{}, b{};   // a is the person asked about (the principal), b the other
  double strength = 0; // 0..1
  TieState state = TieState::fresh;
  int contacts = 0, meetings = 0;
  int lapses = 0; // how often it fell silent, the current silence included
  Instant first{}, last{};
  double rhythm_days = 0;  // the tie's own typical gap
  double silence_days = 0; // since the last contact
  Instant lapsed_since{};  // when the latest lapse began; epoch if it never lapsed
  Instant restored_at{};   // the latest contact that ended a lapse; epoch if it was never restored
  ContactId restored_by{};
  ContactId last_contact{};
  std::vector<std::string> reasons; // the largest three, in words
};

std::string_view to_string(TieState state);

// One introduction chain.
struct Step {
  PersonId from{}, to{};
  double probability = 0;
  std::string reason; // "4 meetings, last 2023-03-02"
};
struct Chain {
  std::vector<Step> steps; // 1..max_hops
  double probability = 0;  // product
};

} // namespace attache
