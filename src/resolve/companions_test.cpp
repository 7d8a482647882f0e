#include "resolve/companions.h"

#include "resolve/score.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace attache;
using namespace attache::resolve;

namespace {

Entity person(int record, std::string name, std::vector<int> const& contacts, std::vector<int> const& articles = {}) {
  Profile profile{.record = RecordId{record}, .names = {std::move(name)}};
  for (auto const contact : contacts)
    profile.contacts.push_back(RecordId{contact});
  auto out = entity_of(profile);
  for (auto const article : articles)
    out.articles.push_back(SourceId{article});
  return out;
}

// What their company says of two, in bits.
double company(std::vector<Entity> const& all, std::size_t a, std::size_t b) {
  double out = 0;
  for (auto const& reason : score(all[a], all[b], context_of(all)).reasons)
    if (reason.field == "seen with")
      out += reason.bits;
  return out;
}

} // namespace

TEST_CASE("who meets the same people under two spellings is more likely one") {
  std::vector const all{person(1, "홍길동", {100}), person(2, "Hong Gil-dong", {101}),
                        person(3, "Mina Seo", {100, 101}), person(4, "Hong Gil-dong", {102})};
  CHECK(company(all, 0, 1) > 0);
  CHECK(company(all, 0, 3) == 0);
  auto const found = score(all[0], all[1], context_of(all));
  CHECK(std::ranges::find(found.reasons, "both with Mina Seo", &Reason::detail) != found.reasons.end());
  CHECK_FALSE(found.automatic); // company is no proof
}

TEST_CASE("two who stand side by side are more likely two") {
  std::vector const all{person(1, "홍길동", {100}), person(2, "Hong Gil-dong", {100})};
  CHECK(company(all, 0, 1) < 0);
}

TEST_CASE("an article and a diary that name the same company speak for one") {
  std::vector const all{person(1, "홍길동", {}, {7}), person(2, "Hong Gil-dong", {100}),
                        person(3, "Mina Seo", {100}, {7})};
  CHECK(company(all, 0, 1) > 0);
}

TEST_CASE("whom everybody meets says nothing, nor does a crowd") {
  std::vector<Entity> all{person(1, "홍길동", {1000}), person(2, "Hong Gil-dong", {1001})};
  std::vector<int> every{1000, 1001};
  std::vector<int> const hall{2000};
  for (int i = 0; i < 12; ++i) {
    all.push_back(person(10 + i, "Guest", {1100 + i}));
    every.push_back(1100 + i);
  }
  all.push_back(person(9, "The Chair", every));
  CHECK(company(all, 0, 1) == 0);
  std::vector<Entity> crowd{person(1, "홍길동", hall), person(2, "Hong Gil-dong", hall)};
  for (int i = 0; i < 20; ++i)
    crowd.push_back(person(10 + i, "Guest", hall));
  CHECK(company(crowd, 0, 1) == 0);
}

TEST_CASE("company says the same whichever way two are asked, in whatever order people come") {
  CHECK(rc::check([] {
    std::vector<Entity> all;
    for (int i = 1; i <= 8; ++i)
      all.push_back(person(i, "Ann Lee", *rc::gen::container<std::vector<int>>(rc::gen::inRange(100, 106)),
                           *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 4))));
    auto const forward = companions_of(all);
    auto backward_list = all;
    std::ranges::reverse(backward_list);
    auto const backward = companions_of(backward_list);
    for (int a = 1; a <= 8; ++a)
      for (int b = 1; b <= 8; ++b) {
        auto const one = compare_companions(forward, RecordId{a}, RecordId{b});
        RC_ASSERT(one.names == compare_companions(backward, RecordId{b}, RecordId{a}).names);
        RC_ASSERT(one.together == compare_companions(backward, RecordId{b}, RecordId{a}).together);
      }
  }));
}
