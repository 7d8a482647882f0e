#include "keep/sqlite/pack.h"

#include "keep/sqlite/test_folder_test.h"

#include <algorithm>
#include <limits>
#include <rapidcheck.h>

namespace attache::keep::sqlite {
namespace {

std::string any_text() {
  return *rc::gen::weightedOneOf<std::string>(
      {{3, rc::gen::element<std::string>("", "meeting", "line 12", "line 012", "line 18446744073709551616", "홍길동",
                                         "7", "a value that is too long to be shared by anybody")},
       {1, rc::gen::arbitrary<std::string>()}});
}

std::int64_t any_number() {
  return *rc::gen::weightedOneOf<std::int64_t>(
      {{3, rc::gen::inRange<std::int64_t>(0, 30)},
       {1, rc::gen::element<std::int64_t>(std::numeric_limits<std::int64_t>::min(),
                                          std::numeric_limits<std::int64_t>::max(), -1, 86400, 1'600'000'020)}});
}

template <class Enum>
Enum any_of(Enum last) {
  return static_cast<Enum>(*rc::gen::inRange(0, static_cast<int>(last) + 1));
}

Moment any_moment() {
  return {.at = Instant{std::chrono::seconds{any_number()}}, .precision = any_of(Precision::minute)};
}

Claim any_claim() {
  return {.subject = RecordId{any_number()},
          .property = any_text(),
          .object = RecordId{any_number()},
          .value = any_text(),
          .evidence = {.locator = any_text(),
                       .begin = static_cast<std::uint64_t>(any_number()),
                       .end = static_cast<std::uint64_t>(any_number()),
                       .quote = any_text()},
          .attribution = {.voice = any_of(Voice::unspecified),
                          .name = any_text(),
                          .cue = any_text(),
                          .hedged = any_number() % 2 == 0},
          .realis = any_of(Realis::photo),
          .valid = {.from = any_moment(), .to = any_moment(), .zone = any_text()},
          .confidence = *rc::gen::element(1.0, 0.5, 0.0, 0.1),
          .derived = any_number() % 2 == 0,
          .status = any_of(Status::retracted)};
}

std::vector<Claim> some_claims() {
  std::vector<Claim> claims(*rc::gen::inRange<std::size_t>(1, 200));
  auto const few = std::vector<Claim>{any_claim(), any_claim(), any_claim()};
  for (auto& claim : claims)
    claim = *rc::gen::inRange(0, 3) == 0 ? any_claim() : few[*rc::gen::inRange<std::size_t>(0, 3)];
  return claims;
}

std::vector<Claim> unpacked(std::string const& bytes, std::vector<std::string> const& texts) {
  std::vector<Claim> claims;
  auto pack = ClaimPack::read(bytes, texts);
  for (std::size_t i = 0; pack && i < pack->size() && pack->good(); ++i)
    if (auto const one = pack->next(); pack->good())
      claims.push_back(pack->claim(one));
  return claims;
}

} // namespace

TEST_CASE("claims come out of packs as they went in, in several packs of one source") {
  CHECK(rc::check([] {
    SharedTexts shared;
    std::vector<std::string> texts;
    for (int pack = 0; pack < 2; ++pack) {
      auto const claims = some_claims();
      auto const bytes = pack_claims(claims, shared);
      RC_ASSERT(add_texts(texts, shared.take_fresh()));
      RC_ASSERT(unpacked(bytes, texts) == claims);
    }
  }));
}

TEST_CASE("records come out of packs as they went in") {
  CHECK(rc::check([] {
    std::vector<Record> records(*rc::gen::inRange<std::size_t>(1, 100));
    for (std::size_t i = 0; i < records.size(); ++i)
      records[i] = {.id = RecordId{static_cast<std::int64_t>(i) + 7},
                    .source = SourceId{3},
                    .kind = any_of(RecordKind::trip),
                    .key = any_text()};
    RC_ASSERT(unpack_records(pack_records(records), RecordId{7}, SourceId{3}) == records);
  }));
}

TEST_CASE("bytes that are no pack, or columns that make no sense, are refused and never a crash") {
  CHECK(rc::check([] {
    SharedTexts shared;
    auto const claims = some_claims();
    auto bytes = pack_claims(claims, shared);
    std::vector<std::string> texts;
    RC_ASSERT(add_texts(texts, shared.take_fresh()));
    auto plain = inflated(bytes).value();
    // Behind the checksum too: what a bug or somebody with a tool may have written.
    for (auto changes = *rc::gen::inRange(1, 4); changes > 0; --changes)
      plain[*rc::gen::inRange<std::size_t>(0, plain.size())] = *rc::gen::arbitrary<char>();
    RC_ASSERT(unpacked(deflated(plain), texts).size() <= plain.size());
    (void)unpack_records(deflated(plain), RecordId{1}, SourceId{1});
    (void)add_texts(texts, deflated(plain));
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] ^= 1;
    auto const damaged = unpacked(bytes, texts);
    RC_ASSERT(damaged.empty() || damaged == claims);
  }));
}

TEST_CASE("a contact of a register takes less than thirty bytes in packs") {
  SharedTexts shared;
  std::vector<Claim> claims;
  for (std::int64_t i = 0; i < 4000; ++i) {
    auto const day = Moment{.at = Instant{std::chrono::days{18000 + i * 7919 % 1800}}, .precision = Precision::day};
    for (auto const* property : {"contact_kind", "participant", "participant"}) {
      auto const link = property[0] == 'p';
      auto const who = (i * 6151 + std::ssize(claims) % 3 * 3001) % 500;
      claims.push_back({.subject = RecordId{1000 + i},
                        .property = property,
                        .object = RecordId{link ? static_cast<std::int64_t>(who) + 1 : 0},
                        .value = link ? "Somebody " + std::to_string(who) : "meeting",
                        .evidence = {.locator = "line " + std::to_string(i + 2)},
                        .valid = {.from = day, .to = day}});
    }
  }
  auto const bytes = pack_claims(claims, shared);
  CHECK(bytes.size() + shared.take_fresh().size() < 30 * 4000);
}

TEST_CASE("a large source is found by subject, property and status, and keys are its own") {
  TestFolder const folder;
  auto const path = make_office(folder);
  {
    auto const store = open(path).value();
    write_many(*store, "many", 20'000);
    write_many(*store, "more", 300);
  }
  auto const store = open(path).value();
  auto const of = [&](std::vector<RecordId> subjects) {
    return store->claims({.subjects = std::move(subjects)}).value();
  };
  CHECK(of({RecordId{3}}).size() == 3); // the note comes in a later pack than the name
  CHECK(of({RecordId{20'002}}).back().value == "email20000");
  CHECK(of({RecordId{1}, RecordId{10'000}, RecordId{20'003}}).size() == 7);
  CHECK(store->claims({.properties = {"email"}})->size() == 20'300);
  CHECK(store->claims({.status = Status::proposed})->size() == 2);
  CHECK(store->claims({.source = SourceId{3}})->size() == 40'001);
  CHECK(store->claims({.source = SourceId{4}})->size() == 601);
  auto const all = store->claims({}).value();
  CHECK(std::ranges::is_sorted(all, {}, &Claim::id));
  CHECK(all.size() == 4 + 40'001 + 601);
  CHECK(store->records(always)->at(20'001).key == "row:20000");
  CHECK(store->check()->empty());
  auto const writer = store->begin(test_note(4)).value();
  REQUIRE(writer->set_status(ClaimId{20'000}, Status::proposed, "look again"));
  REQUIRE(writer->set_status(ClaimId{40'005}, Status::accepted, "is true"));
  REQUIRE(writer->decide({.a = RecordId{5}, .b = RecordId{20'000}, .verdict = Verdict::same, .by = "owner"}));
  REQUIRE(writer->commit());
  CHECK(store->claims({.status = Status::proposed})->size() == 2);
  CHECK(store->claims({.status = Status::proposed})->front().id == ClaimId{20'000});
  CHECK(store->claims({.status = Status::proposed, .known_at = test_note(3).at})->size() == 2);
  CHECK(store->check()->empty());
}

TEST_CASE("a key that a large source has already is refused, however far back it was") {
  TestFolder const folder;
  auto const store = create(folder.path("office.attache")).value();
  auto const writer = store->begin(test_note(1)).value();
  REQUIRE(writer->add_source({.hash = "a", .kind = "csv", .name = "a.csv"}));
  for (std::int64_t i = 1; i <= 20'000; ++i)
    REQUIRE(writer->add({.records = {{.key = std::to_string(i)}},
                         .claims = {{.subject = RecordId{i}, .property = "name", .value = "x"}}}));
  CHECK(writer->add({.records = {{.key = "1"}}}).error().fault == Fault::internal);
}

} // namespace attache::keep::sqlite
