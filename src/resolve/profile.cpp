#include "resolve/profile.h"

#include "base/unicode.h"
#include "model/vocabulary.h"
#include "resolve/fold.h"
#include "resolve/mail.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace attache::resolve {
namespace {

void add(std::vector<std::string>& list, std::string value) {
  if (!value.empty() && std::ranges::find(list, value) == list.end())
    list.push_back(std::move(value));
}

struct Sheet {
  Profile profile;
  std::vector<std::string> aliases; // after the names
};

using Sheets = std::map<RecordId, Sheet>;

// Calendars, mail and registers of meetings name a person as often as there is occasion; dossiers are often several.
bool lists_once(std::string_view kind) { return kind == "vcard" || kind == "contacts_csv"; }

void add_email(Profile& profile, Claim const& claim) {
  auto const email = email_key(claim.value);
  add(profile.emails, email);
  auto const domain = email.substr(std::min(email.find('@') + 1, email.size()));
  if (!is_public_mail(domain))
    add(profile.domains, domain);
}

void add_url(Profile& profile, Claim const& claim) {
  auto const url = url_key(claim.value);
  add(profile.urls, url);
  if (profile.kind == RecordKind::organisation)
    add(profile.domains, url.substr(0, url.find('/')));
}

// How a property fills a profile.
using Fill = void (*)(Sheet&, Claim const&);
std::unordered_map<std::string_view, Fill> const& fills() {
  static std::unordered_map<std::string_view, Fill> const table{
      {property::name, [](Sheet& s, Claim const& c) { add(s.profile.names, squeeze(c.value)); }},
      {property::alias, [](Sheet& s, Claim const& c) { add(s.aliases, squeeze(c.value)); }},
      {property::family_name, [](Sheet& s, Claim const& c) { s.profile.family = squeeze(c.value); }},
      {property::given_name, [](Sheet& s, Claim const& c) { s.profile.given = squeeze(c.value); }},
      {property::email, [](Sheet& s, Claim const& c) { add_email(s.profile, c); }},
      {property::phone, [](Sheet& s, Claim const& c) { add(s.profile.phones, c.value); }},
      {property::birthday, [](Sheet& s, Claim const& c) { add(s.profile.birthdays, c.value); }},
      {property::url, [](Sheet& s, Claim const& c) { add_url(s.profile, c); }},
      {property::city, [](Sheet& s, Claim const& c) { add(s.profile.cities, fold_case(squeeze(c.value))); }},
      {property::country, [](Sheet& s, Claim const& c) { add(s.profile.countries, country_code(squeeze(c.value))); }},
      {property::sector, [](Sheet& s, Claim const& c) { add(s.profile.sectors, fold_case(squeeze(c.value))); }},
      {property::ticker, [](Sheet& s, Claim const& c) { add(s.profile.tickers, fold_case(squeeze(c.value))); }},
      {property::domain, [](Sheet& s, Claim const& c) { add(s.profile.domains, url_key(c.value)); }},
  };
  return table;
}

void add_role(Sheets& sheets, Claim const& claim) {
  auto& profile = sheets.at(claim.subject).profile;
  add(profile.titles, fold_case(squeeze(claim.value)));
  auto const organisation = sheets.find(claim.object);
  if (organisation == sheets.end())
    return;
  if (std::ranges::find(profile.organisation_records, claim.object) == profile.organisation_records.end())
    profile.organisation_records.push_back(claim.object);
  for (auto const& name : organisation->second.profile.names)
    add(profile.organisations, name);
}

// Columns that only tell people of one table apart.
void add_other(Sheets& sheets, Claim const& claim) {
  auto const unknown = claim.property.starts_with("x:");
  if (!unknown && claim.property != property::address)
    return;
  if (auto const subject = sheets.find(claim.subject);
      subject != sheets.end() && subject->second.profile.kind == RecordKind::person)
    subject->second.profile.others.emplace_back(unknown ? claim.property.substr(2) : claim.property,
                                                squeeze(claim.value));
}

bool ends_with_one_of(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings, [&](auto ending) { return word.ends_with(ending); });
}

