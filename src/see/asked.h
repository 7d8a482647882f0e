// Whom somebody asked for an introduction lately, so that the same people are not asked again and again.
#pragma once

#include "model/network.h"

#include <vector>

namespace attache::see {

struct Asked {
  PersonId who{};
  int times = 0; // > 0
  Instant last{};
};

// People with whom one of `askers` had a contact about an introduction within `days` before the date: its title or
// topic has the word, in English or Korean ("Introduction to ...", "intro", "소개"). In order of id.
std::vector<Asked> asked_lately(Network const& network, std::vector<PersonId> const& askers, Instant as_of,
                                int days = 90);

} // namespace attache::see
