#include "read/ftm.h"

#include "model/vocabulary.h"
#include "read/gather_test.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

Result<Batch> entities(std::string_view text) {
  return all_of([&](Sink const& sink) { return ftm(text, "e.json", sink); });
}

constexpr std::string_view small =
    R"({"id":"m1","schema":"Employment","properties":{"employee":["p1"],"employer":["c1"],"role":["CEO"],"startDate":["2020-05"]}}
{"id":"p1","schema":"Person","properties":{"name":["Ann Lee","이앤"],"email":["ANN@x.example","nonsense"],"nationality":["us"],"country":["us"]}}

{"id":"c1","schema":"Company","properties":{"name":["Acme"],"jurisdiction":["us"]}}
{"id":"c2","schema":"Organization","properties":{"name":["Byte"]}}
{"id":"o1","schema":"Ownership","properties":{"owner":["c2"],"asset":["c1"]}}
{"id":"u1","schema":"UnknownLink","properties":{"subject":["c1"],"object":["c2"],"role":["customer_of"]}}
{"id":"e1","schema":"Event","properties":{"name":["Dinner"],"date":["2023-05-10"],"involved":["p1","c1"],"location":["Boston"]}}
)";

TEST_CASE("entities become people, organisations and contacts, also when links stand before them") {
  auto const got = entities(small);
  REQUIRE(got);
  CHECK(got->rejected.empty());
  CHECK(broken_rule(*got, small.size()).empty());
  auto const people = records_of(*got, RecordKind::person);
  REQUIRE(people.size() == 1);
  CHECK(people[0].key == "ftm:p1");
  CHECK(values(*got, people[0].id, property::name) == "Ann Lee");
  CHECK(values(*got, people[0].id, property::alias) == "이앤");
  CHECK(values(*got, people[0].id, property::email) == "ann@x.example");
  CHECK(values(*got, people[0].id, "x:email") == "nonsense");
  CHECK(values(*got, people[0].id, property::country) == "US");
}

TEST_CASE("an employment is a role with its time") {
  auto const got = entities(small);
  auto const roles = claims_about(*got, records_of(*got, RecordKind::person).at(0).id, property::role);
  REQUIRE(roles.size() == 1);
  CHECK(roles[0].value == "CEO");
  CHECK(to_string(roles[0].valid.from) == "2020-05");
  CHECK(roles[0].object == records_of(*got, RecordKind::organisation).at(0).id);
}

TEST_CASE("ownership and links with a known role are relations, events are contacts") {
  auto const got = entities(small);
  auto const companies = records_of(*got, RecordKind::organisation);
  CHECK(claims_about(*got, companies.at(1).id, property::owner_of).size() == 1);
  CHECK(claims_about(*got, companies.at(0).id, property::customer_of).size() == 1);
  auto const event = records_of(*got, RecordKind::contact).at(0);
  CHECK(claims_about(*got, event.id, property::participant).size() == 2);
  CHECK(values(*got, event.id, property::title) == "Dinner");
  CHECK(to_string(claims_about(*got, event.id, property::contact_kind).at(0).valid.from) == "2023-05-10");
}

TEST_CASE("a broken line, a missing end and a second entity of one id are rejected with their lines") {
  auto const got = entities(
      "{\"id\":\"p\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}}\n{broken\n"
      "{\"id\":\"p\",\"schema\":\"Person\",\"properties\":{\"name\":[\"B\"]}}\n"
      "{\"id\":\"m\",\"schema\":\"Membership\",\"properties\":{\"member\":[\"p\"],\"organization\":[\"x\"]}}\n");
  REQUIRE(got);
  REQUIRE(got->rejected.size() == 3);
  CHECK(got->rejected[0].where == "e.json:2");
  CHECK(got->rejected[1].where == "e.json:3");
  CHECK(got->rejected[2].where == "e.json:4");
}

TEST_CASE("other schemata are reported once each with their number") {
  auto const got = entities("{\"id\":\"1\",\"schema\":\"Vessel\",\"properties\":{}}\n{\"id\":\"2\",\"schema\":"
                            "\"Vessel\",\"properties\":{}}\n");
  REQUIRE(got);
  REQUIRE(got->rejected.size() == 1);
  CHECK(got->rejected[0].reason == "2 of schema 'Vessel' were skipped");
}

TEST_CASE("a file without entities is an input error") {
  auto const got = entities("[1,2]\n");
  REQUIRE_FALSE(got);
  CHECK(got.error().fault == Fault::input);
}

TEST_CASE("lines in any order say the same") {
  CHECK(rc::check([] {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < small.size();) {
      auto const end = small.find('\n', at);
      lines.emplace_back(small.substr(at, end - at));
      at = end + 1;
    }
    auto const shift = *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(lines.size()));
    std::ranges::rotate(lines, lines.begin() + shift);
    std::string text;
    for (auto const& line : lines)
      text += line + "\n";
    auto const got = entities(text);
    RC_ASSERT(got.has_value());
    RC_ASSERT(got->rejected.empty());
    RC_ASSERT(got->claims.size() == entities(small)->claims.size());
    RC_ASSERT(broken_rule(*got, text.size()).empty());
  }));
}

} // namespace
} // namespace attache::read
