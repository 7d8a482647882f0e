#include "model/network.h"

#include "model/tie.h"

#include <algorithm>
#include <array>

namespace attache {
namespace {

template <class Thing, class Id>
Thing const* find(std::vector<Thing> const& things, Id id) {
  auto const found = std::ranges::lower_bound(things, id, {}, &Thing::id);
  return found != things.end() && found->id == id ? &*found : nullptr;
}

template <class Enum, std::size_t size>
std::string_view word(std::array<std::string_view, size> const& names, Enum value) {
  return names.at(static_cast<std::size_t>(value));
}

} // namespace

Person const* find_person(Network const& network, PersonId id) { return find(network.people, id); }
Organisation const* find_organisation(Network const& network, OrganisationId id) {
  return find(network.organisations, id);
}

std::string_view to_string(ContactKind kind) {
  static constexpr std::array<std::string_view, 4> names{"meeting", "call", "message", "event"};
  return word(names, kind);
}
std::string_view to_string(RelationKind kind) {
  static constexpr std::array<std::string_view, 6> names{"customer_of", "supplier_of", "competitor_of",
                                                         "owner_of",    "partner_of",  "parent_of"};
  return word(names, kind);
}
std::string_view to_string(TieState state) {
  static constexpr std::array<std::string_view, 5> names{"new", "active", "cooling", "lapsed", "restored"};
  return word(names, state);
}

} // namespace attache
