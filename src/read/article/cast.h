// Who appears: sightings become people and organisations, and every later mention finds its own.
#pragma once

#include "read/article/known.h"
#include "read/article/story.h"

namespace attache::read::press {

// Fills sightings, people and organisations of the story.
void meet_the_cast(Story& story, Known const& known);
// Fills mentions: full names everywhere, titles with a surname, surnames alone. A surname that two people share is
// left open unless the title decides.
void find_mentions(Story& story);
// Adds pronouns and groups ("he", "the two", "두 사람") where one reading is clear.
void resolve_references(Story& story);

// The family name of a full name as written; the last word where the order is unclear.
std::string surname_of(std::string_view name);
// Case folded and squeezed, for equality only.
std::string name_key(std::string_view name);
// Every place in `within` where `name` stands as a word of its own (a Korean particle may follow).
std::vector<Span> occurrences(std::string_view text, Span within, std::string_view name);

} // namespace attache::read::press
