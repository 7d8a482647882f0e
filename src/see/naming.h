// Which of the many names of a person or an organisation is shown.
#pragma once

#include "see/thing.h"

#include <string>

namespace attache::see {

// The script in which an office writes names.
enum class Script : std::uint8_t { latin, hangul };

// The script that the principal's own records write the principal's name in most often; without a principal, the one
// that most names of people in records kept by the office have.
Script script_habit(Things const& things, Instant as_of);
// True if the principal's names are enough to tell it.
bool principal_decides(Things const& things, Instant as_of);

// The name to show: one borne on the date (of what was renamed), from records that somebody keeps before the press, in
// the office's script, complete before partial and capitalised before shouted, then what most sources say, then the
// longer one. Without a name: an alias, family and given name, an e-mail address, or "#12".
std::string display_name(Things const& things, Thing const& thing, Script habit, Instant as_of);

} // namespace attache::see
