// The network as read out of claims: people, organisations, roles, contacts, relations, figures, journeys. Plain data.
#pragma once

#include "model/claim.h"

#include <string>
#include <vector>

namespace attache {

// One stated value and the claim that states it.
struct Fact {
  std::string property;
  std::string value;
  Interval valid;
  ClaimId claim{};
  bool former = false;   // a name that another came after
  DecisionId decision{}; // 0, or the one by which that and `valid` are known
  bool operator==(Fact const&) const = default;
};

struct Role {
  PersonId person{};
  OrganisationId organisation{}; // 0 if the source names none
  std::string title;
  Interval valid;
  Realis realis = Realis::asserted;
  ClaimId claim{};
};

struct Person {
  PersonId id{};
  std::string name;              // for display; names() has all of them
  std::vector<Fact> facts;       // names, e-mails, phones ... in order of property, then claim
  std::vector<RecordId> records; // ascending; records[0] is the id
  int tier = 0;                  // 1 = a big shot, larger = lower, 0 = unknown
  bool press_only = false;       // nobody but the press speaks of this person
};

struct Organisation {
  OrganisationId id{};
  std::string name, sector, city, country; // for display; empty if unknown
  std::vector<Fact> facts;
  std::vector<RecordId> records;
  int tier = 0;
};

enum class ContactKind : std::uint8_t { meeting, call, message, event };

struct Contact {
  ContactId id{};
  ContactKind kind = ContactKind::meeting;
  Interval when;
  std::vector<PersonId> people;              // ascending, unique
  std::vector<OrganisationId> organisations; // named as taking part
  std::string title, place, topic;
  Realis realis = Realis::asserted; // only asserted, reported and photo are real encounters
  bool secret = false;              // marked private by its source
  std::vector<ClaimId> claims;
};

enum class RelationKind : std::uint8_t { customer_of, supplier_of, competitor_of, owner_of, partner_of, parent_of };

// Stated by a claim, or decided by somebody: one of `claim` and `decision` is 0.
struct Relation {
  OrganisationId from{}, to{};
  RelationKind kind{};
  Interval valid;
  ClaimId claim{};
  DecisionId decision{};
};

struct Figure {
  OrganisationId organisation{};
  std::string kind, currency; // "market_cap", "USD"
  double amount = 0;
  Moment as_of; // unknown if the source does not say
  Attribution attribution;
  ClaimId claim{};
};

// A trip that a source tells of (not a plan): read from the press or a calendar.
struct Journey {
  TripId id{};
  PersonId traveller{};
  std::vector<std::string> stops;
  Interval when;
  int days = 0; // 0 if not stated and not derivable
  std::string purpose;
  Realis realis = Realis::asserted;
  std::vector<ClaimId> claims;
};

// Everything, each vector in ascending id order (relations, figures, roles in claim order,
// decided relations last).
struct Network {
  std::vector<Person> people;
  std::vector<Organisation> organisations;
  std::vector<Role> roles;
  std::vector<Contact> contacts; // in order of time, then id
  std::vector<Relation> relations;
  std::vector<Figure> figures;
  std::vector<Journey> journeys;
  PersonId principal{};             // 0 if the office has none
  std::vector<PersonId> principals; // all whose office it is, ascending; principal is the first
};

// By id; null if absent. O(log n).
Person const* find_person(Network const& network, PersonId id);
Organisation const* find_organisation(Network const& network, OrganisationId id);

// True for a contact that took place: asserted, reported or photo.
inline bool took_place(Realis realis) {
  return realis == Realis::asserted || realis == Realis::reported || realis == Realis::photo;
}

std::string_view to_string(ContactKind kind);
std::string_view to_string(RelationKind kind);

} // namespace attache
