// How often two people were in contact lately, period by period: the material of a spark line.
#pragma once

#include "see/history.h"

namespace attache::see {

// Contacts in each of the last `periods` periods of `days` days before `as_of`, the oldest first.
std::vector<int> spark(History const& history, Instant as_of, std::size_t periods = 24, double days = 61);

} // namespace attache::see
