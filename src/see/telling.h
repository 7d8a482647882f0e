// One source's account of a contact, and how several accounts become one contact.
#pragma once

#include "model/network.h"
#include "see/thing.h"

#include <set>
#include <string>

namespace attache::see {

// A contact as one thing tells it. `kept`: somebody's own record, not the press.
struct Telling {
  Contact contact;
  bool kept = false;
  Instant said{};               // the newest of its claims
  std::set<SourceId> sources;   // who tell it
  std::set<std::string> uids;   // identifiers that mean the same event in any source ("uid:...", "mid:...")
  std::vector<PersonId> guests; // its people but the principals
  bool by_title = false;        // its people were read from its title, which says whether the principal takes part
};

// The realis that decides when accounts of one event differ: what was called off stays called off, a denial outweighs
// what was said to happen, and what happened outweighs what was planned.
Realis firmer(Realis a, Realis b);

// Reads contacts out of claims as of a date; docs/method-strength.md has the rules for realis.
// An own record with fewer than two people is a contact with the principal, and so is every event of a calendar in
// which the principal never appears by name, unless the people were read from its title. `records` gives the keys.
std::vector<Telling> tellings(Things const& things, std::vector<Record> const& records,
                              std::vector<PersonId> const& principals, Instant as_of);

// Joins tellings of different sources that share an identifier, or that have the same people, kind and day. In order of
// time, then id; contacts that the press tells of and that begin after `as_of` are left out.
std::vector<Contact> merged(std::vector<Telling> tellings, Instant as_of);

} // namespace attache::see
