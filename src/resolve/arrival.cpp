#include "resolve/arrival.h"

#include "resolve/block.h"
#include "resolve/fold.h"
#include "resolve/number_map.h"
#include "resolve/packed.h"

namespace attache::resolve {

std::uint64_t name_key(std::string_view written) { return hash_of(fold(written), hash_of("name")); }

Arrival arrival_of(Profile const& profile) {
  Arrival out{.record = profile.record, .content = packed(profile), .keys = proof_keys(profile)};
  out.bearer = static_cast<std::uint64_t>(profile.kind);
  for (auto const& name : profile.names)
    out.bearer = hash_of(name, out.bearer);
  if (profile.kind == RecordKind::person)
    for (auto const& name : profile.names)
      out.names.push_back(name_key(name));
  else
    for (auto const* const list : {&profile.domains, &profile.tickers, &profile.countries})
      for (auto const& value : *list)
        out.bearer = hash_of(value, out.bearer);
  return out;
}

} // namespace attache::resolve
