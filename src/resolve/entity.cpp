#include "resolve/entity.h"

#include <algorithm>

namespace attache::resolve {
namespace {

void add(std::vector<std::string>& into, std::vector<std::string> const& from) {
  for (auto const& value : from)
    if (std::ranges::find(into, value) == into.end())
      into.push_back(value);
}

template <class Thing>
void add_if_new(std::vector<Thing>& into, Thing thing) {
  if (std::ranges::find(into, thing) == into.end())
    into.push_back(std::move(thing));
}

bool same_name(PersonName const& a, PersonName const& b) {
  return a.native == b.native && a.native_words == b.native_words && a.words == b.words && a.suffix == b.suffix &&
         a.maybe_first == b.maybe_first;
}

void add_company(std::vector<CompanyName>& into, CompanyName const& name) {
  auto const known = [&](CompanyName const& other) {
    return other.core == name.core && other.legal_forms == name.legal_forms;
  };
  if (!name.empty() && std::ranges::none_of(into, known))
    into.push_back(name);
}

void add_name(std::vector<PersonName>& into, PersonName const& name) {
  if (std::ranges::none_of(into, [&](PersonName const& other) { return same_name(other, name); }))
    into.push_back(name);
}

} // namespace

Entity entity_of(Profile const& profile) {
  Entity out{.record = profile.record,
             .kind = profile.kind,
             .press = profile.press,
             .emails = profile.emails,
             .birthdays = profile.birthdays,
             .urls = profile.urls,
             .titles = profile.titles,
             .cities = profile.cities,
             .countries = profile.countries,
             .sectors = profile.sectors,
             .tickers = profile.tickers,
             .domains = profile.domains,
             .identifiers = profile.identifiers,
             .genders = profile.genders,
             .nationalities = profile.nationalities,
             .contacts = profile.contacts,
             .weight = profile.weight};
  for (auto const& phone : profile.phones)
    if (auto key = phone_key(phone); !key.empty())
      add(out.phones, {std::move(key)});
  for (auto const& address : profile.addresses)
    add_if_new(out.addresses, address_of(address));
  for (auto const& place : profile.birthplaces)
    add_if_new(out.birthplaces, address_of(place));
  auto const is_person = profile.kind == RecordKind::person;
  for (auto const& written : profile.names)
    if (is_person)
      for (auto const& name : parse_person(written, {.family = profile.family, .given = profile.given}))
        add_name(out.names, name);
  for (auto const& written : is_person ? profile.organisations : profile.names)
    add_company(out.companies, parse_company(written));
  if (is_person && profile.press && profile.source != SourceId{})
    out.articles.push_back(profile.source);
  if (is_person && profile.lists_once) {
    auto& marks = out.listed.emplace_back(profile.source, std::vector<std::string>{}).second;
    for (auto const* const values : {&out.emails, &out.phones, &out.birthdays, &out.urls})
      add(marks, *values);
  }
  return out;
}

void unite(Entity& into, Entity const& from) {
  into.record = std::min(into.record, from.record);
  into.press = into.press && from.press;
  for (auto const& name : from.names)
    add_name(into.names, name);
  for (auto const& company : from.companies)
    add_company(into.companies, company);
  add(into.emails, from.emails);
  add(into.phones, from.phones);
  add(into.birthdays, from.birthdays);
  add(into.urls, from.urls);
  add(into.titles, from.titles);
  add(into.cities, from.cities);
  add(into.countries, from.countries);
  add(into.sectors, from.sectors);
  add(into.tickers, from.tickers);
  add(into.domains, from.domains);
  add(into.genders, from.genders);
  add(into.nationalities, from.nationalities);
  for (auto const& identifier : from.identifiers)
    add_if_new(into.identifiers, identifier);
  for (auto const& address : from.addresses)
    add_if_new(into.addresses, address);
  for (auto const& place : from.birthplaces)
    add_if_new(into.birthplaces, place);
  into.contacts.insert(into.contacts.end(), from.contacts.begin(), from.contacts.end());
  into.articles.insert(into.articles.end(), from.articles.begin(), from.articles.end());
  into.weight += from.weight;
  for (auto const& [source, marks] : from.listed) {
    auto const same = std::ranges::find(into.listed, source, [](auto const& entry) { return entry.first; });
    if (same == into.listed.end())
      into.listed.emplace_back(source, marks);
    else
      add(same->second, marks);
  }
}

} // namespace attache::resolve
