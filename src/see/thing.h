// Claims gathered by the thing they speak of: the first step from statements to a network.
#pragma once

#include "model/claim.h"
#include "model/identity.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace attache::see {

// One person, organisation, contact ...: a cluster of records with every accepted claim about them.
struct Thing {
  RecordId id{}; // the smallest record
  RecordKind kind = RecordKind::person;
  std::vector<RecordId> records;     // ascending
  std::vector<Claim const*> claims;  // about it, in id order; they live as long as the claims that were gathered
  std::vector<Claim const*> objects; // naming it as their object
};

// Things in ascending id order. A thing of which no accepted claim speaks is not here.
struct Things {
  std::vector<Thing> all;
  std::unordered_map<RecordId, std::size_t> places; // every record of every thing -> its index in `all`
  std::unordered_map<SourceId, Source const*> sources;
  NameTimes name_times; // of what was renamed

  // The thing that a record belongs to; null if none.
  [[nodiscard]] Thing const* of(RecordId record) const;
  // The source of a claim; null if it is not among those gathered.
  [[nodiscard]] Source const* source_of(Claim const& claim) const;
};

Things gather(std::vector<Record> const& records, std::vector<Claim> const& claims, Clusters const& clusters,
              std::vector<Source> const& sources);

// True if the claim was read from an article: weaker than anything that somebody keeps.
bool from_press(Things const& things, Claim const& claim);
// When the claim was said: its source's publication, or its reading where that is unknown.
Instant said_at(Things const& things, Claim const& claim);
// False for what is denied, was called off, or begins after `as_of`.
bool holds(Claim const& claim, Instant as_of);

// The claim that gives `property` its value for display: own records before the press, what is still valid before what
// has ended, then the newest. Null if none holds.
Claim const* best_claim(Things const& things, Thing const& thing, std::string_view property, Instant as_of);
// Its value, or nothing.
std::string best_value(Things const& things, Thing const& thing, std::string_view property, Instant as_of);

} // namespace attache::see
