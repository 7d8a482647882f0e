// What every adapter of keep::Store must do. One test file of an adapter includes this and defines empty_store().
#pragma once

#include "keep/change.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

namespace attache::keep::contract {

// A new store with nothing in it.
std::unique_ptr<Store> empty_store();

inline Instant at(int hour) { return Instant{} + std::chrono::hours{24 * 365 * 50 + hour}; }
inline Note note(int hour, std::string what = "test") {
  return {.what = std::move(what), .by = "owner", .at = at(hour)};
}
inline Source source(std::string hash) { return {.hash = std::move(hash), .kind = "vcard", .name = "lee.vcf"}; }
inline Record record(std::string key, RecordKind kind = RecordKind::person) {
  return {.kind = kind, .key = std::move(key)};
}
inline Claim claim(std::int64_t subject, std::string property, std::string value) {
  return {.subject = RecordId{subject}, .property = std::move(property), .value = std::move(value)};
}

// One person with a name, in a change of its own.
inline Batch person(std::string const& name) {
  return {.records = {record("card:1")}, .claims = {claim(1, "name", name)}};
}
inline ChangeId keep_batch(Store& store, int hour, std::string hash, Batch const& batch) {
  auto const writer = store.begin(note(hour)).value();
  REQUIRE(writer->add_source(source(std::move(hash))));
  REQUIRE(writer->add(batch));
  return writer->commit().value();
}
inline void set_status(Store& store, int hour, std::int64_t id, Status status) {
  auto const writer = store.begin(note(hour)).value();
  REQUIRE(writer->set_status(ClaimId{id}, status, "because"));
  REQUIRE(writer->commit());
}
inline Status status_at(Store& store, std::int64_t id, Instant known_at) {
  auto const claims = store.claims({.known_at = known_at}).value();
  for (auto const& found : claims)
    if (number(found.id) == id)
      return found.status;
  FAIL("claim " << id << " is not there");
  return Status::rejected;
}

TEST_CASE("a new store is empty and sound") {
  auto const store = empty_store();
  CHECK(store->sources(always)->empty());
  CHECK(store->records(always)->empty());
  CHECK(store->claims({})->empty());
  CHECK(store->decisions(always)->empty());
  CHECK(store->journal()->empty());
  CHECK(store->head()->empty());
  CHECK(store->check()->empty());
}

TEST_CASE("a claim comes back with every member as it was given") {
  auto const store = empty_store();
  Claim const full{.subject = RecordId{1},
                   .property = "role",
                   .object = RecordId{2},
                   .value = "이사회 의장",
                   .evidence = {.locator = "line 14", .begin = 17, .end = 42, .quote = "김하늘 의장은 10일"},
                   .attribution = {.voice = Voice::named, .name = "업계 관계자", .cue = "알려졌다", .hedged = true},
                   .realis = Realis::reported,
                   .valid = {.from = year_moment(2021), .to = minute_moment(at(3)), .zone = "Asia/Seoul"},
                   .confidence = 0.625,
                   .derived = true,
                   .status = Status::proposed};
  keep_batch(*store, 1, "h",
             {.records = {record("card:1"), record("org:1", RecordKind::organisation)}, .claims = {full}});
  auto expected = full;
  expected.id = ClaimId{1};
  expected.source = SourceId{1};
  expected.recorded = at(1);
  auto const claims = store->claims({}).value();
  REQUIRE(claims.size() == 1);
  CHECK(claims[0] == expected);
}

TEST_CASE("a source and its records come back as they were given; the text only when it is asked for") {
  using std::string_literals::operator""s;
  auto const store = empty_store();
  Source const full{.hash = "abc",
                    .kind = "article",
                    .name = "dinner.html",
                    .feed = "article dinner",
                    .title = "저녁 식사",
                    .publisher = "하루일보",
                    .published = day_moment(Day{std::chrono::days{19000}}),
                    .text = "한 줄\n두 줄\0끝"s};
  auto const writer = store->begin(note(2)).value();
  CHECK(writer->add_source(full).value() == SourceId{1});
  REQUIRE(writer->add(person("가")));
  REQUIRE(writer->commit());
  auto expected = full;
  expected.id = SourceId{1};
  expected.read_at = at(2);
  CHECK(store->load_source(SourceId{1}).value() == expected);
  expected.text.clear();
  CHECK(store->sources(always).value() == std::vector{expected});
  CHECK(store->records(always).value() ==
        std::vector{Record{.id = RecordId{1}, .source = SourceId{1}, .key = "card:1"}});
}

TEST_CASE("a source is found by its hash, and one that is not there is not") {
  auto const store = empty_store();
  keep_batch(*store, 1, "first", person("가"));
  keep_batch(*store, 2, "second", person("나"));
  CHECK(store->find_source("second").value() == SourceId{2});
  CHECK(store->find_source("third").value() == std::nullopt);
  CHECK(store->load_source(SourceId{3}).error().fault == Fault::not_found);
  CHECK(store->load_source(SourceId{0}).error().fault == Fault::not_found);
}

TEST_CASE("a hash that is already kept is a conflict, also within one change, and leaves the store as it was") {
  auto const store = empty_store();
  keep_batch(*store, 1, "h", person("가"));
  {
    auto const writer = store->begin(note(2)).value();
    CHECK(writer->add_source(source("h")).error().fault == Fault::conflict);
  }
  {
    auto const writer = store->begin(note(2)).value();
    REQUIRE(writer->add_source(source("g")));
    CHECK(writer->add_source(source("g")).error().fault == Fault::conflict);
  }
  CHECK(store->begin(note(2)).value()->add_source(source("")).error().fault == Fault::input);
  CHECK(store->sources(always)->size() == 1);
  CHECK(store->check()->empty());
}

TEST_CASE("local record numbers become global ones over all batches of a source") {
  auto const store = empty_store();
  keep_batch(*store, 1, "before", person("가"));
  auto const writer = store->begin(note(2)).value();
  REQUIRE(writer->add_source(source("a")));
  CHECK(writer->first_record() == RecordId{2});
  REQUIRE(writer->add({.records = {record("x")}, .claims = {claim(1, "name", "나")}}));
  auto role = claim(2, "role", "의장");
  role.object = RecordId{1};
  REQUIRE(writer->add({.records = {{.id = RecordId{2}, .key = "y"}}, .claims = {role}}));
  REQUIRE(writer->add_source(source("b")));
  CHECK(writer->first_record() == RecordId{4});
  REQUIRE(writer->add(person("다")));
  REQUIRE(writer->commit());
  auto const claims = store->claims({}).value();
  REQUIRE(claims.size() == 4);
  CHECK(claims[1].subject == RecordId{2});
  CHECK(claims[2].subject == RecordId{3});
  CHECK(claims[2].object == RecordId{2});
  CHECK(claims[3].subject == RecordId{4});
  CHECK(claims[3].source == SourceId{3});
  CHECK(store->records(always)->at(3).source == SourceId{3});
}

TEST_CASE("a negative number names a record that the office already has") {
  auto const store = empty_store();
  keep_batch(*store, 1, "before", person("가"));
  auto const writer = store->begin(note(2)).value();
  REQUIRE(writer->add_source(source("a")));
  auto participant = claim(1, "participant", "");
  participant.object = RecordId{-1};
  REQUIRE(writer->add(
      {.records = {{.kind = RecordKind::contact, .key = "x"}}, .claims = {participant, claim(-1, "alias", "나")}}));
  REQUIRE(writer->add_source(source("b")));
  REQUIRE(writer->add({.claims = {claim(-2, "title", "저녁")}}));
  REQUIRE(writer->commit());
  auto const claims = store->claims({}).value();
  REQUIRE(claims.size() == 4);
  CHECK(claims[3].subject == RecordId{2});
  CHECK(claims[3].source == SourceId{3});
  CHECK(claims[1].object == RecordId{1});
  CHECK(claims[2].subject == RecordId{1});
  CHECK(store->check()->empty());
}

TEST_CASE("a claim about a record that its source does not have is refused") {
  auto const store = empty_store();
  keep_batch(*store, 1, "before", person("가"));
  auto const refused = [&](Claim const& bad) {
    auto const writer = store->begin(note(2)).value();
    REQUIRE(writer->add_source(source("h")));
    CHECK(writer->add({.records = {record("x")}, .claims = {claim(1, "name", "나"), bad}}).error().fault ==
          Fault::internal);
  };
  refused(claim(2, "name", "다"));
  refused(claim(0, "name", "다"));
  refused(claim(-2, "name", "다"));
  auto object = claim(1, "role", "");
  object.object = RecordId{2};
  refused(object);
  object.object = RecordId{-2};
  refused(object);
  CHECK(store->claims({})->size() == 1);
  CHECK(store->check()->empty());
}

TEST_CASE("what only a bug in a reader can do is refused: no source, record out of turn, key twice, no claim") {
  auto const store = empty_store();
  CHECK(store->begin(note(1)).value()->add(person("가")).error().fault == Fault::internal);
  auto const refused = [&](std::vector<Record> const& records, std::vector<Claim> const& claims) {
    auto const writer = store->begin(note(1)).value();
    REQUIRE(writer->add_source(source("h")));
    auto const added = writer->add({.records = records, .claims = claims});
    CHECK((added ? writer->commit().error() : added.error()).fault == Fault::internal);
  };
  refused({{.id = RecordId{2}, .key = "x"}}, {});
  refused({record("x"), record("x")}, {claim(1, "name", "가"), claim(2, "name", "나")});
  refused({record("x"), record("y")}, {claim(1, "name", "가")});
  refused({record("x")}, {claim(1, "", "가")});
  CHECK(store->journal()->empty());
}

TEST_CASE("two sources may use the same key") {
  auto const store = empty_store();
  keep_batch(*store, 1, "a", person("가"));
  keep_batch(*store, 2, "b", person("나"));
  CHECK(store->records(always)->size() == 2);
}

TEST_CASE("without commit nothing has happened, and no number is used up") {
  auto const store = empty_store();
  {
    auto const writer = store->begin(note(1)).value();
    REQUIRE(writer->add_source(source("h")));
    REQUIRE(
        writer->add({.records = {record("x")}, .claims = {claim(1, "x:새로운", "가")}, .rejected = {{.where = "1"}}}));
    CHECK(store->sources(always)->empty());
    CHECK(store->claims({})->empty());
    CHECK(store->journal()->empty());
  }
  CHECK(store->sources(always)->empty());
  CHECK(store->records(always)->empty());
  CHECK(store->rejected(SourceId{1})->empty());
  CHECK(keep_batch(*store, 2, "h", {.records = {record("x")}, .claims = {claim(1, "x:다른", "나")}}) == ChangeId{1});
  auto const claims = store->claims({}).value();
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].id == ClaimId{1});
  CHECK(claims[0].property == "x:다른");
  CHECK(store->check()->empty());
}

