// What tests of decisions share: an office in memory with people who are told twice, and every view of it as one text.
#pragma once

#include "keep/memory/store.h"
#include "office/evidence.h"
#include "office/ingest.h"
#include "office/init.h"
#include "office/network_views.h"
#include "office/review.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

namespace attache::office {

inline Instant at_noon(std::string_view day) { return parse_moment(day).value().at + std::chrono::hours{12}; }

struct SmallOffice {
  std::unique_ptr<keep::Store> store = keep::memory::open();
  Office office{.store = *store, .now = at_noon("2024-05-31")};

  SmallOffice() { REQUIRE(init(office, {.name = "Han Do-yun", .emails = {"chair@hanbit.example"}})); }
  void read(std::string const& name, std::string const& bytes) {
    auto const read = ingest(office, bytes, name);
    REQUIRE(read);
    CHECK(read->not_read.empty());
  }
  void resolve() { REQUIRE(resolve_identities(office)); }
  [[nodiscard]] View view(std::string_view day = "2024-05-31") const {
    return load(office, {.as_of = at_noon(day)}).value();
  }
  // The smallest record with this name.
  [[nodiscard]] RecordId record(std::string_view name) const {
    for (auto const& claim : view().claims)
      if (claim.property == "name" && claim.value == name)
        return claim.subject;
    FAIL("nobody is called ", std::string{name});
    return {};
  }
};

struct Card {
  std::string name, email = {}, phone = {}, employer = {}, title = {};
};

inline std::string cards(std::vector<Card> const& all) {
  std::string text;
  for (auto const& [name, email, phone, employer, title] : all) {
    text += "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:" + name + "\r\n";
    for (auto const& [field, value] :
         {std::pair{"EMAIL", email}, std::pair{"TEL", phone}, std::pair{"ORG", employer}, std::pair{"TITLE", title}})
      text += value.empty() ? std::string{} : fmt::format("{}:{}\r\n", field, value);
    text += "END:VCARD\r\n";
  }
  return text;
}

// One meeting of the principal with each address, a month apart.
inline std::string meetings(std::vector<std::string> const& emails) {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n";
  int month = 1;
  for (auto const& email : emails) {
    text +=
        fmt::format("BEGIN:VEVENT\r\nUID:{0}@test\r\nDTSTART:2023{1:02}10T090000Z\r\nDTEND:2023{1:02}10T100000Z\r\n"
                    "SUMMARY:Talk\r\nORGANIZER:mailto:chair@hanbit.example\r\nATTENDEE:mailto:{2}\r\nEND:VEVENT\r\n",
                    month, (month - 1) % 12 + 1, email);
    ++month;
  }
  return text + "END:VCALENDAR\r\n";
}

// Every view, but for the lists of what was done: decisions and the journal grow with each act.
inline std::string all_views(Office const& office) {
  At const at{.as_of = office.now};
  At const before{.as_of = at_noon("2023-06-01")};
  std::string text;
  auto const add = [&](Result<Json> const& json) { text += json ? json->dump() + "\n" : json.error().what + "\n"; };
  for (auto const& when : {at, before}) {
    add(office_page(office, when));
    add(today(office, when));
    add(ties(office, "", 1000, when));
    add(people(office, "", 1000, when));
    add(people(office, "Kim", 1000, when));
    add(organisations(office, "", 1000, when));
    add(network(office, 1000, when));
    add(coverage(office, {}, when));
    add(landscape(office, when));
    add(fragility(office, when));
    add(ledger(office, {}, when));
  }
  add(diff(office, before.as_of, at.as_of, keep::always));
  add(sources(office, at));
  add(review(office, 1000));
  auto const view = load(office, at).value();
  for (auto const& source : view.sources)
    add(office::source(office, source.id, 1000, at));
  for (auto const& record : view.records) {
    auto const number = fmt::format("#{}", attache::number(record.id));
    add(person(office, number, at));
    add(organisation(office, number, at));
    add(paths(office, {.to = number}, at));
  }
  return text;
}

// The lists, and the pages of these: enough for many random offices.
inline std::string views_about(Office const& office, std::vector<RecordId> const& records) {
  At const at{.as_of = office.now};
  std::string text;
  auto const add = [&](Result<Json> const& json) { text += json ? json->dump() + "\n" : json.error().what + "\n"; };
  add(people(office, "", 1000, at));
  add(organisations(office, "", 1000, at));
  add(network(office, 1000, at));
  add(landscape(office, at));
  add(review(office, 1000));
  for (auto const record : records) {
    add(person(office, fmt::format("#{}", number(record)), at));
    add(organisation(office, fmt::format("#{}", number(record)), at));
  }
  return text;
}

} // namespace attache::office
