// Claims that wait for a person, and what goes with the answer.
#pragma once

#include "office/view.h"

#include <vector>

namespace attache::office {

// Who was read from titles so unsurely that it waits: the name is asked for, and every meeting goes with it.
bool hangs_on_name(Claim const& claim);

// The most certain first. Of somebody whom titles of calendars name unsurely only the name is asked for.
std::vector<Claim const*> proposed_claims(View const& view);

// The meetings that go with the answer to such a name; empty for any other claim.
std::vector<ClaimId> goes_with(View const& view, Claim const& name);

} // namespace attache::office
