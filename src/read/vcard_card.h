// One vCard: its lines, and what they say.
#pragma once

#include "read/content_line.h"
#include "read/gather.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace attache::read {

struct Card {
  std::size_t line = 0; // of BEGIN:VCARD
  std::vector<ContentLine> lines;
};

// Organisations of one source by folded name: a company that a hundred cards name is one record.
using Organisations = std::unordered_map<std::string, RecordId>;

// Adds the record of `card` (the `ordinal`th of its source, from 1) and its claims to `out`; a card that says nothing
// is rejected.
void add_card(Card const& card, int ordinal, Organisations& organisations, Gather& out);

} // namespace attache::read
