// The words of calendar titles.
#pragma once

#include "read/article/pattern.h"

namespace attache::read::press {

Pattern const& no_meeting();     // titles of entries that are about no meeting: birthdays, leave, journeys, deadlines
Words const& meeting_words();    // lower case: "lunch", "call", "1:1"; the words between names
Words const& joining_words();    // lower case: "with", "and"
Words const& office_words();     // lower case: words of a title that belong to no name: "team", "review"
Words const& ko_meeting_words(); // 오찬, 미팅
Pattern const& ko_meeting_ending(); // a word that ends in one of them
Words const& no_organisations();    // lower case: what stands in parentheses and is none: "zoom", "tbc"

} // namespace attache::read::press
