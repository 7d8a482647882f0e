#include "see/trace.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::see {
namespace {

// One of few possible accounts, so that many of them are of one event.
Telling any_telling(int source) {
  Telling telling{.kept = true, .sources = {SourceId{source}}};
  auto& contact = telling.contact;
  contact.id = ContactId{source};
  contact.kind = *rc::gen::element(ContactKind::meeting, ContactKind::message);
  auto const day = std::chrono::sys_days{std::chrono::days{*rc::gen::inRange(-2, 2)}};
  if (*rc::gen::arbitrary<bool>())
    contact.when.from = day_moment(day);
  else
    contact.when.from = minute_moment(day + std::chrono::seconds{*rc::gen::inRange(0, 86'400)});
  if (*rc::gen::inRange(0, 5) > 0)
    telling.guests = {PersonId{*rc::gen::inRange(1, 3)}};
  else
    contact.organisations = {OrganisationId{*rc::gen::inRange(1, 3)}};
  contact.people = telling.guests;
  if (*rc::gen::inRange(0, 3) == 0)
    telling.uids = {*rc::gen::element<std::string>("uid:1", "uid:2")};
  return telling;
}

bool meets(Telling const& a, Telling const& b) {
  auto const kept = traces(b);
  return std::ranges::any_of(probes(a), [&](auto probe) { return std::ranges::find(kept, probe) != kept.end(); });
}

TEST_CASE("accounts that are one contact meet by their traces, whichever came first") {
  auto joined = 0;
  CHECK(rc::check([&] {
    auto const a = any_telling(1), b = any_telling(2);
    if (merged({a, b}, Instant{std::chrono::days{100}}).size() > 1)
      return;
    ++joined;
    RC_ASSERT(meets(a, b));
    RC_ASSERT(meets(b, a));
  }));
  CHECK(joined > 3);
}

TEST_CASE("accounts of other people or of another week do not meet") {
  Telling one{.guests = {PersonId{7}}};
  one.contact.when.from = day_moment(std::chrono::sys_days{std::chrono::days{19000}});
  auto other = one;
  CHECK(meets(one, other));
  other.guests = {PersonId{8}};
  CHECK_FALSE(meets(one, other));
  other = one;
  other.contact.when.from.at += std::chrono::days{7};
  CHECK_FALSE(meets(one, other));
}

} // namespace
} // namespace attache::see
