// What an article says, in one shape for gold annotations and for our reading, so that the two can be compared.
#pragma once

#include "base/time.h"
#include "model/claim.h"
#include "read/article/article.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace attache::bench {

using Spans = std::vector<std::pair<std::size_t, std::size_t>>; // bytes
using Names = std::set<std::string>;                            // case folded

struct Entity {
  std::string name;
  Names names;
};

struct Event {
  std::vector<std::size_t> people, organisations; // indices into the lists of its side
  Spans spans;
  std::vector<std::pair<Realis, Voice>> stands; // of the reading: one per span
  Moment from, to;
  int days = 0;
  Names places;
  Realis realis = Realis::asserted;
  Voice voice = Voice::narrator;
  bool hedged = false;
  bool event = false; // an event attended: the gold does not list those
  std::string quote;
};

struct Sum {
  Names of;
  std::string kind, currency;
  double amount = 0;
  Realis realis = Realis::asserted;
  Voice voice = Voice::narrator;
};

struct Tie {
  Names from, to;
  std::string property;
  Realis realis = Realis::asserted;
  Voice voice = Voice::narrator;
};

struct Telling {
  std::vector<Entity> people, organisations;
  std::vector<Event> meetings, trips;
  std::vector<Sum> money;
  std::vector<Tie> relations;
};

// The annotations in `json` of the article `text`. Character offsets become byte offsets.
Telling gold_telling(std::string const& json, std::string const& text);
// What the reading tells; without `proposed`, only what needs no review.
Telling read_telling(read::ArticleReading const& reading, bool proposed);

} // namespace attache::bench
