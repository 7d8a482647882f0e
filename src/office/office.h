// What every use case needs from outside.
#pragma once

#include "base/parallel.h"
#include "base/time.h"
#include "keep/store.h"
#include "office/shelf.h"

namespace attache::office {

class Recent;
class Directory;

struct Office {
  keep::Store& store;
  Instant now{};                  // the clock, read once by the composition root
  std::string user = "owner";     // who decides, for the journal
  Shelf* shelf = nullptr;         // for what takes long to work out; may be null
  Recent* recent = nullptr;       // views loaded lately (recall.h); may be null
  Directory* directory = nullptr; // who is in it, kept ready (directory.h); may be null
  ForEach each = in_turn;         // shares out long work, if the composition root has threads for it
};

// When a view is taken: what was true at `as_of`, as far as it was known at `known_at`.
struct At {
  Instant as_of{};
  Instant known_at = keep::always;
};

} // namespace attache::office
