// How a reader hands on what it found: in batches, so that a million rows never stand in memory at once.
#pragma once

#include "model/claim.h"

#include <functional>

namespace attache {

// Called once per batch, in order; an error stops the reader, which returns it.
using Sink = std::function<Result<void>(Batch&&)>;

} // namespace attache