TEST_CASE("a committed change takes nothing more") {
  auto const store = empty_store();
  auto const writer = store->begin(note(1)).value();
  REQUIRE(writer->add_source(source("h")));
  REQUIRE(writer->commit());
  CHECK(writer->add_source(source("g")).error().fault == Fault::internal);
  CHECK(writer->add(person("가")).error().fault == Fault::internal);
  CHECK(writer->set_status(ClaimId{1}, Status::accepted, "").error().fault == Fault::internal);
  CHECK(writer->decide({}).error().fault == Fault::internal);
  CHECK(writer->commit().error().fault == Fault::internal);
}

TEST_CASE("one change is written at a time, and the next one after it") {
  auto const store = empty_store();
  {
    auto const writer = store->begin(note(1)).value();
    CHECK(store->begin(note(1)).error().fault == Fault::unavailable);
  }
  CHECK(store->begin(note(1)));
}

TEST_CASE("rejected items are kept with their source, in order") {
  auto const store = empty_store();
  std::vector<Rejected> const items{{.where = "이.vcf:3", .reason = "no name", .hint = "add FN"},
                                    {.where = "lee.vcf:9"}};
  keep_batch(*store, 1, "a", {.rejected = {items[0]}});
  auto const writer = store->begin(note(2)).value();
  REQUIRE(writer->add_source(source("b")));
  REQUIRE(writer->add({.rejected = {items[0]}}));
  REQUIRE(writer->add({.rejected = {items[1]}}));
  REQUIRE(writer->commit());
  CHECK(store->rejected(SourceId{1}).value() == std::vector{items[0]});
  CHECK(store->rejected(SourceId{2}).value() == items);
  CHECK(store->rejected(SourceId{3})->empty());
}

