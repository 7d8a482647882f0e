// What the claims say about one record, gathered for comparison: a person or an organisation as one source knows it.
#pragma once

#include "model/claim.h"
#include "resolve/particulars.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

// Values are unique and in order of their claims. Rejected and retracted claims leave no trace.
struct Profile {
  RecordId record{};
  RecordKind kind = RecordKind::person; // person or organisation
  SourceId source{};
  std::string feed;                       // successive exports of one origin share it; empty if the file stands alone
  bool press = false;                     // its source is an article: never mixed with curated records by a rule
  bool dossier = false;                   // its source gives several values a field (Senzing, FollowTheMoney)
  bool lists_once = false;                // its source has everybody once: an address book
  std::vector<std::string> names;         // as written: names, then aliases
  std::string family, given;              // where the source separates them
  std::vector<std::string> emails;        // comparable: lower case, without "+tag"
  std::vector<std::string> phones;        // as claimed; phone_key() compares them
  std::vector<std::string> birthdays;     // "1968-06-23", "--06-23"; of an organisation: when it was founded
  std::vector<std::string> urls;          // comparable: without scheme, "www." and trailing slash
  std::vector<std::string> organisations; // of a person: names of the organisations of its roles
  std::vector<RecordId> organisation_records;
  std::vector<std::string> titles;
  std::vector<std::string> cities, countries, sectors, tickers;
  std::vector<std::string> domains; // of an organisation: stated or of its url; of a person: of work e-mail
  std::vector<std::pair<std::string, std::string>> others; // of a person: address and unknown columns, with their names
  std::vector<Identifier> identifiers;
  std::vector<std::string> addresses;     // one line each, as written
  std::vector<std::string> genders;       // "f", "m"
  std::vector<std::string> nationalities; // of a person: country_code(); of an organisation: where it is registered
  std::vector<std::string> birthplaces;   // as written
  std::vector<RecordId> contacts;         // of a person: meetings, calls and messages in which it takes part
  int weight = 0;                         // claims about it by others: contacts, roles, relations
};

// Of every person and organisation about whom a claim stands, in record order. O(claims log claims).
std::vector<Profile> profiles(std::vector<Record> const& records, std::vector<Claim> const& claims,
                              std::vector<Source> const& sources);

// "+82 10-1234-5678" and "010 1234 5678" -> "012345678", the last nine digits; empty if fewer than seven.
std::string phone_key(std::string_view phone);
// "mailto:Kim+news@X.com" -> "kim@x.com"; dots before @gmail.com go. Empty if it is no address.
std::string email_key(std::string_view email);
// A box that many people share: info@, office@, noreply@.
bool is_shared_mailbox(std::string_view email);
// gmail.com, naver.com ...: says nothing about an employer.
bool is_public_mail(std::string_view domain);

} // namespace attache::resolve
