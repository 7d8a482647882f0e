// The properties that claims use. One spelling per idea; a field that is not here is kept as "x:NAME".
#pragma once

#include <string_view>

namespace attache::property {

using std::string_view_literals::operator""sv;

// of a person (name, alias, url, note and city also of an organisation)
inline constexpr auto name = "name"sv;               // the full name as written
inline constexpr auto family_name = "family_name"sv; // part, where the source separates it
inline constexpr auto given_name = "given_name"sv;
inline constexpr auto alias = "alias"sv;       // another name, nickname, former name
inline constexpr auto email = "email"sv;       // lower case
inline constexpr auto phone = "phone"sv;       // digits and a leading +, as far as known
inline constexpr auto role = "role"sv;         // object: organisation (may be 0), value: title
inline constexpr auto city = "city"sv;         // value: city name
inline constexpr auto address = "address"sv;   // value: one line
inline constexpr auto birthday = "birthday"sv; // value: ISO date or --MM-DD
inline constexpr auto url = "url"sv;
inline constexpr auto note = "note"sv;             // private: never logged
inline constexpr auto connected = "connected"sv;   // value: ISO date on which the two connected (LinkedIn)
inline constexpr auto founder_of = "founder_of"sv; // object: organisation
inline constexpr auto principal = "principal"sv;   // value: "yes": whose office this is

// of an organisation
inline constexpr auto sector = "sector"sv;
inline constexpr auto country = "country"sv; // ISO 3166-1 alpha-2 where known
inline constexpr auto domain = "domain"sv;   // internet domain, lower case
inline constexpr auto ticker = "ticker"sv;
inline constexpr auto tier = "tier"sv; // 1 = a big shot; also of a person
inline constexpr auto figure =
    "figure"sv; // value: "market_cap USD 532900000000" (kind currency amount); valid.from: as-of date
// relations, object: organisation
inline constexpr auto customer_of = "customer_of"sv;
inline constexpr auto supplier_of = "supplier_of"sv;
inline constexpr auto competitor_of = "competitor_of"sv;
inline constexpr auto owner_of = "owner_of"sv;
inline constexpr auto partner_of = "partner_of"sv;

// of a contact; its time is the `valid` of its claims, its realis theirs
inline constexpr auto contact_kind = "contact_kind"sv; // value: meeting call message event
inline constexpr auto participant = "participant"sv;   // object: person, or organisation
inline constexpr auto place = "place"sv;               // value: the place in words
inline constexpr auto topic = "topic"sv;
inline constexpr auto title = "title"sv;         // summary, subject line
inline constexpr auto privacy = "privacy"sv;     // value: private
inline constexpr auto objective = "objective"sv; // what the meeting is for
inline constexpr auto follow_up = "follow_up"sv; // what was promised; value, valid.to: due

// of a trip
inline constexpr auto traveller = "traveller"sv; // object: person
inline constexpr auto stop = "stop"sv;           // value: place in words, in order
inline constexpr auto purpose = "purpose"sv;
inline constexpr auto duration_days = "duration_days"sv; // value: number
inline constexpr auto big_shot_rule = "big_shot_rule"sv; // value: the words, "at least one a day"

} // namespace attache::property
