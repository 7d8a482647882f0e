#include "read/csv_test.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

using Texts = std::vector<std::string>;

TEST_CASE("a LinkedIn export is read behind its notes") {
  auto const got = gather("Notes:\n\"Some addresses, as you know, are missing.\"\n\n"
                          "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                          "Ann,Ashcombe,https://li.example/ann,,\"Copper, Inc.\",CEO,03 Jun 2021\n");
  REQUIRE(got.count(RecordKind::person) == 1);
  auto const* const ann = got.record("url:https://li.example/ann");
  REQUIRE(ann != nullptr);
  CHECK(got.values(property::name, ann->id) == Texts{"Ann Ashcombe"});
  CHECK(got.values(property::connected) == Texts{"2021-06-03"});
  auto const role = std::ranges::find(got.claims, property::role, &Claim::property);
  CHECK(role->value == "CEO");
  CHECK(got.records.at(static_cast<std::size_t>(number(role->object)) - 1).key == "org:copper, inc.");
  CHECK(role->evidence.locator == "line 5");
  CHECK(got.rejected.empty());
}

TEST_CASE("a Google export gives several addresses and telephones") {
  auto const got = gather("First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - "
                          "Value,E-mail 2 - Value,Phone 1 - Value\n"
                          "가온,김,한빛반도체,상무,* Work,A@x.example ::: b@x.example,c@x.example,+82 10 5550 1234\n");
  CHECK(got.values(property::email) == Texts{"a@x.example", "b@x.example", "c@x.example"});
  CHECK(got.values(property::name) == Texts{"김가온", "한빛반도체"});
  CHECK(got.values(property::phone) == Texts{"+821055501234"});
  CHECK(got.values("x:E-mail 1 - Label") == Texts{"* Work"});
}

TEST_CASE("Outlook's Title is a form of address beside its Job Title") {
  auto const got = gather("Title,First Name,Last Name,Company,Job Title,Business Phone,E-mail Address\n"
                          "Dr.,Ann,Lee,Acme,President,617 555 0100,ann@acme.example\n");
  CHECK(got.values("x:Title") == Texts{"Dr."});
  CHECK(got.values(property::role) == Texts{"President"});
}

TEST_CASE("a HubSpot row keeps its record id as key") {
  auto const got = gather("Record ID,First Name,Last Name,Email,Phone Number,Company Name,Lifecycle "
                          "Stage\n901,Ann,Lee,ann@x.example,,Acme,lead\n");
  CHECK(got.record("id:901") != nullptr);
  CHECK(got.values("x:Lifecycle Stage") == Texts{"lead"});
}

TEST_CASE("Korean headers are known in any order, in CP949 and behind semicolons") {
  auto const got = gather("\xC8\xB8\xBB\xE7;\xC1\xF7\xC7\xD4;\xC0\xCC\xB8\xA7;\xC0\xFC\xC8\xAD\n\xC7\xD1\xBA\xFB;"
                          "\xBB\xF3\xB9\xAB;\xC8\xAB\xB1\xE6\xB5\xBF;02-555-0100\n");
  CHECK(got.values(property::name) == Texts{"홍길동", "한빛"});
  CHECK(got.values(property::role) == Texts{"상무"});
  CHECK(got.values(property::phone) == Texts{"025550100"});
}

TEST_CASE("an e-mail address is not required, and a row without any name is rejected with its line") {
  auto const got = gather("name,company,email\nAnn Lee,Acme,\n,Acme,\n,,bo@x.example\n", "people.csv");
  CHECK(got.count(RecordKind::person) == 2);
  CHECK(got.record("name:ann lee|acme") != nullptr);
  CHECK(got.record("email:bo@x.example") != nullptr);
  REQUIRE(got.rejected.size() == 1);
  CHECK(got.rejected[0].where == "people.csv:3");
  CHECK_FALSE(got.rejected[0].hint.empty());
}

TEST_CASE("a cell of nothing but white space of any script is empty") {
  auto const got = gather("company,sector,city\n\f\v,AI,Boston\nAcme,\xE3\x80\x80,\xC2\xA0 \f\nByte,AI,Boston\n");
  CHECK(got.count(RecordKind::organisation) == 2);
  CHECK(got.values(property::sector) == Texts{"AI"});
  CHECK(got.values(property::city) == Texts{"Boston"});
  REQUIRE(got.rejected.size() == 1);
  CHECK(got.rejected[0].where == "test.csv:2");
}

TEST_CASE("a cell that cannot be read is reported and kept under its header") {
  auto const got = gather("name,email,birthday\nAnn Lee,ann at acme,31 Feb 1970\n");
  CHECK(got.count(RecordKind::person) == 1);
  CHECK(got.rejected.size() == 2);
  CHECK(got.values("x:email") == Texts{"ann at acme"});
}

TEST_CASE("a row with more cells than its header and a quote that never closes are rejected") {
  auto const got = gather("name,company\nAnn,Acme, Inc.\n\"Bo,Byte\nCy,Coda\n", "p.csv");
  CHECK(got.count(RecordKind::person) == 1);
  REQUIRE(got.rejected.size() == 2);
  CHECK(got.rejected[0].where == "p.csv:2");
  CHECK(got.rejected[1].where == "p.csv:3");
}

TEST_CASE("a header repeated between two exports glued together is no person") {
  CHECK(gather("name,company\nAnn,Acme\nname,company\nBo,Byte\n").count(RecordKind::person) == 2);
}

TEST_CASE("a table without known column names is an input error that says what to do") {
  auto const got = gather("1,2,3\n4,5,6\n", "numbers.csv");
  REQUIRE(got.error);
  CHECK(got.error->fault == Fault::input);
  CHECK(got.error->where == "numbers.csv:1");
  CHECK_FALSE(got.error->hint.empty());
}

TEST_CASE("a normalised value quotes the words as they stand") {
  auto const got = gather("name,email\nAnn,ANN@X.example\n");
  auto const claim = std::ranges::find(got.claims, property::email, &Claim::property);
  CHECK(words(*claim) == "ANN@X.example");
}

TEST_CASE("a register gives dated contacts between officials and organisations") {
  auto const got =
      gather("date,minister,organisation,reason,location\n18/2/2020,Ann Minister,\"Acme, Inc.\",Steel,Hall 3\n");
  REQUIRE(got.count(RecordKind::contact) == 1);
  CHECK(got.count(RecordKind::person) == 1);
  CHECK(got.count(RecordKind::organisation) == 1);
  CHECK(got.values(property::title) == Texts{"Steel"});
  CHECK(got.values(property::place) == Texts{"Hall 3"});
  auto const kind = std::ranges::find(got.claims, property::contact_kind, &Claim::property);
  CHECK(to_string(kind->valid.from) == "2020-02-18");
  CHECK(kind->realis == Realis::asserted);
}

TEST_CASE("a cancelled meeting of a register is cancelled") {
  auto const got = gather("date,minister,subject,status\n2020-02-18,Ann Minister,Steel,Cancelled by host\n");
  auto const kind = std::ranges::find(got.claims, property::contact_kind, &Claim::property);
  CHECK(kind->realis == Realis::cancelled);
}

TEST_CASE("lobbyists in one cell are organisations of their own, and namesakes with different ids are two people") {
  auto const got =
      gather("epid,mep,title,lobbyists,date\n1,Ann Lee,T,\"A GmbH, B\",2020-01-01\n2,Ann Lee,T,B,2020-01-02\n");
  CHECK(got.count(RecordKind::organisation) == 2);
  CHECK(got.count(RecordKind::person) == 2);
  CHECK(got.count(RecordKind::contact) == 2);
}

TEST_CASE("a meeting keeps its key when the register is exported with other columns and another form of date") {
  auto const first = gather("date,mep,title,lobbyists\n05/02/2020,Ann Lee,Gas,Acme\n18/02/2020,Ann Lee,Oil,Acme\n");
  auto const second =
      gather("lobbyists,date,mep,location,title\nAcme,5/2/2020,Ann  Lee,Here,Gas\nAcme,18/2/2020,Ann Lee,Here,Oil\n");
  CHECK(first.keys() == second.keys());
}

TEST_CASE("dates that can be read both ways are reported once") {
  auto const got = gather("date,minister,organisation\n3/4/2020,A B,C\n5/6/2020,A B,C\n", "r.csv");
  REQUIRE(got.rejected.size() == 1);
  CHECK(got.rejected[0].where == "r.csv:2");
  CHECK(got.count(RecordKind::contact) == 2);
}

TEST_CASE("a meeting row without a date or without anybody is rejected") {
  auto const got = gather("date,minister,organisation\nsoon,A B,C\n2020-01-01,,\n");
  CHECK(got.count(RecordKind::contact) == 0);
  CHECK(got.rejected.size() == 2);
}

TEST_CASE("a company list gives aliases, a sector, and figures with currency and date") {
  auto const got =
      gather("company,aliases,sector,city,country,tier,domain,figure,currency,amount,as_of\n"
             "Acme,에이크미; Acme Corp,Chips,Boston,US,1,acme.example,market_cap,USD,532.9 billion,2024-05-31\n"
             "Byte,,AI,Boston,US,2,,market_cap,USD,a great deal,2024-05-31\n");
  CHECK(got.count(RecordKind::organisation) == 2);
  CHECK(got.values(property::alias) == Texts{"에이크미", "Acme Corp"});
  CHECK(got.values(property::figure) == Texts{"market_cap USD 532900000000"});
  auto const figure = std::ranges::find(got.claims, property::figure, &Claim::property);
  CHECK(to_string(figure->valid.from) == "2024-05-31");
  REQUIRE(got.rejected.size() == 1);
  CHECK(got.rejected[0].where == "test.csv:3");
}

TEST_CASE("a figure's kind and currency may stand in its header") {
  CHECK(gather("code,name_ko,market_cap_krw\n005930,가나전자,377290257160000.0\n").values(property::figure) ==
        Texts{"market_cap KRW 377290257160000"});
  CHECK(gather("symbol,name,marketCap\nA,Acme,$5.00\n").values(property::figure) == Texts{"market_cap USD 5"});
  CHECK(gather("회사,업종,시가총액(원)\n가나전자,반도체,3조\n").values(property::figure) ==
        Texts{"market_cap KRW 3000000000000"});
}

TEST_CASE("two rows of one company are one record with two figures") {
  auto const got = gather("company,sector,figure,currency,amount\nAcme,AI,market_cap,USD,5\nAcme,AI,revenue,USD,2\n");
  CHECK(got.count(RecordKind::organisation) == 1);
  CHECK(got.values(property::figure).size() == 2);
}

TEST_CASE("relations join two companies, and an unknown one is rejected") {
  auto const got = gather("company,relation,other,since,until\nAcme,customer "
                          "of,Byte,2019,2021-05\nByte,경쟁사,Coda,\nAcme,admirer_of,Byte,\n");
  CHECK(got.count(RecordKind::organisation) == 3);
  auto const customer = std::ranges::find(got.claims, property::customer_of, &Claim::property);
  REQUIRE(customer != got.claims.end());
  CHECK(to_string(customer->valid.from) == "2019");
  CHECK(to_string(customer->valid.to) == "2021-05");
  CHECK(customer->object == RecordId{2});
  CHECK(got.rejected.size() == 1);
}

TEST_CASE("a million rows never stand in memory at once") {
  std::string text = "name,email\n";
  for (auto i = 0; i < 20000; ++i)
    text += "P" + std::to_string(i) + ",p" + std::to_string(i) + "@x.example\n";
  auto const got = gather(text);
  CHECK(got.count(RecordKind::person) == 20000);
  CHECK(got.largest_batch == 4096);
}

TEST_CASE("an error of the sink stops the reader") {
  auto const result =
      csv("name\nAnn\n", "x.csv", [](Batch&&) -> Result<void> { return fail(Fault::unavailable, "full"); });
  REQUIRE_FALSE(result);
  CHECK(result.error().fault == Fault::unavailable);
}

TEST_CASE("record ids run from 1, keys are unique and every claim names records that exist") {
  CHECK(rc::check([](std::vector<std::array<std::uint8_t, 4>> const& rows) {
    std::string text = "name,company,email,title\n";
    for (auto const& row : rows) {
      for (std::size_t i = 0; i < 4; ++i)
        text +=
            (i > 0 ? "," : "") + std::string{"\"a@b"}.substr(row[i] % 2, row[i] % 5) + (row[i] % 7 == 0 ? "\"" : "");
      text += '\n';
    }
    auto const got = gather(text);
    RC_ASSERT(got.keys().size() == got.records.size());
    for (std::size_t i = 0; i < got.records.size(); ++i)
      RC_ASSERT(number(got.records[i].id) == static_cast<std::int64_t>(i) + 1);
    std::set<RecordId> subjects;
    for (auto const& claim : got.claims) {
      RC_ASSERT(number(claim.subject) >= 1);
      RC_ASSERT(number(claim.subject) <= static_cast<std::int64_t>(got.records.size()));
      RC_ASSERT(number(claim.object) <= static_cast<std::int64_t>(got.records.size()));
      subjects.insert(claim.subject);
    }
    RC_ASSERT(subjects.size() == got.records.size());
  }));
}

TEST_CASE("the columns may stand in any order") {
  CHECK(rc::check([] {
    std::vector<std::pair<std::string, std::string>> columns{
        {"이름", "홍길동"}, {"회사", "한빛"}, {"직함", "상무"}, {"이메일", "h@x.example"}, {"비고", "x"}};
    auto const shift = *rc::gen::inRange<std::ptrdiff_t>(0, 5);
    std::ranges::rotate(columns, columns.begin() + shift);
    std::string head;
    std::string body;
    for (auto const& [name, value] : columns) {
      head += head.empty() ? name : "," + name;
      body += body.empty() ? value : "," + value;
    }
    auto const got = gather(head + "\n" + body + "\n");
    RC_ASSERT(got.record("email:h@x.example") != nullptr);
    RC_ASSERT(got.values(property::role) == Texts{"상무"});
  }));
}

} // namespace
} // namespace attache::read
