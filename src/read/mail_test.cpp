#include "read/mail.h"

#include "model/vocabulary.h"
#include "read/gather_test.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

Batch read_mail(std::string const& text) {
  auto const batch = all_of([&](Sink const& sink) { return mail(text, "in.mbox", sink); });
  REQUIRE(batch);
  CHECK(broken_rule(*batch, text.size()) == "");
  return *batch;
}

std::string const from_line = "From hong@x.example Wed May 10 09:00:00 2023\n";
std::string const kim = "From: Kim <kim@y.example>\nTo: hong@x.example\nDate: Wed, 10 May 2023 18:30:45 +0900\n";

std::string of_contact(Batch const& batch, std::string_view property) {
  return values(batch, records_of(batch, RecordKind::contact).at(0).id, property);
}

TEST_CASE("a message becomes a contact, its sender first, its date in UTC, without its body") {
  auto const batch = read_mail("From: =?UTF-8?B?7ZmN6ri464+Z?= <Hong@X.example>\nTo: \"Kim, Duri\" <kim@y.example>\n"
                               "Cc: lee@z.example\nDate: Wed, 10 May 2023 18:30:45 +0900\nSubject: Visit\n in May\n"
                               "Message-ID: <1@x>\nIn-Reply-To: <0@y>\n\nSecret: body\n");
  CHECK(of_contact(batch, property::contact_kind) == "message");
  CHECK(of_contact(batch, property::title) == "Visit in May");
  CHECK(of_contact(batch, property::participant) == "홍길동 | Kim, Duri | lee@z.example");
  CHECK(of_contact(batch, "x:IN-REPLY-TO") == "0@y");
  auto const contact = records_of(batch, RecordKind::contact).at(0);
  CHECK(contact.key == "mid:1@x");
  CHECK(to_string(claims_about(batch, contact.id, property::title).at(0).valid.from) == "2023-05-10T09:30Z");
  CHECK(values(batch, records_of(batch, RecordKind::person).at(0).id, property::email) == "hong@x.example");
  for (auto const& claim : batch.claims)
    CHECK(claim.value.find("body") == std::string::npos);
}

TEST_CASE("names in Korean charsets are read, encoded or raw") {
  for (std::string const name :
       {"=?ks_c_5601-1987?B?wMzA57/r?=", "=?EUC-KR?B?wMzA57/r?=", "\xC0\xCC\xC0\xE7\xBF\xEB"}) {
    auto const batch = read_mail("From: " + name + " <lee@x.example>\nDate: 10 May 2023 09:00 +0000\n\n");
    CHECK(of_contact(batch, property::participant) == "이재용");
  }
}

TEST_CASE("an mbox gives every message, and a From in a body starts none") {
  auto const batch = read_mail(from_line + kim + "Message-ID: <1@y>\n\nbody\n\nFrom here on it is 10:00 o'clock\n\n" +
                               from_line + kim + "Message-ID: <2@y>\n\nbody\n");
  CHECK(records_of(batch, RecordKind::contact).size() == 2);
  CHECK(records_of(batch, RecordKind::person).size() == 2);
}

TEST_CASE("a copy of a message is reported, not counted twice") {
  auto const batch = read_mail(from_line + kim + "Message-ID: <1@y>\n\n\n" + from_line + kim + "Message-ID: <1@y>\n\n");
  CHECK(records_of(batch, RecordKind::contact).size() == 1);
  REQUIRE(batch.rejected.size() == 1);
  CHECK(batch.rejected[0].where == "in.mbox:8");
}

TEST_CASE("a message without a readable date is rejected with a hint") {
  for (std::string const date : {"", "Date: someday\n"}) {
    auto const batch = read_mail("From: a@x.example\nTo: b@x.example\n" + date + "\n");
    CHECK(batch.records.empty());
    REQUIRE(batch.rejected.size() == 1);
    CHECK_FALSE(batch.rejected[0].hint.empty());
  }
}

TEST_CASE("members of a group are recipients, and undisclosed ones are nobody") {
  auto const batch = read_mail("From: a@x.example\nTo: Board: b@x.example, C <c@x.example>;\n"
                               "Cc: undisclosed-recipients:;\nDate: 10 May 2023 09:00 +0000\n\n");
  CHECK(of_contact(batch, property::participant) == "a@x.example | b@x.example | C");
}

TEST_CASE("a post to a mailing list is an event of those named beside the list") {
  auto const list = std::string{"List-Id: Chips <chips.lists.example>\nDate: 10 May 2023 09:00 +0000\n"};
  auto const batch = read_mail("From: a@x.example\nTo: chips@lists.example\nCc: b@x.example\n" + list + "\n");
  CHECK(of_contact(batch, property::contact_kind) == "event");
  CHECK(of_contact(batch, property::participant) == "a@x.example | b@x.example");
  auto const alone = read_mail("From: a@x.example\nTo: chips@lists.example\n" + list + "\n");
  CHECK(alone.records.empty());
  CHECK(alone.rejected.size() == 1);
}

TEST_CASE("what machines send is rejected") {
  for (std::string const header : {"Auto-Submitted: auto-replied\n", "Precedence: bulk\n"})
    CHECK(read_mail(kim + header + "\n").records.empty());
  CHECK(read_mail("From: No Reply <no-reply@x.example>\nTo: b@x.example\nDate: 10 May 2023 09:00 +0000\n\n")
            .records.empty());
}

TEST_CASE("a file without a header is an input fault") {
  auto const none = all_of([](Sink const& sink) { return mail("just some text\n", "x.eml", sink); });
  CHECK(none.error().fault == Fault::input);
}

TEST_CASE("any lines keep the rules of batches") {
  CHECK(rc::check([] {
    static std::vector<std::string> const known{from_line,
                                                "From: a@b",
                                                "To: =?utf-8?q?=80?= <x@y>",
                                                "Cc: g: a@b, c;",
                                                "Date: 10 May 2023 09:00 +0000",
                                                "",
                                                " x",
                                                "Message-ID: <1>",
                                                "Message-ID: <2>",
                                                "Subject: =?euc-kr?B?//8=?=",
                                                "junk",
                                                "List-Id: <>",
                                                "List-Id: .x"};
    auto const lines = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(known));
    std::string text;
    for (auto const& line : lines)
      text += line + "\n";
    auto const batch = all_of([&](Sink const& sink) { return mail(text, "f", sink); });
    if (batch)
      RC_ASSERT(broken_rule(*batch, text.size()) == "");
  }));
}

} // namespace
} // namespace attache::read
