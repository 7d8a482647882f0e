#include "resolve/cluster.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <rapidcheck.h>

using namespace attache;
using namespace attache::resolve;

namespace {

std::vector<Record> people(int count) {
  std::vector<Record> out;
  for (int i = 1; i <= count; ++i)
    out.push_back({.id = RecordId{i}, .source = SourceId{1}, .key = std::to_string(i)});
  return out;
}

Decision decide(int id, int a, int b, Verdict verdict, std::string by = "kim") {
  return {.id = DecisionId{id}, .a = RecordId{a}, .b = RecordId{b}, .verdict = verdict, .by = std::move(by)};
}

Decision undo(int id, Decision const& what) {
  auto out = what;
  out.id = DecisionId{id};
  out.undoes = what.id;
  return out;
}

std::vector<Decision> some_decisions(int records, int count) {
  std::vector<Decision> out;
  for (int id = 1; id <= count; ++id) {
    auto const a = *rc::gen::inRange(1, records);
    auto const b = *rc::gen::inRange(a + 1, records + 1);
    auto const verdict =
        *rc::gen::element(Verdict::same, Verdict::same, Verdict::same, Verdict::different, Verdict::unsure);
    if (!out.empty() && *rc::gen::inRange(0, 6) == 0)
      out.push_back(undo(id, out[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(out.size())))]));
    else
      out.push_back(decide(id, a, b, verdict, *rc::gen::element<std::string>("kim", "attache")));
  }
  return out;
}

} // namespace

TEST_CASE("records that were decided the same share the smallest number") {
  auto const found = clusters(people(4), {decide(1, 3, 4, Verdict::same), decide(2, 2, 4, Verdict::same)});
  CHECK(found.of(RecordId{4}) == RecordId{2});
  CHECK(found.of(RecordId{1}) == RecordId{1});
  CHECK(found.canonical.size() == 3);
}

TEST_CASE("a later decision about a pair replaces an earlier one") {
  auto const found = clusters(people(2), {decide(1, 1, 2, Verdict::same), decide(2, 1, 2, Verdict::different)});
  CHECK(found.canonical.empty());
}

TEST_CASE("a merge that a decision inside the cluster contradicts is refused and reported") {
  std::vector const all{decide(1, 1, 2, Verdict::same), decide(2, 2, 3, Verdict::same),
                        decide(3, 1, 3, Verdict::different)};
  auto const found = clustering(people(3), all);
  CHECK(found.clusters.of(RecordId{2}) == RecordId{1});
  CHECK(found.clusters.of(RecordId{3}) == RecordId{3});
  REQUIRE(found.conflicts.size() == 1);
  CHECK(found.conflicts[0] ==
        Conflict{.refused = DecisionId{2}, .contradicted = DecisionId{3}, .a = RecordId{2}, .b = RecordId{3}});
}

TEST_CASE("a person's word goes before a rule's") {
  std::vector const all{decide(1, 1, 2, Verdict::same, "attache"), decide(2, 2, 3, Verdict::same),
                        decide(3, 1, 3, Verdict::different)};
  auto const found = clustering(people(3), all);
  CHECK(found.clusters.of(RecordId{3}) == RecordId{2});
  CHECK(found.conflicts.at(0).refused == DecisionId{1});
}

TEST_CASE("a person and an organisation are never one") {
  auto records = people(2);
  records[1].kind = RecordKind::organisation;
  CHECK(clusters(records, {decide(1, 1, 2, Verdict::same)}).canonical.empty());
}

TEST_CASE("undoing a decision restores the clusters before it exactly, and undoing the undo brings it back") {
  CHECK(rc::check([] {
    auto decisions = some_decisions(8, *rc::gen::inRange(1, 20));
    auto const records = people(8);
    auto const before = clusters(records, decisions);
    auto const id = static_cast<int>(decisions.size()) + 1;
    decisions.push_back(decide(id, 1, 2, *rc::gen::element(Verdict::same, Verdict::different)));
    auto const with = clusters(records, decisions);
    decisions.push_back(undo(id + 1, decisions.back()));
    RC_ASSERT(clusters(records, decisions) == before);
    decisions.push_back(undo(id + 2, decisions.back()));
    RC_ASSERT(clusters(records, decisions) == with);
  }));
}

