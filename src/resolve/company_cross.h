// A company's Korean name against its English one: dictionary words (전자 = electronics), letter readings (에이 = a),
// and sounds for the rest.
#pragma once

#include "resolve/company_name.h"

namespace attache::resolve {

// Bits for `hangul` (a company name in Hangul) being `latin`; the cheapest way to write all of one as all of the other.
double company_reading_bits(CompanyName const& hangul, CompanyName const& latin);

// The likeliest Latin of a company name: known words translated (longest first), the rest read out.
std::string translated(std::u32string_view hangul);

} // namespace attache::resolve
