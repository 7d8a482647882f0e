#include "office/small_office_test.h"
#include "resolve/cluster.h"

#include <algorithm>

namespace attache::office {
namespace {

// Two books and a diary: Mina is told three times, Facebook was renamed, and two people are called Kim Min-su.
SmallOffice told_twice() {
  SmallOffice small;
  small.read("book.vcf", cards({{.name = "Mina Seo", .email = "mina@larkspur.example", .employer = "Larkspur"},
                                {.name = "Kim Min-su", .email = "kim@face.example", .employer = "Facebook"},
                                {.name = "Ann Ashcombe", .phone = "+16175550142", .employer = "Instagram"}}));
  small.read("other.vcf", cards({{.name = "Seo Mina", .email = "mina@larkspur.example", .employer = "Larkspur"},
                                 {.name = "Kim Min-su", .email = "minsu@other.example", .employer = "Meta"},
                                 {.name = "Ann Ashcombe", .phone = "+16175550142"}}));
  small.read("diary.ics", meetings({"mina@larkspur.example", "kim@face.example", "minsu@other.example"}));
  small.resolve();
  return small;
}

DecisionId id_of(Json const& decision) { return DecisionId{decision["id"].get<std::int64_t>()}; }

std::vector<Verdict> const verdicts{Verdict::same,         Verdict::different,     Verdict::unsure,
                                    Verdict::parent_of,    Verdict::subsidiary_of, Verdict::former_name_of,
                                    Verdict::later_name_of};

Interval dated(Verdict verdict) {
  return turned(verdict) == verdict ? Interval{}
                                    : Interval{.from = year_moment(2010), .to = parse_moment("2023-04-15").value()};
}

} // namespace

TEST_CASE("a decision of any kind that is undone leaves every view as it was, byte for byte, and an undoing too") {
  auto const small = told_twice();
  auto const& office = small.office;
  auto const before = all_views(office);
  for (auto const verdict : verdicts) {
    CAPTURE(to_string(verdict));
    auto const decided = judge_identity(office, {.a = small.record("Facebook"),
                                                 .b = small.record("Meta"),
                                                 .verdict = verdict,
                                                 .valid = dated(verdict),
                                                 .why = "a test"});
    REQUIRE(decided);
    auto const with = all_views(office);
    CHECK((with != before || verdict == Verdict::unsure || verdict == Verdict::different));
    auto const undone = undo(office, id_of(*decided), "no").value();
    CHECK(all_views(office) == before);
    auto const again = undo(office, id_of(undone), "yes after all").value();
    CHECK(all_views(office) == with);
    REQUIRE(undo(office, id_of(again), "no"));
    CHECK(all_views(office) == before);
  }
  CHECK(small.store->check()->empty());
}

TEST_CASE("a split that is undone leaves every view as it was, and so does the undoing of that") {
  auto const small = told_twice();
  auto const& office = small.office;
  for (auto const record : {small.record("Mina Seo"), small.record("Seo Mina")}) {
    auto const before = all_views(office);
    auto const whole = split(office, record, "another Mina").value();
    auto const without = all_views(office);
    CHECK(without != before);
    auto const undone = undo(office, id_of(whole), "").value();
    CHECK(all_views(office) == before);
    auto const again = undo(office, id_of(undone), "").value();
    CHECK(all_views(office) == without);
    REQUIRE(undo(office, id_of(again), ""));
    CHECK(all_views(office) == before);
  }
}

TEST_CASE("whatever a random office was told, a random decision that is undone leaves every view as it was") {
  CHECK(rc::check([] {
    SmallOffice small;
    auto const card = rc::gen::exec([] {
      return Card{.name = *rc::gen::element<std::string>("Kim Min-su", "김민수", "Lee Jae-yong", "이재용", "Ann Lee"),
                  .email = *rc::gen::element<std::string>("", "a@x.example", "b@x.example", "c@y.example"),
                  .phone = *rc::gen::element<std::string>("", "+16175550142", "+16175550143"),
                  .employer = *rc::gen::element<std::string>("", "Hanbit", "한빛", "Larkspur", "Larkspur Inc.")};
    });
    for (auto const* name : {"a.vcf", "b.vcf", "c.vcf"})
      if (auto const some = *rc::gen::container<std::vector<Card>>(4, card); true)
        small.read(name, cards(some));
    small.read("d.ics", meetings({"a@x.example", "b@x.example", "a@x.example"}));
    small.resolve();
    auto const& office = small.office;
    auto const view = small.view();
    auto const of_kind = [&](RecordKind kind) {
      std::vector<RecordId> records;
      for (auto const& record : view.records)
        if (record.kind == kind)
          records.push_back(record.id);
      return records;
    };
    auto const records = of_kind(*rc::gen::element(RecordKind::person, RecordKind::organisation));
    RC_PRE(records.size() >= 2);
    auto const a = *rc::gen::elementOf(records), b = *rc::gen::elementOf(records);
    auto const verdict = *rc::gen::elementOf(verdicts);
    auto const before = views_about(office, {a, b});
    auto const decided = *rc::gen::arbitrary<bool>()
                             ? split(office, a, "")
                             : judge_identity(office, {.a = a, .b = b, .verdict = verdict, .valid = dated(verdict)});
    RC_PRE(decided.has_value());
    RC_ASSERT(undo(office, id_of(*decided), "").has_value());
    RC_ASSERT(views_about(office, {a, b}) == before);
    RC_ASSERT(small.store->check()->empty());
  }));
}

TEST_CASE("a decision keeps the score that the queue showed, by whom, why and when") {
  auto const small = told_twice();
  auto const queue = review(small.office, 100).value()["identities"];
  REQUIRE(!queue.empty());
  auto const& question = queue[0];
  auto const decision = judge_identity(small.office, {.a = RecordId{question["a"]["record"].get<std::int64_t>()},
                                                      .b = RecordId{question["b"]["record"].get<std::int64_t>()},
                                                      .verdict = Verdict::different,
                                                      .why = "I know both"})
                            .value();
  CHECK(decision["probability"] == question["probability"]);
  CHECK(decision["reasons"] == question["reasons"]);
  CHECK(decision["by"] == "owner");
  CHECK(decision["why"] == "I know both");
  CHECK(decision["at"] == "2024-05-31T12:00:00Z");
  CHECK(decision["in_force"] == true);
}

TEST_CASE("parent and subsidiary stay two, with a relation that has its time, and never become one") {
  auto const small = told_twice();
  auto const parent = small.record("Meta"), child = small.record("Instagram");
  auto const decision = judge_identity(small.office, {.a = child,
                                                      .b = parent,
                                                      .verdict = Verdict::subsidiary_of,
                                                      .valid = {.from = year_moment(2012)},
                                                      .why = "annual report"})
                            .value();
  auto const page = organisation(small.office, "Instagram", {.as_of = small.office.now}).value();
  REQUIRE(page["relations"].size() == 1);
  auto const& relation = page["relations"][0];
  CHECK(relation["from"]["name"] == "Meta");
  CHECK(relation["kind"] == "parent_of");
  CHECK(relation["to"]["name"] == "Instagram");
  CHECK(relation["valid"]["from"] == "2012");
  CHECK(relation["decision"] == decision["id"]);
  CHECK(relation["why"] == "annual report");
  CHECK(small.view("2011-01-01").network.relations.empty());
  auto const same = judge_identity(small.office, {.a = child, .b = small.record("Facebook"), .verdict = Verdict::same});
  REQUIRE(same); // another pair: Facebook and Instagram are one, for the sake of it
  auto const refused =
      judge_identity(small.office, {.a = parent, .b = small.record("Facebook"), .verdict = Verdict::same}).value();
  CHECK(refused["refused_by"] == decision["id"]);
  CHECK(refused["in_force"] == false);
}

TEST_CASE("what was renamed has the name of the date, keeps both with their time, and is found by either") {
  auto const small = told_twice();
  REQUIRE(judge_identity(small.office, {.a = small.record("Facebook"),
                                        .b = small.record("Meta"),
                                        .verdict = Verdict::former_name_of,
                                        .valid = {.to = parse_moment("2023-04-15").value()}}));
  auto const now = organisation(small.office, "Facebook", {.as_of = small.office.now}).value();
  CHECK(now["organisation"]["name"] == "Meta");
  CHECK(organisation(small.office, "Meta", {.as_of = small.office.now}).value() == now);
  auto const names = now["names"];
  REQUIRE(names.size() == 2);
  CHECK(names[0]["value"] == "Meta");
  CHECK(names[0]["valid"]["from"] == "2023-04-15");
  CHECK(names[1]["value"] == "Facebook");
  CHECK(names[1]["former"] == true);
  CHECK(names[1]["valid"]["to"] == "2023-04-15");
  CHECK(now["people"].size() == 2);
  auto const then = organisation(small.office, "Meta", {.as_of = at_noon("2022-01-01")}).value();
  CHECK(then["organisation"]["name"] == "Facebook");
}

TEST_CASE("a number that belongs to somebody else now leads there and says so, also after a split and its undoing") {
  auto const small = told_twice();
  auto const& office = small.office;
  At const at{.as_of = office.now};
  auto const first = small.record("Mina Seo"), second = small.record("Seo Mina");
  auto const asked = [&](RecordId record) { return person(office, fmt::format("#{}", number(record)), at).value(); };
  CHECK(asked(second)["person"]["id"] == number(first));
  CHECK(asked(second)["redirected_from"] == number(second));
  CHECK_FALSE(asked(first).contains("redirected_from"));
  auto const whole = split(office, second, "").value();
  CHECK(asked(second)["person"]["id"] == number(second));
  CHECK_FALSE(asked(second).contains("redirected_from"));
  REQUIRE(undo(office, id_of(whole), ""));
  CHECK(asked(second)["redirected_from"] == number(second));
}

TEST_CASE("a part of a split is undone with the whole only, and nothing is undone twice") {
  auto const small = told_twice();
  auto const whole = split(small.office, small.record("Seo Mina"), "").value();
  auto const all = small.store->decisions(keep::always).value();
  auto const part = std::ranges::find(all, id_of(whole), &Decision::part_of);
  REQUIRE(part != all.end());
  CHECK(undo(small.office, part->id, "").error().fault == Fault::input);
  REQUIRE(undo(small.office, id_of(whole), ""));
  auto const twice = undo(small.office, id_of(whole), "");
  CHECK(twice.error().fault == Fault::conflict);
  CHECK(twice.error().hint.find("brings it back") != std::string::npos);
}

TEST_CASE("the chain between any two records of one person leads from one to the other by decisions with reasons") {
  auto const small = told_twice();
  auto const view = small.view();
  for (auto const& [a, canonical] : view.clusters.canonical)
    for (auto const& [b, other] : view.clusters.canonical) {
      if (canonical != other || a >= b)
        continue;
      auto const answer =
          why(small.office, fmt::format("#{}", number(a)), fmt::format("#{}", number(b)), {.as_of = small.office.now});
      if (!answer && answer.error().fault == Fault::not_found)
        continue; // contacts and bare records are not compared
      REQUIRE(answer);
      CHECK((*answer)["one"] == true);
      auto at = number(a);
      for (auto const& step : (*answer)["chain"]) {
        auto const x = step["a"]["id"].get<std::int64_t>(), y = step["b"]["id"].get<std::int64_t>();
        CHECK((at == x || at == y));
        at = at == x ? y : x;
        CHECK((!step["reasons"].empty() || !step["why"].empty()));
      }
      CHECK(at == number(b));
    }
}

TEST_CASE("two people of one name are told apart wherever they are listed, until they are one") {
  auto const small = told_twice();
  At const at{.as_of = small.office.now};
  auto const distinct = [&] {
    std::vector<std::string> words;
    auto const list = people(small.office, "", 100, at).value()["people"];
    for (auto const& one : list)
      if (one["name"] == "Kim Min-su")
        words.push_back(one.value("distinct", std::string{"none"}));
    return words;
  };
  CHECK(distinct() == std::vector<std::string>{"Facebook", "Meta"});
  auto const meta = organisation(small.office, "Meta", at).value();
  CHECK(meta["people"][0]["person"]["distinct"] == "Meta");
  auto const view = small.view();
  std::vector<RecordId> kims;
  for (auto const& person : view.network.people)
    if (person.name == "Kim Min-su")
      kims.push_back(RecordId{number(person.id)});
  REQUIRE(kims.size() == 2);
  REQUIRE(judge_identity(small.office, {.a = kims[0], .b = kims[1], .verdict = Verdict::same}));
  CHECK(distinct() == std::vector<std::string>{"none"});
}

TEST_CASE("two names of one person are compared by the records that bear them") {
  auto const small = told_twice();
  auto const answer = why(small.office, "Mina Seo", "Seo Mina", {.as_of = small.office.now}).value();
  CHECK(answer["one"] == true);
  CHECK(answer["a"]["name"] != answer["b"]["name"]);
  CHECK(!answer["chain"].empty());
}

TEST_CASE("what makes no sense is refused") {
  auto const small = told_twice();
  auto const fault = [&](Judgement const& judgement) { return judge_identity(small.office, judgement).error().fault; };
  auto const mina = small.record("Mina Seo"), kim = small.record("Kim Min-su"), meta = small.record("Meta");
  CHECK(fault({.a = mina, .b = mina}) == Fault::input);
  CHECK(fault({.a = mina, .b = meta}) == Fault::input);
  CHECK(fault({.a = mina, .b = kim, .verdict = Verdict::parent_of}) == Fault::input);
  CHECK(fault({.a = mina, .b = RecordId{9999}}) == Fault::not_found);
  CHECK(fault({.a = mina, .b = kim, .verdict = Verdict::same, .valid = {.from = year_moment(2020)}}) == Fault::input);
  CHECK(fault({.a = meta,
               .b = small.record("Facebook"),
               .verdict = Verdict::former_name_of,
               .valid = {.from = year_moment(2020), .to = year_moment(2010)}}) == Fault::input);
}

} // namespace attache::office
