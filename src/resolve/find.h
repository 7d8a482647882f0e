// Finding people and organisations by what somebody types: either script, any order, with typing errors.
#pragma once

#include "model/identity.h"
#include "resolve/profile.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

struct NameModel;

struct Match {
  RecordId id{};      // canonical: the person or organisation
  double score = 0;   // 0..1
  std::string name;   // the name that matched, as written
  std::string reason; // "이재용 reads as Lee Jae-yong"
};

// Best first, each person or organisation once, at most `limit`. Finds by whole name, part of a name ("재용", "jae"),
// the other script, nickname, typing error, e-mail address and, for a name with an organisation ("김 한빛전자"), both.
// Empty if nothing is near. Linear in the profiles: 100,000 in under a second.
std::vector<Match> find(std::vector<Profile> const& profiles, Clusters const& clusters, std::string_view query,
                        RecordKind kind, std::size_t limit = 10, NameModel const* learnt = nullptr);

} // namespace attache::resolve
