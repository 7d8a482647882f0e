// Who is who among records that come one at a time or all at once. The answer depends on the records and on what was
// decided about them, never on the order in which they came (docs/method-names.md, "One at a time").
#pragma once

#include "base/parallel.h"
#include "model/identity.h"
#include "resolve/profile.h"

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace attache::resolve {

struct NameModel;

// A record whose cluster has another smallest record than `before`.
struct Moved {
  RecordId record{}, before{}, now{};
  auto operator<=>(Moved const&) const = default;
};

// What settling changed.
struct Resettled {
  std::vector<Moved> moved; // by record; one that was added starts as its own cluster
  // What the rules say now of the records that were looked at again: verdict same, by "attache", with reasons, without
  // id and time. By (a, b). Joins of records that say exactly the same are told when they are new.
  std::vector<Decision> decisions;
};

// A million people take about 600 bytes each.
class Identities {
public:
  // `learnt` must outlive it; null: only what is shipped.
  explicit Identities(NameModel const* learnt = nullptr);
  ~Identities();
  Identities(Identities&&) noexcept;
  Identities& operator=(Identities&&) noexcept;

  // Persons and organisations, each record once. `each` may share out the reading of names.
  void add(std::span<Profile const> profiles, ForEach const& each = in_turn);
  // A decision that the rules must respect: a person's, or one that follows from keys. About records that were added;
  // others are left aside.
  void decide(Decision const& decision);
  // Works out anew what the additions since the last call touch: everything at first, then the groups of the new
  // records (a few microseconds each), and everything again whenever the number of people has doubled.
  Resettled settle(ForEach const& each = in_turn);

  // The smallest record of the cluster, as of the last settle(); the record itself if it was never added.
  [[nodiscard]] RecordId of(RecordId record) const;
  [[nodiscard]] std::size_t size() const; // records

private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

} // namespace attache::resolve
