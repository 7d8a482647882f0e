// What one page shows: everything known of a person or an organisation on a date, each line with its claims.
#pragma once

#include "model/tie.h"
#include "see/landscape.h"

#include <optional>
#include <string>
#include <vector>

namespace attache::see {

// One value with every claim that states it.
struct Line {
  std::string property, value;
  Interval valid;              // of the first claim
  std::vector<ClaimId> claims; // ascending
  bool former = false;         // a name that another came after
  DecisionId decision{};       // 0, or the one that says so, and when
};

struct RoleLine {
  Role role;
  std::string person, organisation; // names for display; empty if unknown
  bool current = false;
};

// A contact as a page tells it.
struct ContactLine {
  Contact contact;
  std::vector<std::string> people, organisations; // names, in the contact's order
  bool counted = false;                           // took place and was over on the date
};

struct TieLine {
  Tie tie; // a is whom the page is about
  std::string name, organisation;
};

struct RelationLine {
  Relation relation;
  std::string from, to; // names
};

struct PersonPage {
  Person person;
  std::vector<std::string> names;      // every name and alias, the one shown first, then in order of their claims
  std::string organisation, title;     // of the role shown; empty if none
  int tier = 0;                        // the person's own, or their organisation's
  std::vector<Line> lines;             // facts, by property, then first claim
  std::vector<RoleLine> roles;         // current ones first, then newest
  std::optional<Tie> tie;              // with the principal (a), if there is one
  std::vector<ContactLine> contacts;   // newest first
  std::vector<TieLine> ties;           // with everybody but the principal, strongest first
  std::vector<RelationLine> relations; // of the organisations they serve, in claim order
  std::vector<Journey> journeys;       // newest first
};

struct OrganisationPage {
  Organisation organisation;
  std::vector<std::string> names;
  std::vector<Line> lines;
  std::vector<RoleLine> roles;     // who serves or served here: current ones first, then newest
  std::vector<Standing> standings; // newest figures with their rank
  std::vector<Figure> figures;     // all, newest first
  std::vector<RelationLine> relations;
  std::vector<TieLine> ties;         // the principal's with people who serve here on the date, strongest first
  std::vector<ContactLine> contacts; // with it or with people who served here then, newest first
};

// Nothing if there is no such person or organisation. `all` from all_ties().
std::optional<PersonPage> person_page(Network const& network, std::vector<Tie> const& all, PersonId id, Instant as_of);
std::optional<OrganisationPage> organisation_page(Network const& network, std::vector<Tie> const& all,
                                                  OrganisationId id, Instant as_of);

} // namespace attache::see