TEST_CASE("a status is what was last set by then") {
  auto const store = empty_store();
  auto proposed = person("가");
  proposed.claims[0].status = Status::proposed;
  keep_batch(*store, 1, "h", proposed);
  set_status(*store, 2, 1, Status::accepted);
  set_status(*store, 3, 1, Status::retracted);
  CHECK(status_at(*store, 1, at(1)) == Status::proposed);
  CHECK(status_at(*store, 1, at(2)) == Status::accepted);
  CHECK(status_at(*store, 1, at(2) + std::chrono::minutes{59}) == Status::accepted);
  CHECK(status_at(*store, 1, at(3)) == Status::retracted);
  CHECK(status_at(*store, 1, always) == Status::retracted);
  CHECK(store->claims({.status = Status::accepted, .known_at = at(2)})->size() == 1);
  CHECK(store->claims({.status = Status::proposed, .known_at = at(2)})->empty());
  CHECK(store->claims({.status = Status::retracted})->size() == 1);
  CHECK(store->claims({.status = Status::accepted})->empty());
}

TEST_CASE("within one change the last status counts, and a claim may get one in the change that adds it") {
  auto const store = empty_store();
  auto const writer = store->begin(note(1)).value();
  REQUIRE(writer->add_source(source("h")));
  REQUIRE(writer->add(person("가")));
  REQUIRE(writer->set_status(ClaimId{1}, Status::rejected, "no"));
  REQUIRE(writer->set_status(ClaimId{1}, Status::accepted, "yes"));
  REQUIRE(writer->commit());
  CHECK(status_at(*store, 1, always) == Status::accepted);
  CHECK(status_at(*store, 1, at(1)) == Status::accepted);
  CHECK(store->check()->empty());
}

