// Turns a story into records and claims.
#pragma once

#include "model/claim.h"
#include "read/article/story.h"

namespace attache::read::press {

Batch emit(Story const& story);

} // namespace attache::read::press
