#include "read/senzing.h"

#include "model/vocabulary.h"
#include "read/detect.h"
#include "read/gather_test.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

Result<Batch> records(std::string_view text) {
  return all_of([&](Sink const& sink) { return senzing(text, "r.json", sink); });
}

constexpr std::string_view small =
    R"({"DATA_SOURCE":"CRM","RECORD_ID":"1","FEATURES":[{"RECORD_TYPE":"PERSON"},{"NAME_LAST":"Lindqvist","NAME_FIRST":"Maja","NAME_MIDDLE":"K"},{"NAME_FULL":"Maja Holm"},{"DATE_OF_BIRTH":"3/24/71"},{"ADDR_TYPE":"HOME","ADDR_LINE1":"5 Elm Lane","ADDR_CITY":"Ystad","ADDR_COUNTRY":"SE"},{"ADDR_FULL":"PO Box 9, Lund"},{"PHONE_NUMBER":"+46 40 123456"},{"PASSPORT_NUMBER":"X-1234567","PASSPORT_COUNTRY":"SE"},{"EMPLOYER":"Nordhav"},{"REL_POINTER_DOMAIN":"CRM","REL_POINTER_KEY":"2","REL_POINTER_ROLE":"Owns 40%"}],"STATUS":"Active"}
{"DATA_SOURCE":"CRM","RECORD_ID":"2","FEATURES":[{"RECORD_TYPE":"ORGANIZATION"},{"NAME_ORG":"Nordhav AB"},{"REL_ANCHOR_DOMAIN":"CRM","REL_ANCHOR_KEY":"2"},{"TAX_ID_NUMBER":"SE556","TAX_ID_TYPE":"VAT","TAX_ID_COUNTRY":"SE"},{"EMAIL_ADDRESS":"nonsense"}]}
)";

TEST_CASE("a record has all its names, addresses and numbers") {
  auto const got = records(small);
  REQUIRE(got);
  CHECK(got->rejected.empty());
  CHECK(broken_rule(*got, small.size()).empty());
  auto const maja = records_of(*got, RecordKind::person).at(0);
  CHECK(maja.key == "senzing:CRM:1");
  CHECK(values(*got, maja.id, property::name) == "Maja K Lindqvist");
  CHECK(values(*got, maja.id, property::alias) == "Maja Holm");
  CHECK(values(*got, maja.id, property::family_name) == "Lindqvist");
  CHECK(values(*got, maja.id, property::birthday) == "1971-03-24");
  CHECK(values(*got, maja.id, property::address) == "5 Elm Lane, Ystad, SE | PO Box 9, Lund");
  CHECK(values(*got, maja.id, "x:PASSPORT_NUMBER") == "X-1234567 (SE)");
  CHECK(values(*got, maja.id, "x:STATUS") == "Active");
  auto const nordhav = records_of(*got, RecordKind::organisation);
  CHECK(values(*got, nordhav.back().id, "x:TAX_ID_NUMBER") == "SE556 (VAT, SE)");
  CHECK(values(*got, nordhav.back().id, "x:EMAIL_ADDRESS") == "nonsense");
}

TEST_CASE("a pointer is a role in what stands at the anchor, also when that comes later") {
  auto const got = records(small);
  auto const roles = claims_about(*got, records_of(*got, RecordKind::person).at(0).id, property::role);
  REQUIRE(roles.size() == 2);
  CHECK(roles[1].value == "Owns 40%");
  CHECK(roles[1].object == records_of(*got, RecordKind::organisation).back().id);
}