TEST_CASE("a claim that does not exist has no status to set") {
  auto const store = empty_store();
  keep_batch(*store, 1, "h", person("가"));
  for (auto const id : {0, -1, 2})
    CHECK(store->begin(note(2)).value()->set_status(ClaimId{id}, Status::accepted, "").error().fault ==
          Fault::not_found);
}

TEST_CASE("a view of an earlier instant knows nothing recorded later") {
  auto const store = empty_store();
  keep_batch(*store, 1, "a", person("가"));
  keep_batch(*store, 5, "b", person("나"));
  CHECK(store->sources(at(0))->empty());
  CHECK(store->sources(at(1))->size() == 1);
  CHECK(store->sources(at(5))->size() == 2);
  CHECK(store->records(at(4))->size() == 1);
  CHECK(store->records(at(5))->size() == 2);
  CHECK(store->claims({.known_at = at(0)})->empty());
  CHECK(store->claims({.known_at = at(4)})->size() == 1);
  CHECK(store->claims({.subjects = {RecordId{2}}, .known_at = at(4)})->empty());
  CHECK(store->claims({.source = SourceId{2}, .known_at = at(4)})->empty());
}

TEST_CASE("claims are found by source, subject, property and status, in the order of their numbers") {
  auto const store = empty_store();
  auto const write = [&](int hour, std::string hash) {
    auto org = claim(2, "name", "한빛");
    org.status = Status::proposed;
    keep_batch(*store, hour, std::move(hash),
               {.records = {record("p"), record("o", RecordKind::organisation)},
                .claims = {claim(1, "name", "가"), org, claim(1, "email", "a@hanbit.example")}});
  };
  write(1, "a");
  write(2, "b");
  auto const ids = [&](ClaimFilter const& filter) {
    std::vector<std::int64_t> found;
    auto const claims = store->claims(filter).value();
    for (auto const& each : claims)
      found.push_back(number(each.id));
    return found;
  };
  using Ids = std::vector<std::int64_t>;
  CHECK(ids({}) == Ids{1, 2, 3, 4, 5, 6});
  CHECK(ids({.source = SourceId{2}}) == Ids{4, 5, 6});
  CHECK(ids({.source = SourceId{3}}).empty());
  CHECK(ids({.subjects = {RecordId{3}, RecordId{1}, RecordId{3}}}) == Ids{1, 3, 4, 6});
  CHECK(ids({.source = SourceId{2}, .subjects = {RecordId{1}, RecordId{4}}}) == Ids{5});
  CHECK(ids({.properties = {"email", "phone"}}) == Ids{3, 6});
  CHECK(ids({.properties = {"phone"}}).empty());
  CHECK(ids({.subjects = {RecordId{1}}, .properties = {"name"}}) == Ids{1});
  CHECK(ids({.status = Status::proposed}) == Ids{2, 5});
  CHECK(ids({.source = SourceId{1}, .properties = {"name"}, .status = Status::accepted}) == Ids{1});
}

