// Use case: bring a source into the office, and find out who in it is who.
#pragma once

#include "office/office.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace attache::office {

// What became of one file.
struct Imported {
  std::string name, kind;
  SourceId source{};
  bool known_already = false; // the same bytes were read before; nothing was added
  std::string not_read;       // why the file was not read at all; empty if it was
  std::int64_t people = 0, organisations = 0, contacts = 0, trips = 0, claims = 0, proposed = 0;
  std::int64_t retracted = 0; // claims of an earlier export of this feed that are gone from this one
  std::vector<Rejected> rejected;
};

// What identity resolution did after the files were read.
struct Resolved {
  std::int64_t merged = 0;    // decisions taken by two agreeing fields
  std::int64_t parted = 0;    // earlier ones that what is known now no longer bears out, taken back
  std::int64_t questions = 0; // pairs that wait for a person
};

// Reads one file: all of it is kept, or nothing. A file that cannot be read at all is reported, not an error.
// Faults of the store are errors. `calendar_of` says whose calendar it is, where entries invite nobody but name those
// who are met: a name, or "nobody"; empty: the principal, if there is but one. Fault::not_found for a name unknown.
Result<Imported> ingest(Office const& office, std::string_view bytes, std::string_view name,
                        std::string_view calendar_of = {});

// Takes every identity decision that two independent fields prove; the rest waits in the review queue.
Result<Resolved> resolve_identities(Office const& office);

} // namespace attache::office
