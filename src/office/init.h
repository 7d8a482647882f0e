// Use case: make an office for a principal.
#pragma once

#include "office/office.h"

#include <string>
#include <vector>

namespace attache::office {

struct Principal {
  std::string name;                // as the principal writes it; required
  std::vector<std::string> emails; // of the principal, so that calendars and mail find them
  std::vector<std::string> aliases;
};

// Keeps who the principal is, as an own record of the office. Fault::input for an empty name.
Result<void> init(Office const& office, Principal const& principal);

} // namespace attache::office
