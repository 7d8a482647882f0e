// The chart: who had contact with whom and when, made once from the office and kept on the shelf, so that chains on any
// date need not read the office's claims again.
#pragma once

#include "net/graph.h"
#include "office/block_shelf.h"
#include "office/view.h"
#include "see/naming.h"

#include <memory>
#include <string>
#include <vector>

namespace attache::office {

// Derived from everything that the office knows; says nothing that a view does not. Read by many threads.
struct Chart {
  struct Filed { // a record of a person or an organisation
    RecordId record{}, thing{};
    RecordKind kind = RecordKind::person;
    bool press_only = false; // of the thing
  };
  Block block;
  net::Graph graph{block.base};
  std::vector<PersonId> people; // by number, ascending
  std::vector<PersonId> principals;
  std::vector<Filed> records; // ascending
  Network roles_and_requests; // every role; of the contacts those that speak of an introduction (see/asked.h)
  see::Script habit = see::Script::latin;
  bool principal_decides = false; // see::principal_decides
  std::string_view names;         // profiles(), packed
  std::string fresh_names;        // the same of what came since the block was made
  std::string_view events;        // event_filter() of the traces of every account of a contact

  [[nodiscard]] RecordId thing_of(RecordId record) const; // the record itself if it is none of these
};

// The chart as a block, from a view of everything (far_date). `key` as net::Material::key.
Result<std::string> chart_block(View const& view, std::string const& key);
// What such a block says. Fault::input if it is none.
Result<std::shared_ptr<Chart>> read_chart(Block block);

// Later than every contact that is kept.
inline constexpr Instant far_date{std::chrono::days{160'000}}; // in 2408

// The chart of the office as it is now, or as it was known at `at.known_at`: from the shelf, an earlier one from there
// with what came since (chart_growth.h), or made and put there.
Result<std::shared_ptr<Chart const>> chart_of(Office const& office, At at);

// A view in which only some people, and the organisations they serve, are known; no contacts. O(their claims).
Result<View> view_of(Office const& office, Chart const& chart, std::vector<PersonId> const& people, At at);

// As find_person() and find_organisation() of view.h.
Result<PersonId> find_person(Office const& office, Chart const& chart, std::string_view query);
Result<OrganisationId> find_organisation(Office const& office, Chart const& chart, std::string_view query);

} // namespace attache::office
