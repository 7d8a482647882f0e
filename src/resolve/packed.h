// Profiles in a tenth of their room: what entity_of() asks for, as one run of bytes.
#pragma once

#include "resolve/profile.h"

namespace attache::resolve {

// What a profile says: names, addresses, numbers, surroundings, kind and press. Which record it is, its source and
// weight, and `others` are left out, so that equal bytes mean that nothing tells two records apart.
std::string packed(Profile const& profile);
// The profile again, of a text that packed() made.
Profile unpacked(std::string_view bytes);

} // namespace attache::resolve
