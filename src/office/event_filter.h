// Which numbers were seen, in 28 bits each (Bloom 1970): says "no" only if a number was not, and "perhaps" to
// one of 700,000 others.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace attache::office {

std::string event_filter(std::span<std::uint64_t const> numbers);
// `filter`: bytes of event_filter(), at any address.
bool perhaps_in(std::string_view filter, std::uint64_t number);

} // namespace attache::office
