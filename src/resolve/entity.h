// What identify() compares: all profiles that are already one, with their names parsed and their fields united.
#pragma once

#include "resolve/company_name.h"
#include "resolve/person_name.h"
#include "resolve/profile.h"

#include <span>
#include <string>
#include <vector>

namespace attache::resolve {

struct Entity {
  RecordId record{}; // the smallest of its records
  RecordKind kind = RecordKind::person;
  bool press = true;                  // all of its records come from the press
  std::vector<PersonName> names;      // of a person
  std::vector<CompanyName> companies; // own names of an organisation; employers of a person
  std::vector<std::string> emails, phones, birthdays, urls, titles, cities, countries, sectors, tickers, domains;
  std::vector<Identifier> identifiers;
  std::vector<Address> addresses, birthplaces;
  std::vector<std::string> genders, nationalities;
  std::vector<RecordId> contacts; // in which a person takes part; one may stand twice
  std::vector<SourceId> articles; // that speak of a person; likewise
  int weight = 0;
  // Of a person: the addresses, numbers, birthdays and profiles of its entry in each list that has everybody once.
  std::vector<std::pair<SourceId, std::vector<std::string>>> listed;
};

// Of one profile. `names` of persons and companies are parsed here, once.
Entity entity_of(Profile const& profile);
// Adds what `from` knows to `into`; equal values are kept once.
void unite(Entity& into, Entity const& from);

} // namespace attache::resolve
