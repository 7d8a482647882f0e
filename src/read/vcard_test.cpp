#include "read/vcard.h"

#include "model/vocabulary.h"
#include "read/content_line.h"
#include "read/gather_test.h"
#include "read/vcard_values.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

Batch read_cards(std::string const& text) {
  auto const batch = all_of([&](Sink const& sink) { return vcard(text, "lee.vcf", sink); });
  REQUIRE(batch);
  CHECK(broken_rule(*batch, decode_content(text).size()) == "");
  return *batch;
}

Batch read_card(std::string const& lines) { return read_cards("BEGIN:VCARD\n" + lines + "END:VCARD\n"); }

// Values of a property of the only person.
std::string of_person(Batch const& batch, std::string_view property) {
  return values(batch, records_of(batch, RecordKind::person).at(0).id, property);
}

TEST_CASE("a card becomes a person with names, addresses and a role in an organisation") {
  auto const batch = read_card("VERSION:3.0\nUID:p1\nFN:Hong Gildong\nN:Hong;Gildong;;;\nORG:Hanbit Semiconductor\n"
                               "TITLE:Chair\nEMAIL;TYPE=work:Gildong@Hanbit.example\nTEL:+82 (2) 555-0100\n"
                               "ADR:;;1 Main St;Seoul;;04524;Korea\nBDAY:19680623\nURL:https://hanbit.example/\n");
  auto const person = records_of(batch, RecordKind::person).at(0);
  CHECK(person.key == "uid:p1");
  CHECK(of_person(batch, property::name) == "Hong Gildong");
  CHECK(of_person(batch, property::family_name) == "Hong");
  CHECK(of_person(batch, property::email) == "gildong@hanbit.example");
  CHECK(of_person(batch, property::phone) == "+8225550100");
  CHECK(of_person(batch, property::address) == "1 Main St, Seoul, 04524, Korea");
  CHECK(of_person(batch, property::city) == "Seoul");
  CHECK(of_person(batch, property::birthday) == "1968-06-23");
  auto const role = claims_about(batch, person.id, property::role).at(0);
  CHECK(role.value == "Chair");
  CHECK(values(batch, role.object, property::name) == "Hanbit Semiconductor");
  CHECK(batch.rejected.empty());
}

TEST_CASE("evidence has the line and the exact words where the value differs from them") {
  std::string const text = "BEGIN:VCARD\nFN:홍길동\nTEL:+82 2 555\nEND:VCARD\n";
  auto const batch = read_cards(text);
  auto const& name = batch.claims.at(0);
  CHECK(name.evidence.locator == "line 2");
  CHECK(text.substr(name.evidence.begin, name.evidence.end - name.evidence.begin) == "홍길동");
  CHECK(name.evidence.quote.empty());
  CHECK(batch.claims.at(1).evidence.quote == "+82 2 555");
}

TEST_CASE("vCard 2.1 in quoted-printable CP949 is read") {
  auto const batch =
      read_card("VERSION:2.1\nN;CHARSET=ks_c_5601-1987;ENCODING=QUOTED-PRINTABLE:=C0=CC;=C0=E7=\n=BF=EB\n"
                "TEL;CELL;VOICE:010-1234-5678\n");
  CHECK(of_person(batch, property::name) == "이재용");
  CHECK(of_person(batch, property::given_name) == "재용");
  CHECK(claims_about(batch, RecordId{1}, property::name).at(0).derived);
  CHECK(of_person(batch, property::phone) == "01012345678");
}

TEST_CASE("names in other languages, nicknames and phonetic names are aliases") {
  auto const batch =
      read_card("VERSION:4.0\nFN;ALTID=1;LANGUAGE=ko:홍길동\nFN;ALTID=1;LANGUAGE=en;PREF=1:Gildong Hong\n"
                "NICKNAME:GD,Gil\nX-PHONETIC-FIRST-NAME:Kildong\nX-PHONETIC-LAST-NAME:Hong\n");
  CHECK(of_person(batch, property::name) == "Gildong Hong");
  CHECK(of_person(batch, property::alias) == "홍길동 | GD | Gil | Kildong Hong");
}

TEST_CASE("each organisation has the title of its group, and one name is one record in a source") {
  auto const batch =
      read_cards("BEGIN:VCARD\nFN:A B\na.ORG:Hanbit;Memory\nb.ORG:Duri Fund\nb.TITLE:Adviser\na.TITLE:CEO\n"
                 "END:VCARD\nBEGIN:VCARD\nFN:C D\nORG:HANBIT\nEND:VCARD\n");
  CHECK(records_of(batch, RecordKind::organisation).size() == 2);
  auto const people = records_of(batch, RecordKind::person);
  auto const roles = claims_about(batch, people.at(0).id, property::role);
  REQUIRE(roles.size() == 2);
  CHECK(roles[0].value == "CEO");
  CHECK(values(batch, roles[1].object, property::name) == "Duri Fund");
  CHECK(values(batch, people.at(0).id, "x:ORG") == "Hanbit;Memory");
  CHECK(claims_about(batch, people.at(1).id, property::role).at(0).object == roles[0].object);
}

TEST_CASE("an organisation in two languages is one organisation with an alias") {
  auto const batch = read_card("FN:홍길동\nORG;ALTID=1;LANGUAGE=ko:한빛반도체\nORG;ALTID=1;LANGUAGE=en:Hanbit\n");
  auto const organisations = records_of(batch, RecordKind::organisation);
  REQUIRE(organisations.size() == 1);
  CHECK(values(batch, organisations[0].id, property::alias) == "Hanbit");
}

