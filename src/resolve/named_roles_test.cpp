#include "resolve/named_roles.h"

#include "model/vocabulary.h"
#include "resolve/person_name.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace attache;
using namespace attache::resolve;

namespace {

Claim claim(int subject, std::string_view property, std::string value, int object = 0) {
  return {.subject = RecordId{subject},
          .property = std::string{property},
          .object = RecordId{object},
          .value = std::move(value),
          .evidence = {.locator = "line 3", .begin = 10, .end = 25}};
}

Batch batch(std::vector<Claim> claims) {
  return {.records = {{.id = RecordId{1}, .kind = RecordKind::person},
                      {.id = RecordId{2}, .kind = RecordKind::organisation}},
          .claims = std::move(claims)};
}

} // namespace

TEST_CASE("an office beside a name is found as it is written, in four languages") {
  CHECK(office_in("한도윤 회장") == "회장");
  CHECK(office_in("이재용회장") == "회장");
  CHECK(office_in("Chairman Lee Jae-yong") == "Chairman");
  CHECK(office_in("Vice Chairman Ann Ashcombe") == "Vice Chairman");
  CHECK(office_in("Ann Ashcombe, CEO") == "CEO");
  CHECK(office_in("佐藤 社長") == "社長");
  CHECK(office_in("王 总经理") == "总经理");
  CHECK(office_in("김민수 부장님") == "부장");
  CHECK(office_in("Prof. Dr. Hans Müller") == "Prof");
}

TEST_CASE("an office with a polite syllable is no part of the name") {
  for (auto const* const written : {"김민수 부장님", "김민수부장님", "김민수 부장", "김민수님"}) {
    CAPTURE(written);
    auto const names = parse_person(written);
    REQUIRE(names.size() == 1);
    CHECK(names.front().native == U"김민수");
  }
}

TEST_CASE("what is polite, a degree, over, or only a name is no office") {
  for (auto const* const name : {"Dr. Ann Ashcombe", "Mr. Kim", "한도윤 님", "Ann Ashcombe, PhD",
                                 "former President Ann Ashcombe", "한도윤", "Ann King", "佐藤 様", "Senior Kim", ""}) {
    CAPTURE(name);
    CHECK(office_in(name).empty());
  }
}

TEST_CASE("an office in a name becomes a role with the name's words as evidence") {
  auto one = batch({claim(1, property::name, "한도윤 회장"), claim(1, property::role, "", 2)});
  add_named_roles(one);
  REQUIRE(one.claims.size() == 3);
  auto const& role = one.claims.back();
  CHECK(role.property == property::role);
  CHECK(role.value == "회장");
  CHECK(role.object == RecordId{2});
  CHECK(role.derived);
  CHECK(role.evidence == Evidence{.locator = "line 3", .begin = 10, .end = 25, .quote = "한도윤 회장"});
}

TEST_CASE("whose office is told is left alone, and of two employers neither is chosen") {
  auto told = batch({claim(1, property::name, "한도윤 회장"), claim(1, property::role, "Chairman", 2)});
  add_named_roles(told);
  CHECK(told.claims.size() == 2);
  auto two = batch(
      {claim(1, property::name, "한도윤 회장"), claim(1, property::role, "", 2), claim(1, property::role, "", 3)});
  add_named_roles(two);
  CHECK(two.claims.back().object == RecordId{});
}

TEST_CASE("no text that stands for a name is too strange to be looked at") {
  CHECK(rc::check([](std::string const& text) { RC_ASSERT(office_in(text).size() <= text.size() + 64); }));
}
