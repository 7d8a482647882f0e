// The fingerprint by which a source is known.
#pragma once

#include <string>
#include <string_view>

namespace attache::office {

// SHA-256 of `bytes`, lower-case hex.
std::string sha256(std::string_view bytes);

} // namespace attache::office