TEST_CASE("a decision comes back with its reasons, whichever way round its records were named") {
  auto const store = empty_store();
  keep_batch(*store, 1, "a", person("이재용"));
  keep_batch(*store, 1, "b", person("Lee Jae-yong"));
  Decision const given{.a = RecordId{2},
                       .b = RecordId{1},
                       .verdict = Verdict::same,
                       .by = "attache",
                       .why = "두 가지가 같다",
                       .probability = 0.75,
                       .reasons = {{.field = "name", .detail = "이재용", .bits = 4.5}, {.field = "city", .bits = -1}}};
  auto const writer = store->begin(note(2)).value();
  CHECK(writer->decide(given).value() == DecisionId{1});
  REQUIRE(writer->commit());
  auto expected = given;
  expected.id = DecisionId{1};
  expected.a = RecordId{1};
  expected.b = RecordId{2};
  expected.at = at(2);
  CHECK(store->decisions(always).value() == std::vector{expected});
  CHECK(store->decisions(at(1))->empty());
}

TEST_CASE("a decision with a direction is turned with its records, and keeps its time and what it is part of") {
  auto const store = empty_store();
  keep_batch(*store, 1, "a", person("Meta"));
  keep_batch(*store, 1, "b", person("Instagram"));
  auto const writer = store->begin(note(2)).value();
  auto const whole =
      writer->decide({.a = RecordId{2}, .b = RecordId{1}, .verdict = Verdict::subsidiary_of, .by = "owner"}).value();
  Interval const time{.from = year_moment(2012), .to = parse_moment("2021-10-28").value()};
  REQUIRE(writer->decide(
      {.a = RecordId{1}, .b = RecordId{2}, .verdict = Verdict::former_name_of, .valid = time, .part_of = whole}));
  CHECK(writer->decide({.a = RecordId{1}, .b = RecordId{2}, .part_of = DecisionId{9}}).error().fault == Fault::input);
  REQUIRE(writer->commit());
  auto const kept = store->decisions(always).value();
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].a == RecordId{1});
  CHECK(kept[0].verdict == Verdict::parent_of);
  CHECK(kept[0].valid == Interval{});
  CHECK(kept[1].verdict == Verdict::former_name_of);
  CHECK(kept[1].valid == time);
  CHECK(kept[1].part_of == whole);
  CHECK(store->check()->empty());
}

TEST_CASE("an undone decision and the one that undoes it are both kept") {
  auto const store = empty_store();
  keep_batch(*store, 1, "a", person("가"));
  keep_batch(*store, 1, "b", person("나"));
  auto const decide = [&](int hour, Decision const& decision) {
    auto const writer = store->begin(note(hour)).value();
    REQUIRE(writer->decide(decision));
    REQUIRE(writer->commit());
  };
  decide(2, {.a = RecordId{1}, .b = RecordId{2}, .verdict = Verdict::same, .by = "owner"});
  decide(3, {.by = "owner", .why = "wrong", .undoes = DecisionId{1}});
  auto const kept = store->decisions(always).value();
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].verdict == Verdict::same);
  CHECK(kept[1].undoes == DecisionId{1});
  CHECK(kept[1].a == RecordId{1});
  CHECK(kept[1].b == RecordId{2});
  CHECK(kept[1].verdict == Verdict::same);
  CHECK(kept[1].at == at(3));
  CHECK(store->decisions(at(2))->size() == 1);
  CHECK(store->check()->empty());
}

