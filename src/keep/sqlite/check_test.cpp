#include "keep/sqlite/check.h"

#include "keep/sqlite/test_folder_test.h"

#include <fmt/format.h>
#include <rapidcheck.h>

namespace attache::keep::sqlite {
namespace {

// Runs `sql` as somebody would who takes the triggers of `table` away and puts them back.
void tamper(std::string const& path, std::string const& table, std::string const& sql) {
  auto database = Database::open(path, Access::existing).value();
  REQUIRE(database.run("PRAGMA foreign_keys = OFF"));
  std::vector<std::pair<std::string, std::string>> triggers;
  {
    auto row = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?").value();
    REQUIRE(row.each([&] { triggers.emplace_back(row.text(0), row.text(1)); }, std::string_view{table}));
  }
  for (auto const& trigger : triggers)
    REQUIRE(database.run("DROP TRIGGER " + trigger.first));
  REQUIRE(database.run(sql));
  for (auto const& trigger : triggers)
    REQUIRE(database.run(trigger.second));
}

std::string found_after(std::string const& table, std::string const& sql) {
  TestFolder const folder;
  auto const path = make_office(folder);
  if (table.find("pack") != std::string::npos)
    write_many(*open(path).value(), "many", 5000);
  CHECK(open(path).value()->check()->empty());
  tamper(path, table, sql);
  auto const checked = open(path).value()->check();
  if (!checked)
    return checked.error().what;
  std::string all;
  for (auto const& sentence : *checked)
    all += sentence + "\n";
  return all;
}

bool has(std::string const& text, std::string const& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a change of any kept content breaks a digest") {
  for (auto const& [table, sql] : std::vector<std::pair<std::string, std::string>>{
           {"change", "UPDATE change SET what = 'read nothing' WHERE id = 2"},
           {"change", "UPDATE change SET at = at - 1 WHERE id = 2"},
           {"source", "UPDATE source SET title = '' || 'x' WHERE id = 2"},
           {"source", "UPDATE source SET text = 'y' WHERE id = 2"},
           {"record", "UPDATE record SET kind = 1 WHERE id = 2"},
           {"word", "UPDATE word SET text = 'x:c' WHERE text = 'x:b'"},
           {"claim", "UPDATE claim SET value = value || '!' WHERE id = 3"},
           {"claim", "UPDATE claim SET confidence = 0.5 WHERE id = 3"},
           {"claim", "UPDATE claim SET status = 2 WHERE id = 3"},
           {"claim", "UPDATE claim SET subject = 1 WHERE id = 3"},
           {"rejected", "UPDATE rejected SET hint = 'add FN' WHERE source_id = 2"},
           {"rejected", "DELETE FROM rejected WHERE source_id = 2"},
           {"status_change", "UPDATE status_change SET why = 'right'"},
           {"decision", "UPDATE decision SET verdict = 1 WHERE id = 1"},
           {"reason", "UPDATE reason SET bits = 4"},
       }) {
    CAPTURE(sql);
    CHECK(has(found_after(table, sql), "digest"));
  }
}

TEST_CASE("a rewritten digest breaks the chain after it") {
  CHECK(has(found_after("change", "UPDATE change SET digest = replace(digest, substr(digest, 1, 1), 'z') WHERE id = 1"),
            "change 2: its digest"));
}

TEST_CASE("a current status that the journal does not give is found") {
  CHECK(has(found_after("current_status", "UPDATE current_status SET status = 1"),
            "claim 1 is kept as accepted, the journal makes it rejected"));
  CHECK(has(found_after("current_status", "DELETE FROM current_status"), "claim 1 is kept as it was"));
  CHECK(has(found_after("current_status", "INSERT INTO current_status VALUES (2, 3)"), "claim 2 is kept as retracted"));
}

TEST_CASE("missing and dangling rows are found") {
  CHECK(has(found_after("claim", "DELETE FROM claim WHERE id IN (3, 4)"), "record 2 has no claim"));
  CHECK(has(found_after("record", "DELETE FROM record WHERE id = 2"), "which source 2 does not have"));
  CHECK(has(found_after("change", "DELETE FROM change WHERE id = 2"), "change 3: follows change 1"));
  CHECK(has(found_after("claim", "INSERT INTO claim SELECT 9, subject, property, object, value, locator, span_begin, "
                                 "span_end, quote, voice, said_by, cue, hedged, realis, from_at, from_precision, "
                                 "to_at, to_precision, zone, confidence, derived, status FROM claim WHERE id = 3"),
            "claim 9 should have number 5"));
}

TEST_CASE("a pack that was changed, lost or moved is found") {
  // Everything in it is read with a checksum of its own, and told again to the digest.
  CHECK(has(found_after("claim_pack", "UPDATE claim_pack SET bytes = x'00'"), "damaged"));
  CHECK(has(found_after("claim_pack", "UPDATE claim_pack SET texts = x'0203'"), "damaged"));
  CHECK(has(found_after("claim_pack", "UPDATE claim_pack SET claims = claims - 1"), "damaged"));
  CHECK(has(found_after("record_pack", "UPDATE record_pack SET source_id = 1"), "has no source"));
  CHECK(has(found_after("record_pack", "UPDATE record_pack SET records = 1"), "damaged"));
  CHECK(has(found_after("claim_pack", "DELETE FROM claim_pack WHERE first_claim > 100"), "claims"));
  CHECK(has(found_after("record_pack", "DELETE FROM record_pack"), "records"));
  CHECK(has(found_after("claim_pack", "UPDATE claim_pack SET greatest_subject = greatest_subject - 1"),
            "cannot be found by their subjects"));
  CHECK(has(found_after("claim_pack", "UPDATE claim_pack SET proposed = 0"), "proposed"));
  CHECK(has(found_after("claim_pack_subject", "DELETE FROM claim_pack_subject"), "cannot be found by their subjects"));
}

TEST_CASE("a schema that attache did not make is found") {
  CHECK(has(found_after("claim", "DROP INDEX claim_subject"), "index claim_subject"));
  CHECK(has(found_after("claim", "CREATE TABLE mine (a INTEGER)"), "table mine"));
  CHECK(has(found_after("record", "DROP TRIGGER claim_stays"), "trigger claim_stays"));
}

TEST_CASE("whatever bytes go wrong, an office is refused, reported or sound, and never a crash") {
  TestFolder const folder;
  auto const original = make_office(folder);
  write_many(*open(original).value(), "many", 600);
  auto const size = std::filesystem::file_size(original);
  auto const damaged = folder.path("damaged.attache");
  CHECK(rc::check([&] {
    std::filesystem::copy_file(original, damaged, std::filesystem::copy_options::overwrite_existing);
    auto const from = *rc::gen::inRange<std::uintmax_t>(0, size);
    auto const length = *rc::gen::element<std::uintmax_t>(1, 16, 4096);
    {
      std::fstream file{damaged, std::ios::in | std::ios::out | std::ios::binary};
      file.seekp(static_cast<std::streamoff>(from));
      for (std::uintmax_t at = from; at < std::min(size, from + length); ++at)
        file.put(static_cast<char>(*rc::gen::arbitrary<unsigned char>()));
    }
    if (*rc::gen::weightedElement<bool>({{4, false}, {1, true}}))
      std::filesystem::resize_file(damaged, from);
    auto const store = open(damaged);
    if (store) {
      auto const claims = (*store)->claims({});
      auto const checked = (*store)->check();
      auto const sound = checked && checked->empty();
      RC_ASSERT(!sound || (claims && claims->size() == 1205));
    }
    for (auto const* suffix : {"", "-wal", "-shm"})
      std::filesystem::remove(damaged + suffix);
  }));
}

} // namespace attache::keep::sqlite
