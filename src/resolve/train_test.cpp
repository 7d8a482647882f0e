#include "resolve/train.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace attache::resolve;

namespace {

// Two people who write 이 as "yie", which the shipped table does not know.
std::vector<NamePair> const unusual{{U"이", "yie"}, {U"이이", "yieyie"}};

} // namespace

TEST_CASE("a lattice learns a spelling from pairs that use it") {
  auto const before = spelling_bits(foreign_lattice(), U"이", "yie");
  std::vector<NamePair> many;
  for (int i = 0; i < 50; ++i)
    many.insert(many.end(), unusual.begin(), unusual.end());
  CHECK(spelling_bits(train(foreign_lattice(), many), U"이", "yie") < before);
}

TEST_CASE("without pairs a lattice stays what it was") {
  auto const same = train(korean_lattice(), {});
  for (auto const& [hangul, latin] : {std::pair{U"홍길동", "honggildong"}, std::pair{U"이재용", "leejaeyong"}})
    CHECK(spelling_bits(same, hangul, latin) <= spelling_bits(korean_lattice(), hangul, latin) + 3);
}

TEST_CASE("an alignment gives every letter to one symbol, in order") {
  auto const found = align(korean_lattice(), U"길동", "gildong");
  REQUIRE(found.size() == 6);
  std::string joined;
  for (auto const& one : found)
    joined += one.latin;
  CHECK(joined == "gildong");
}

TEST_CASE("a name that cannot be read so has no alignment") {
  CHECK(align(korean_lattice(), U"길동", "smith").empty());
}

TEST_CASE("reading costs never fall when letters that mean nothing are added") {
  CHECK(rc::check([] {
    auto const extra = std::string(static_cast<std::size_t>(*rc::gen::inRange(1, 6)), 'x');
    RC_ASSERT(spelling_bits(korean_lattice(), U"홍길동", "honggildong" + extra) >
              spelling_bits(korean_lattice(), U"홍길동", "honggildong"));
  }));
}
