// What every use case needs from outside.
#pragma once

#include "base/time.h"
#include "keep/store.h"

namespace attache::office {

struct Office {
  keep::Store& store;
  Instant now{};              // the clock, read once by the composition root
  std::string user = "owner"; // who decides, for the journal
};

// When a view is taken: what was true at `as_of`, as far as it was known at `known_at`.
struct At {
  Instant as_of{};
  Instant known_at = keep::always;
};

} // namespace attache::office