TEST_CASE("a decision about a record or a decision that does not exist, or about one record, is refused") {
  auto const store = empty_store();
  keep_batch(*store, 1, "a", person("가"));
  auto const fault = [&](Decision const& decision) {
    return store->begin(note(2)).value()->decide(decision).error().fault;
  };
  CHECK(fault({.a = RecordId{1}, .b = RecordId{2}}) == Fault::input);
  CHECK(fault({.a = RecordId{0}, .b = RecordId{1}}) == Fault::input);
  CHECK(fault({.a = RecordId{1}, .b = RecordId{1}}) == Fault::input);
  CHECK(fault({.undoes = DecisionId{1}}) == Fault::input);
}

TEST_CASE("every change has a journal entry that says what it added") {
  auto const store = empty_store();
  {
    auto const writer = store->begin({.what = "read 이.vcf", .by = "비서", .at = at(1)}).value();
    REQUIRE(writer->add_source(source("a")));
    REQUIRE(writer->add(person("가")));
    REQUIRE(writer->add_source(source("b")));
    REQUIRE(writer->add({.records = {record("x"), record("y")},
                         .claims = {claim(1, "name", "나"), claim(2, "name", "다"), claim(2, "note", "")}}));
    REQUIRE(writer->set_status(ClaimId{1}, Status::rejected, "no"));
    REQUIRE(writer->decide({.a = RecordId{1}, .b = RecordId{2}}));
    CHECK(writer->commit().value() == ChangeId{1});
  }
  set_status(*store, 2, 1, Status::accepted);
  auto const journal = store->journal().value();
  REQUIRE(journal.size() == 2);
  auto const& entry = journal[0];
  CHECK(entry.id == ChangeId{1});
  CHECK(entry.note.what == "read 이.vcf");
  CHECK(entry.note.by == "비서");
  CHECK(entry.note.at == at(1));
  CHECK(std::vector{entry.sources, entry.records, entry.claims, entry.statuses, entry.decisions} ==
        std::vector<std::int64_t>{2, 3, 4, 1, 1});
  CHECK(store->head().value() == journal[1].digest);
  CHECK(journal[1].claims == 0);
  CHECK(journal[1].statuses == 1);
}

TEST_CASE("equal histories have equal digests, in every adapter, and each digest depends on all before it") {
  auto const digests = [](std::string const& first) {
    auto const store = empty_store();
    keep_batch(*store, 1, "a", person(first));
    keep_batch(*store, 2, "b", person("나"));
    return std::pair{store->journal()->at(0).digest, store->journal()->at(1).digest};
  };
  auto const one = digests("가");
  auto const other = digests("거");
  CHECK(one == digests("가"));
  CHECK(one.first != other.first);
  CHECK(one.second != other.second);
  // Written down once: a change of these two breaks every office that exists.
  CHECK(one.first == "846d8cb3745ea86720b47f4385e2ddd92f072d57cafa8ec993b447381003c67b");
  CHECK(one.second == "4f5548777c02b3555a45382de32bf4fff1b7018b6e126d780f76b1c9414c2420");
}

TEST_CASE("what came after a change is told as one change, and of a change that never was nothing is told") {
  auto const store = empty_store();
  keep_batch(*store, 1, "a", person("가"));
  auto const first = store->head().value();
  CHECK(store->since(first)->value().records.empty());
  CHECK_FALSE(store->since("none")->has_value());
  keep_batch(*store, 2, "b", person("나"));
  set_status(*store, 3, 2, Status::retracted);
  auto const since = store->since(first).value();
  REQUIRE(since.has_value());
  REQUIRE(since->sources.size() == 1);
  CHECK(since->sources[0].id == SourceId{2});
  REQUIRE(since->records.size() == 1);
  CHECK(since->records[0] == store->records(always)->at(1));
  auto expected = store->claims({.source = SourceId{2}}).value();
  for (auto& claim : expected)
    claim.status = Status::accepted; // as it came
  CHECK(since->claims == expected);
  CHECK(since->statuses ==
        std::vector{StatusChange{.claim = ClaimId{2}, .status = Status::retracted, .why = "because"}});
  CHECK(store->since(store->head().value())->value().statuses.empty());
}