TEST_CASE("a field that attache does not know keeps its name and its whole line") {
  auto const batch = read_card("FN:x\nitem1.X-ABRELATEDNAMES;TYPE=pref:Kim\nitem1.X-ABLabel:_$!<Spouse>!$_\n"
                               "item2.EMAIL:a@b.example\nitem2.X-ABLabel:Work\nX-TWITTER:hong\n");
  auto const related = claims_about(batch, RecordId{1}, "x:X-ABRELATEDNAMES").at(0);
  CHECK(related.value == "Kim");
  CHECK(related.evidence.quote == "item1.X-ABRELATEDNAMES;TYPE=pref:Kim");
  CHECK(of_person(batch, "x:X-ABLABEL") == "_$!<Spouse>!$_");
  CHECK(of_person(batch, "x:X-TWITTER") == "hong");
}

TEST_CASE("the bytes of a photo are not kept") {
  auto const batch = read_card("FN:x\nPHOTO;ENCODING=b;TYPE=JPEG:QUJDREVG\n R0g=\n");
  CHECK(of_person(batch, "x:PHOTO") == "JPEG, 8 bytes");
}

TEST_CASE("a company's card is an organisation, and a list is skipped") {
  auto const batch = read_cards("BEGIN:VCARD\nN:;;;;\nFN:Hanbit\nORG:Hanbit;\nX-ABShowAs:COMPANY\nEND:VCARD\n"
                                "BEGIN:VCARD\nKIND:group\nFN:Friends\nMEMBER:urn:uuid:1\nEND:VCARD\n");
  CHECK(records_of(batch, RecordKind::organisation).size() == 1);
  CHECK(records_of(batch, RecordKind::person).empty());
  REQUIRE(batch.rejected.size() == 1);
  CHECK(batch.rejected[0].where == "lee.vcf:7");
}

TEST_CASE("what cannot be read is rejected singly, with its line") {
  auto const batch = read_cards("BEGIN:VCARD\nFN:One\nbroken line\nEMAIL:nobody\nTEL:none\nBEGIN:VCARD\nFN:Two\n");
  CHECK(records_of(batch, RecordKind::person).size() == 2);
  std::vector<std::string> where;
  for (auto const& rejected : batch.rejected)
    where.push_back(rejected.where);
  CHECK(where == std::vector<std::string>{"lee.vcf:3", "lee.vcf:1", "lee.vcf:4", "lee.vcf:5", "lee.vcf:6"});
}

TEST_CASE("a card inside a card is a person of its own") {
  auto const batch = read_card("FN:Chief\nAGENT:\nBEGIN:VCARD\nFN:Assistant\nEND:VCARD\nTEL:1\n");
  CHECK(records_of(batch, RecordKind::person).size() == 2);
  CHECK(batch.rejected.empty());
}

TEST_CASE("a file without a card is an input fault") {
  auto const none = all_of([](Sink const& sink) { return vcard("name,mail\n", "x.csv", sink); });
  CHECK(none.error().fault == Fault::input);
  CHECK(none.error().where == "x.csv");
}

TEST_CASE("an error of the sink stops the reader") {
  auto const stopped = vcard("BEGIN:VCARD\nFN:x\nEND:VCARD\n", "x",
                             [](Batch&&) -> Result<void> { return fail(Fault::unavailable, "full"); });
  CHECK(stopped.error().fault == Fault::unavailable);
}

TEST_CASE("a birthday stays as partial as it is, and must exist") {
  CHECK(birthday("--0623", "") == "--06-23");
  CHECK(birthday("--06-23", "") == "--06-23");
  CHECK(birthday("1604-06-23", "1604") == "--06-23");
  CHECK(birthday("1968-06", "") == "1968-06");
  CHECK(birthday("1968", "") == "1968");
  CHECK(birthday("1968-06-23T00:00:00Z", "") == "1968-06-23");
  CHECK_FALSE(birthday("circa 1800", ""));
  CHECK_FALSE(birthday("--0231", ""));
}

TEST_CASE("a telephone number keeps its digits and drops its extension") {
  CHECK(phone_number("tel:+1-650-555-0100;ext=12") == "+16505550100");
  CHECK(phone_number("(02) 555-0100 x12") == "025550100");
  CHECK(phone_number("ask") == "");
}

TEST_CASE("any bytes are cards or an input fault, and keep the rules of batches") {
  CHECK(rc::check([] {
    auto const lines = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "BEGIN:VCARD", "END:VCARD", "N:a;b", "FN:", "ORG:;x", "ORG:y;z", "TITLE:t", "AGENT:", "TEL:-", "NOTE:\\", "x",
        "item1.X-ABLabel:l", "BDAY:1", "KIND:org", "PHOTO;ENCODING=b:AA", "CATEGORIES:,a"));
    std::string text;
    for (auto const& line : lines)
      text += line + "\n";
    auto const batch = all_of([&](Sink const& sink) { return vcard(text, "f", sink); });
    RC_ASSERT(batch.has_value() == (text.find("BEGIN:VCARD") != std::string::npos));
    if (batch)
      RC_ASSERT(broken_rule(*batch, text.size()) == "");
  }));
}

} // namespace
} // namespace attache::read
