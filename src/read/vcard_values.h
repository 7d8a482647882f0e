// Values of vCard properties in the form that claims use.
#pragma once

#include "read/content_line.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::read {

// The parts of a structured value (N, ORG, ADR), unescaped and squeezed; a part of several values is joined by ", ".
std::vector<std::string> structured(std::string_view value);

// "홍길동" or "Dr. Gildong K. Hong" from family; given; additional; prefixes; suffixes.
std::string assembled_name(std::vector<std::string> const& parts);

// Digits with a leading + as far as stated: "+1 (650) 555-0100" is "+16505550100". Empty if there is no digit.
std::string phone_number(std::string_view value);

// "1968-06-23", "--06-23", "1968-06" or "1968" from the forms of RFC 6350 §4.3.1 and RFC 2426; `omitted_year` (Apple)
// stands for no year. Nothing for other text and for days that no calendar has.
std::optional<std::string> birthday(std::string_view value, std::string_view omitted_year);

// One line: street, then the rest, without empty parts.
std::string postal_address(std::vector<std::string> const& parts);

// What stands for embedded bytes: "JPEG, 3201 bytes". A link stays as it is.
std::string attachment_note(ContentLine const& line);

} // namespace attache::read
