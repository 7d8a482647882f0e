// What both event grammars need: who stands where in a sentence, places, and keeping a happening once.
#pragma once

#include "read/article/story.h"
#include "read/article/when.h"

namespace attache::read::press {

// Mentions of `thing` whose span lies in `within`, in order. Open ones (who unknown, no group) are left out.
std::vector<Mention const*> mentions_in(Story const& story, Span within, Thing thing);
// The people of these mentions, groups spread, without doubles.
std::vector<std::size_t> people_of(std::vector<Mention const*> const& mentions);
void add_once(std::vector<std::size_t>& list, std::size_t item);
// True if an organisation mention only tells whose title somebody has.
bool inside_person(Story const& story, Mention const& organisation);

// Names of countries, regions and cities in `within`.
std::vector<Span> places_in(std::string_view text, Span within, bool korean);

// Reads every body sentence into happenings.
void read_english_events(Story& story, std::size_t sentence);
void read_korean_events(Story& story, std::size_t sentence);
// A caption shows people together: a meeting of kind photo.
void read_caption(Story& story, std::size_t sentence);

// Keeps a happening; one that repeats an earlier one adds what it knows instead.
void keep_happening(Story& story, Happening happening);

// The last person who was the subject of a body sentence before `sentence`; nobody if none.
std::size_t protagonist(Story const& story, std::size_t sentence);

// Relations between organisations, founders, and sums of money.
void read_links(Story& story, std::size_t sentence);
void read_amounts(Story& story, std::size_t sentence);

} // namespace attache::read::press
