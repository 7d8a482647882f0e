// What tells people or organisations of one name apart, wherever they are listed.
#pragma once

#include "model/network.h"

#include <string>
#include <unordered_map>

namespace attache::office {

using RoleOfPerson = std::unordered_map<std::int64_t, Role const*>; // by person: the role shown

// By number, only for those whose name another one has too: the first of employer, title, domain of the e-mail address
// and city (of organisations: city, country, domain, ticker, sector) that none of the others has, else "#12".
std::unordered_map<std::int64_t, std::string> namesakes(Network const& network, RoleOfPerson const& roles);

} // namespace attache::office
