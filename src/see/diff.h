// The network between two dates: what came, what went, what grew and what faded.
#pragma once

#include "model/tie.h"

#include <optional>
#include <vector>

namespace attache::see {

// The network on one of the two dates; `ties` are those of one person (a), on the same scale of strength on both.
struct Snapshot {
  Network const& network;
  std::vector<Tie> const& ties;
  Instant at{};
};

struct TieChange {
  std::optional<Tie> before; // nothing: there was no tie
  Tie after;
  [[nodiscard]] double gain() const { return after.strength - (before ? before->strength : 0); }
};

// A role that was held on one date only, or exchanged for another one.
struct RoleChange {
  PersonId person{};
  std::optional<Role> ended, began; // at least one
};

// An organisation where living ties appeared or the last one went.
struct HoldChange {
  OrganisationId organisation{};
  std::vector<PersonId> people; // with the living ties, after or before; ascending
};

struct Diff {
  std::vector<TieChange> appeared;               // first contact after `from`; strongest first
  std::vector<TieChange> lapsed;                 // living then, lapsed now; strongest before first
  std::vector<TieChange> restored;               // a lapse ended in between; newest first
  std::vector<TieChange> strengthened, weakened; // neither of those; largest change first
  std::vector<RoleChange> roles;                 // by person
  std::vector<HoldChange> gained, lost;          // organisations by id
};

// Both snapshots of one office. Strengths that moved by less than `least` are no change.
Diff diff(Snapshot const& from, Snapshot const& to, double least = .05);

} // namespace attache::see
