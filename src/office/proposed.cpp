#include "office/proposed.h"

#include "model/vocabulary.h"

#include <algorithm>
#include <functional>
#include <set>

namespace attache::office {

bool hangs_on_name(Claim const& claim) {
  return claim.property == property::participant && claim.derived && claim.confidence < review_threshold;
}

std::vector<Claim const*> proposed_claims(View const& view) {
  std::set<RecordId> asked; // by name
  std::vector<Claim const*> claims;
  for (auto const& claim : view.claims)
    if (claim.status == Status::proposed) {
      claims.push_back(&claim);
      if (claim.property == property::name)
        asked.insert(claim.subject);
    }
  std::erase_if(claims, [&](auto const* claim) { return hangs_on_name(*claim) && asked.contains(claim->object); });
  std::ranges::stable_sort(claims, std::greater{}, [](auto const* claim) { return claim->confidence; });
  return claims;
}

std::vector<ClaimId> goes_with(View const& view, Claim const& name) {
  std::vector<ClaimId> out;
  if (name.property == property::name)
    for (auto const& claim : view.claims)
      if (hangs_on_name(claim) && claim.object == name.subject && claim.status != Status::retracted)
        out.push_back(claim.id);
  return out;
}

} // namespace attache::office
