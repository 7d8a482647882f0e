#include "resolve/profile.h"

#include "model/vocabulary.h"

#include <doctest/doctest.h>

using namespace attache;
using namespace attache::resolve;

namespace {

Claim claim(int subject, std::string_view property, std::string value, int object = 0) {
  return {.subject = RecordId{subject},
          .property = std::string{property},
          .object = RecordId{object},
          .value = std::move(value)};
}

std::vector<Record> const records{{.id = RecordId{1}, .source = SourceId{1}},
                                  {.id = RecordId{2}, .source = SourceId{1}, .kind = RecordKind::organisation},
                                  {.id = RecordId{3}, .source = SourceId{2}}};
std::vector<Source> const sources{{.id = SourceId{1}, .kind = "vcard", .feed = "vcard lee.vcf"},
                                  {.id = SourceId{2}, .kind = "article"}};

} // namespace

TEST_CASE("a profile gathers what its claims say, an employer's name included") {
  auto const found =
      profiles(records,
               {claim(1, property::name, "홍길동"), claim(1, property::alias, "Hong Gil-dong"),
                claim(1, property::email, "Hong+news@Hanbit.example"), claim(1, property::role, "Chairman", 2),
                claim(2, property::name, "Hanbit Electronics"), claim(3, property::name, "Hong")},
               sources);
  REQUIRE(found.size() == 3);
  CHECK(found[0].names == std::vector<std::string>{"홍길동", "Hong Gil-dong"});
  CHECK(found[0].emails == std::vector<std::string>{"hong@hanbit.example"});
  CHECK(found[0].domains == std::vector<std::string>{"hanbit.example"});
  CHECK(found[0].organisations == std::vector<std::string>{"Hanbit Electronics"});
  CHECK(found[0].titles == std::vector<std::string>{"chairman"});
  CHECK(found[0].feed == "vcard lee.vcf");
  CHECK(found[1].weight == 1);
  CHECK_FALSE(found[0].press);
  CHECK(found[2].press);
}

TEST_CASE("rejected and retracted claims leave no trace in a profile") {
  auto gone = claim(1, property::name, "홍길동");
  gone.status = Status::retracted;
  CHECK(profiles(records, {gone}, sources).empty());
}

TEST_CASE("family and given name make a name where the source gives no other") {
  auto const western =
      profiles(records, {claim(1, property::family_name, "Smith"), claim(1, property::given_name, "John")}, sources);
  CHECK(western.at(0).names == std::vector<std::string>{"John Smith"});
  auto const korean =
      profiles(records, {claim(1, property::family_name, "홍"), claim(1, property::given_name, "길동")}, sources);
  CHECK(korean.at(0).names == std::vector<std::string>{"홍길동"});
}

TEST_CASE("telephone numbers compare by their last nine digits") {
  CHECK(phone_key("+82 10-1234-5678") == phone_key("010 1234 5678"));
  CHECK(phone_key("+1 (415) 555-0123") == phone_key("415.555.0123"));
  CHECK(phone_key("1234").empty());
}

TEST_CASE("e-mail addresses compare without tags, and what is no address is none") {
  CHECK(email_key("mailto:H.Kim+x@Gmail.com") == "hkim@gmail.com");
  CHECK(email_key("kim").empty());
  CHECK(email_key("@x").empty());
  CHECK(is_shared_mailbox("info@hanbit.example"));
}
