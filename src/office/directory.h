// Who is in the office, kept ready between questions: to find them by name, and to add one person without looking at
// all the others.
#pragma once

#include "office/office.h"
#include "resolve/find.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace attache::office {

// For many threads. Derived from the store: made anew when anybody else has changed it.
class Directory {
public:
  Directory();
  ~Directory();
  Directory(Directory const&) = delete;
  Directory& operator=(Directory const&) = delete;

  // The best matches as resolve::NameIndex has them, by the strength of the principal's ties. O(claims) after a change
  // by somebody else, milliseconds otherwise.
  Result<std::vector<resolve::Match>> find(Office const& office, std::string_view query, RecordKind kind,
                                           std::size_t limit);

  // A source with few records, kept and resolved in one change: the decisions that the rules take about it are the ones
  // that resolve_identities() would take. `batch` as Writer::add has it. Milliseconds.
  struct Kept {
    SourceId source{};
    RecordId first{};                // of the source
    std::vector<Decision> decisions; // taken, without ids
    bool all_anew = false;           // it parted what was one: everything was resolved again
  };
  Result<Kept> keep(Office const& office, Source const& source, Batch batch);
  // The smallest record of a record's cluster, as of the last call.
  RecordId of(RecordId record);

private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

} // namespace attache::office