// Addresses, numbers, sex and origin, whatever their source calls them.
void add_particular(Sheets& sheets, Claim const& claim) {
  auto const subject = sheets.find(claim.subject);
  if (subject == sheets.end())
    return;
  auto& profile = subject->second.profile;
  if (claim.property == property::address)
    return add(profile.addresses, squeeze(claim.value));
  if (!claim.property.starts_with("x:"))
    return;
  auto heading = letters(fold(std::string_view{claim.property}.substr(2)));
  if (auto found = identifier_of(claim.property.substr(2), claim.value)) {
    if (std::ranges::find(profile.identifiers, *found) == profile.identifiers.end())
      profile.identifiers.push_back(std::move(*found));
  } else if (ends_with_one_of(heading, {"gender", "sex"})) {
    add(profile.genders, gender_code(claim.value));
  } else if (ends_with_one_of(heading, {"nationality", "citizenship", "jurisdiction", "registrationcountry"})) {
    add(profile.nationalities, country_code(claim.value));
  } else if (ends_with_one_of(heading, {"birthplace", "placeofbirth"})) {
    add(profile.birthplaces, squeeze(claim.value));
  } else if (ends_with_one_of(heading, {"incorporationdate", "registrationdate", "foundingdate"})) {
    add(profile.birthdays, claim.value);
  }
}

Sheets empty_sheets(std::vector<Record> const& records, std::vector<Source> const& sources) {
  std::unordered_map<SourceId, Source const*> by_id;
  for (auto const& source : sources)
    by_id.emplace(source.id, &source);
  Sheets out;
  for (auto const& record : records) {
    if (record.kind != RecordKind::person && record.kind != RecordKind::organisation)
      continue;
    Profile profile{.record = record.id, .kind = record.kind, .source = record.source};
    if (auto const source = by_id.find(record.source); source != by_id.end()) {
      profile.feed = source->second->feed;
      profile.press = source->second->kind == "article";
      profile.dossier = source->second->kind == "senzing_json" || source->second->kind == "ftm_json";
      profile.lists_once = lists_once(source->second->kind);
    }
    out.emplace(record.id, Sheet{.profile = std::move(profile)});
  }
  return out;
}

bool stands(Claim const& claim) { return claim.status == Status::accepted || claim.status == Status::proposed; }

// A source that gives only the parts still gives a name.
std::string name_of_parts(Profile const& profile) {
  if (profile.family.empty() || profile.given.empty())
    return profile.family + profile.given;
  return has_hangul(profile.family) ? profile.family + profile.given : profile.given + " " + profile.family;
}

bool says_something(Profile const& profile) {
  return !profile.names.empty() || !profile.emails.empty() || !profile.phones.empty() || !profile.urls.empty() ||
         !profile.domains.empty() || !profile.identifiers.empty();
}

} // namespace

std::vector<Profile> profiles(std::vector<Record> const& records, std::vector<Claim> const& claims,
                              std::vector<Source> const& sources) {
  auto sheets = empty_sheets(records, sources);
  for (auto const& claim : claims) {
    if (!stands(claim))
      continue;
    if (auto const object = sheets.find(claim.object); object != sheets.end()) {
      ++object->second.profile.weight;
      if (claim.property == property::participant)
        object->second.profile.contacts.push_back(claim.subject);
    }
    add_other(sheets, claim);
    add_particular(sheets, claim);
    auto const fill = fills().find(claim.property);
    if (auto const subject = sheets.find(claim.subject); subject != sheets.end() && fill != fills().end())
      fill->second(subject->second, claim);
  }
  for (auto const& claim : claims) // after all names are known
    if (stands(claim) && claim.property == property::role && sheets.contains(claim.subject))
      add_role(sheets, claim);
  std::vector<Profile> out;
  for (auto& [record, sheet] : sheets) {
    for (auto& alias : sheet.aliases)
      add(sheet.profile.names, std::move(alias));
    if (sheet.profile.names.empty())
      add(sheet.profile.names, name_of_parts(sheet.profile));
    if (says_something(sheet.profile))
      out.push_back(std::move(sheet.profile));
  }
  return out;
}

} // namespace attache::resolve