TEST_CASE("a large source in many batches is kept whole") {
  auto const store = empty_store();
  constexpr int batches = 20, records = 500;
  auto const writer = store->begin(note(1)).value();
  REQUIRE(writer->add_source(source("big")));
  for (int batch = 0; batch < batches; ++batch) {
    Batch rows;
    for (int row = 0; row < records; ++row) {
      auto const local = batch * records + row + 1;
      rows.records.push_back(record(fmt::format("row:{}", local)));
      rows.claims.push_back(claim(local, "name", fmt::format("홍길동 {}", local)));
      rows.claims.push_back(claim(local, "email", fmt::format("p{}@hanbit.example", local)));
    }
    REQUIRE(writer->add(rows));
  }
  REQUIRE(writer->commit());
  auto const claims = store->claims({}).value();
  REQUIRE(claims.size() == 2 * batches * records);
  CHECK(claims.back().value == "p10000@hanbit.example");
  CHECK(std::ranges::is_sorted(claims, {}, &Claim::id));
  CHECK(store->check()->empty());
}

TEST_CASE("a copy over something that exists, or where nothing can be written, is refused") {
  auto const store = empty_store();
  CHECK(store->backup(".").error().fault == Fault::unavailable);
  CHECK(store->backup("/nowhere/office.attache").error().fault == Fault::unavailable);
}

// The same history kept as plain lists, to compare with.
struct Expected {
  std::vector<Claim> claims;
  std::vector<std::vector<Status>> statuses; // after each change, by claim
  std::int64_t records = 0;
};

inline void random_change(Store& store, Expected& expected, int hour) {
  auto const writer = store.begin(note(hour)).value();
  auto const people = *rc::gen::inRange(0, 4);
  auto statuses = expected.statuses.empty() ? std::vector<Status>{} : expected.statuses.back();
  RC_ASSERT(writer->add_source(source(fmt::format("hash {}", hour))).has_value());
  for (int local = 1; local <= people; ++local) {
    auto given =
        claim(local, *rc::gen::element<std::string>("name", "email", "x:자유"), *rc::gen::arbitrary<std::string>());
    given.status = *rc::gen::element(Status::proposed, Status::accepted);
    given.confidence = *rc::gen::inRange(0, 100) / 100.0;
    RC_ASSERT(writer->add({.records = {record(fmt::format("card:{}", local))}, .claims = {given}}).has_value());
    given.subject = RecordId{++expected.records};
    given.id = ClaimId{static_cast<std::int64_t>(expected.claims.size()) + 1};
    given.source = SourceId{hour};
    given.recorded = at(hour);
    statuses.push_back(given.status);
    expected.claims.push_back(std::move(given));
  }
  for (auto changes = statuses.empty() ? 0 : *rc::gen::inRange(0, 3); changes > 0; --changes) {
    auto const which = *rc::gen::inRange<std::size_t>(0, statuses.size());
    statuses[which] = *rc::gen::element(Status::accepted, Status::rejected, Status::retracted);
    RC_ASSERT(writer->set_status(ClaimId{static_cast<std::int64_t>(which) + 1}, statuses[which], "").has_value());
  }
  RC_ASSERT(writer->commit().has_value());
  expected.statuses.push_back(std::move(statuses));
}

TEST_CASE("whatever is written, each earlier view stays as it was") {
  CHECK(rc::check([] {
    auto const store = empty_store();
    Expected expected;
    auto const changes = *rc::gen::inRange(1, 6);
    for (int hour = 1; hour <= changes; ++hour)
      random_change(*store, expected, hour);
    for (int hour = 1; hour <= changes; ++hour) {
      auto const& statuses = expected.statuses[static_cast<std::size_t>(hour - 1)];
      auto known = expected.claims;
      known.resize(statuses.size());
      for (std::size_t index = 0; index < known.size(); ++index)
        known[index].status = statuses[index];
      RC_ASSERT(store->claims({.known_at = at(hour)}).value() == known);
    }
    RC_ASSERT(store->claims({}).value() == store->claims({.known_at = at(changes)}).value());
    RC_ASSERT(store->check().value().empty());
  }));
}

} // namespace attache::keep::contract
