// Strong identifiers. A person, organisation, contact or trip is a cluster of records; its number is the smallest
// RecordId in the cluster, so that it stays when records are added, and any record's number leads to it.
#pragma once

#include <cstdint>

namespace attache {

enum class SourceId : std::int64_t {};
enum class RecordId : std::int64_t {};
enum class ClaimId : std::int64_t {};
enum class DecisionId : std::int64_t {};
enum class ChangeId : std::int64_t {};
enum class PersonId : std::int64_t {};
enum class OrganisationId : std::int64_t {};
enum class ContactId : std::int64_t {};
enum class TripId : std::int64_t {};

template <class Id>
constexpr std::int64_t number(Id id) {
  return static_cast<std::int64_t>(id);
}

} // namespace attache
