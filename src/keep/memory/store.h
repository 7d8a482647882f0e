// An office in memory, for tests and for trying something without keeping it.
#pragma once

#include "keep/store.h"

namespace attache::keep::memory {

// Empty. begin() is Fault::unavailable while another Writer of it lives; backup() always is.
std::unique_ptr<Store> open();

} // namespace attache::keep::memory
