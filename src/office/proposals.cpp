#include "office/proposals.h"

#include "go/check.h"
#include "office/hash.h"

#include <cmath>
#include <fmt/format.h>

namespace attache::office {
namespace {

std::string key_of(std::string_view trip, std::string_view proposal) {
  return fmt::format("proposal {} {}", trip, proposal);
}

} // namespace

std::string propose(Office const& office, KeptTrip const& shown) {
  if (office.shelf == nullptr)
    return {};
  auto const text = write_kept_trip(shown);
  auto name = fmt::format("{}-{}", number(shown.source), sha256(text).substr(0, 24));
  office.shelf->put(key_of(shown.id, name), text);
  return name;
}

Result<KeptTrip> keep_proposal(Office const& office, std::string_view id, std::string_view proposal) {
  auto const now = TRY(kept_trip(office, id));
  auto const text = office.shelf == nullptr ? std::nullopt : office.shelf->find(key_of(now.id, proposal));
  if (!text)
    return fail(Fault::not_found, "the proposal is not there any more", {}, "plan again");
  if (!proposal.starts_with(fmt::format("{}-", number(now.source))))
    return fail(Fault::conflict, "another plan of the trip was kept since this one was proposed", {}, "plan again");
  auto kept = TRY(read_kept_trip(*text));
  auto const value = go::value_of(kept.trip, kept.plan);
  if (!value || std::abs(*value - kept.plan.value) > 1e-6)
    return fail(Fault::conflict, "the proposal does not keep the rules of the trip", {}, "plan again");
  kept.source = TRY(keep_trip(office, kept));
  return kept;
}

} // namespace attache::office