TEST_CASE("flat attributes with a usage before them say the same as features") {
  auto const got =
      records(R"({"DATA_SOURCE":"A","RECORD_ID":7,"PRIMARY_NAME_LAST":"Okoro","PRIMARY_NAME_FIRST":"Ada",)"
              R"("NATIVE_NAME_FULL":"아다","HOME_PHONE_NUMBER":"0401 23456","WORK_PHONE_NUMBER":"0401 98765"})");
  REQUIRE(got);
  auto const ada = records_of(*got, RecordKind::person).at(0);
  CHECK(ada.key == "senzing:A:7");
  CHECK(values(*got, ada.id, property::phone) == "040123456 | 040198765");
  auto const names = values(*got, ada.id, property::name) + " | " + values(*got, ada.id, property::alias);
  CHECK(names.find("Ada Okoro") != std::string::npos);
  CHECK(names.find("아다") != std::string::npos);
}

TEST_CASE("a list of records is read like lines") {
  std::string list{"["};
  list += small.substr(0, small.find('\n'));
  list += ",";
  list += small.substr(small.find('\n') + 1);
  auto const got = records(list + "]");
  REQUIRE(got);
  CHECK(got->claims.size() == records(small)->claims.size());
}

TEST_CASE("a birth date that shows no order is read as the others of its file are") {
  auto const born = [](std::string const& other) {
    auto const text =
        R"({"DATA_SOURCE":"A","RECORD_ID":"1","FEATURES":[{"NAME_FULL":"A B"},{"DATE_OF_BIRTH":"04/03/1980"}]})"
        "\n"
        R"({"DATA_SOURCE":"A","RECORD_ID":"2","FEATURES":[{"NAME_FULL":"C D"},{"DATE_OF_BIRTH":")" +
        other + "\"}]}";
    auto const got = records(text);
    return values(*got, RecordId{1}, property::birthday);
  };
  CHECK(born("25/12/1980") == "1980-03-04");
  CHECK(born("12/25/1980") == "1980-04-03");
  CHECK(born("24-May-11") == "1980-04-03");
}

TEST_CASE("damaged lines, doubled ids and other kinds are rejected with their lines, and the rest is read") {
  std::string const text = std::string{small} + "{\"RECORD_ID\":\n" +
                           "{\"DATA_SOURCE\":\"CRM\",\"RECORD_ID\":\"1\",\"NAME_FULL\":\"X Y\"}\n" + "[1,2]\n" +
                           "{\"DATA_SOURCE\":\"CRM\",\"RECORD_ID\":\"3\",\"FEATURES\":[{\"RECORD_TYPE\":\"VESSEL\"},{"
                           "\"NAME_FULL\":\"Z\"}]}\n" +
                           "{\"DATA_SOURCE\":\"CRM\",\"RECORD_ID\":\"4\",\"FEATURES\":\"none\"}\n";
  auto const got = records(text);
  REQUIRE(got);
  REQUIRE(got->rejected.size() == 5);
  CHECK(got->rejected[0].where == "r.json:3");
  CHECK(got->rejected[1].where == "r.json:4");
  CHECK(got->rejected[2].where == "r.json:5");
  CHECK(got->rejected[3].where == "r.json:6");
  CHECK(got->rejected[4].where == "r.json:7");
  CHECK(records_of(*got, RecordKind::person).size() == 1);
}

TEST_CASE("a file without records is an input error, and one with them is known by its content") {
  CHECK(records("[1,2]\n").error().fault == Fault::input);
  CHECK(records("").error().fault == Fault::input);
  CHECK(detect(small, "export.json") == Format::senzing_json);
  CHECK(detect("[" + std::string{small.substr(0, small.find('\n'))} + "]", "x") == Format::senzing_json);
}

TEST_CASE("cut anywhere, a file gives no more claims than whole and keeps the rules of batches") {
  CHECK(rc::check([] {
    auto const size = *rc::gen::inRange<std::size_t>(0, small.size() + 1);
    auto const got = records(small.substr(0, size));
    if (!got)
      return;
    RC_ASSERT(got->claims.size() <= records(small)->claims.size());
    RC_ASSERT(broken_rule(*got, size).empty());
  }));
}

} // namespace
} // namespace attache::read
