// The word lists of both grammars. Written for attache; lower case where the language has case, unless said.
#pragma once

#include "read/article/pattern.h"

namespace attache::read::press {

// English
Words const& en_given_names();     // common first names, capitalised
Words const& asian_surnames();     // Korean and Chinese family names in Latin letters, capitalised
Words const& en_not_names();       // capitalised words that are no part of a name: months, days, openers
Words const& en_nationalities();   // "american", "south korean"
Words const& en_places();          // countries, states, cities
Words const& en_countries();       // the part of en_places that is countries
Words const& en_known_companies(); // well-known organisations, as written
Words const& en_company_endings(); // last words of organisation names, capitalised
Words const& not_organisations();  // acronyms that are no organisation: "AI", "GPU"
Pattern const& en_titles();        // one title or office with its modifiers

// Korean
Words const& ko_surnames();
Words const& ko_places();
Words const& ko_known_companies();
Words const& ko_company_endings();
Words const& ko_not_names(); // three-syllable words that look like names
Words const& ko_titles();    // titles and offices, longest match at the end of a word

} // namespace attache::read::press
