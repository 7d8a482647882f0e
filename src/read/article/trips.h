// TRIP in both languages.
#pragma once

#include "read/article/story.h"

namespace attache::read::press {

void read_english_trips(Story& story, std::size_t sentence);
void read_korean_trips(Story& story, std::size_t sentence);
// With an end and a length, the start follows (and the other way round): derived.
void complete_trip(Happening& trip);

} // namespace attache::read::press
