// What making a chart and letting one grow have in common.
#pragma once

#include "office/chart.h"

#include <map>
#include <set>

namespace attache::office {

// What claims say about some things of a chart.
struct Told {
  std::vector<Record> records;
  std::vector<Claim> claims;
  std::map<RecordId, RecordId> canonical;
};
// Adds things of the chart with every claim about them. O(records of the chart + their claims).
Result<void> add_things(Told& told, Office const& office, Chart const& chart, std::set<RecordId> const& things, At at);

// Each pair of each contact that ever counts, from when it was over; `people` by number, ascending.
std::vector<net::Contact> pairs_of(Network const& network, std::vector<PersonId> const& people);
// The records of people and organisations, ascending.
std::vector<Chart::Filed> records_of(Network const& network);
// The contacts that speak of an introduction and ever count.
std::vector<Contact> requests_in(Network const& network);
// Names to find people and organisations by, of the records from `first` on, packed.
std::string packed_names(std::vector<Record> const& records, std::vector<Claim> const& claims,
                         std::vector<Source> const& sources, RecordId first = {});

} // namespace attache::office