TEST_CASE("clusters do not depend on the order of records or decisions") {
  CHECK(rc::check([] {
    auto records = people(10);
    auto decisions = some_decisions(10, *rc::gen::inRange(0, 25));
    auto const expected = clustering(records, decisions);
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    for (int i = 0; i < 20; ++i) {
      std::ranges::shuffle(records, random);
      std::ranges::shuffle(decisions, random);
      auto const found = clustering(records, decisions);
      RC_ASSERT(found.clusters == expected.clusters);
      RC_ASSERT(found.conflicts == expected.conflicts);
    }
  }));
}

TEST_CASE("no cluster holds a pair that is decided different") {
  CHECK(rc::check([] {
    auto const decisions = some_decisions(8, *rc::gen::inRange(0, 25));
    auto const found = clusters(people(8), decisions);
    for (auto const& decision : effective(decisions))
      if (decision.verdict == Verdict::different)
        RC_ASSERT(found.of(decision.a) != found.of(decision.b));
  }));
}

TEST_CASE("a parent and its subsidiary are never one, whatever joins them to others") {
  std::vector const all{decide(1, 1, 2, Verdict::parent_of), decide(2, 2, 3, Verdict::same),
                        decide(3, 1, 3, Verdict::same)};
  auto const found = clustering(people(3), all);
  CHECK(found.clusters.of(RecordId{3}) == RecordId{2});
  REQUIRE(found.conflicts.size() == 1);
  CHECK(found.conflicts[0].contradicted == DecisionId{1});
}

TEST_CASE("what is part of an act that was undone is undone with it, and stands again when that is undone") {
  std::vector all{decide(1, 1, 2, Verdict::same, "attache")};
  all.push_back(decide(2, 1, 2, Verdict::different));
  auto part = undo(3, all[0]);
  part.part_of = DecisionId{2};
  all.push_back(part);
  CHECK(clusters(people(2), all).canonical.empty());
  all.push_back(undo(4, all[1]));
  CHECK(clusters(people(2), all).of(RecordId{2}) == RecordId{1});
  CHECK(undone(all) == std::set{DecisionId{2}, DecisionId{3}});
  all.push_back(undo(5, all[3]));
  CHECK(clusters(people(2), all).canonical.empty());
}

TEST_CASE("a name is borne from one renaming to the next, by everything that was the same at the time") {
  auto rename = [](int id, int a, int b, std::string_view day) {
    auto out = decide(id, a, b, Verdict::former_name_of);
    out.valid.to = parse_moment(day).value();
    return out;
  };
  std::vector const all{decide(1, 1, 4, Verdict::same), rename(2, 1, 2, "2010-01-01"), rename(3, 2, 3, "2020-01-01")};
  auto const times = name_times(people(5), all);
  CHECK(times.size() == 4);
  CHECK(times.at(RecordId{4}) == times.at(RecordId{1}));
  CHECK(times.at(RecordId{1}).former);
  CHECK(times.at(RecordId{2}).former);
  CHECK(to_string(times.at(RecordId{2}).valid.from) == "2010-01-01");
  CHECK(to_string(times.at(RecordId{2}).valid.to) == "2020-01-01");
  CHECK_FALSE(times.at(RecordId{3}).former);
  CHECK(clusters(people(5), all).of(RecordId{3}) == RecordId{1});
}

TEST_CASE("a chain of decisions leads from any record of a cluster to any other") {
  rc::check([] {
    auto const decisions = some_decisions(8, *rc::gen::inRange(0, 25));
    auto const records = people(8);
    auto const found = clusters(records, decisions);
    for (int a = 1; a <= 8; ++a)
      for (int b = 1; b <= 8; ++b) {
        auto at = RecordId{a};
        for (auto const& step : chain(records, decisions, RecordId{a}, RecordId{b})) {
          RC_ASSERT((step.a == at || step.b == at));
          at = step.a == at ? step.b : step.a;
        }
        RC_ASSERT((at == RecordId{b}) == (found.of(RecordId{a}) == found.of(RecordId{b})));
      }
  });
}
