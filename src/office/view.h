// What the office knows at a moment: loaded from the store, identities applied, read out as a network.
#pragma once

#include "model/identity.h"
#include "model/network.h"
#include "office/office.h"
#include "office/seen.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace attache::resolve {
struct NameModel;
}

namespace attache::office {

struct View {
  At at;
  std::vector<Source> sources; // without text
  std::vector<Record> records;
  std::vector<Claim> claims; // every status
  std::vector<Decision> decisions;
  Clusters clusters;
  NameTimes name_times; // of what was renamed
  Network network;
  std::shared_ptr<Seen> seen = std::make_shared<Seen>(); // see seen.h; shared by copies
  std::shared_ptr<resolve::NameModel const> names;       // what was learnt of names; null: nothing
};

// Loads everything known at `at.known_at` and reads the network as of `at.as_of`. O(claims).
Result<View> load(Office const& office, At at);

// The claim with this id, or null. O(log n).
Claim const* find_claim(View const& view, ClaimId id);
Decision const* find_decision(View const& view, DecisionId id);
Source const* find_source(View const& view, SourceId id);
Record const* find_record(View const& view, RecordId id);

// "#12" or "12" as a number; nothing for anything else.
std::optional<std::int64_t> id_in(std::string_view query);

// The best match for a name, an e-mail address or "#12" (an id). Fault::not_found, with the nearest names as the hint.
Result<PersonId> find_person(View const& view, std::string_view query);
Result<OrganisationId> find_organisation(View const& view, std::string_view query);
// The principal named, or the office's own. Fault::not_found if there is none.
Result<PersonId> principal(View const& view, std::string_view name = {});

} // namespace attache::office
