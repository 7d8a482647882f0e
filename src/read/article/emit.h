// Turns a story into records and claims.
#pragma once

#include "model/claim.h"
#include "read/article/story.h"

namespace attache::read::press {

inline constexpr double review_threshold = 0.6; // below it a claim waits for a person

Batch emit(Story const& story);

} // namespace attache::read::press
