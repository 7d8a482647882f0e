#include "office/chart_growth.h"

#include "keep/memory/store.h"
#include "model/vocabulary.h"
#include "office/event_filter.h"
#include "office/network_views.h"
#include "office/shelf_test.h"

#include <cstring>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

namespace attache::office {
namespace {

using std::chrono::days;
using std::chrono::minutes;

Instant const now{days{19000}};

class LastBlock : public TextShelf<BlockShelf> {
public:
  std::optional<Block> find_block(std::string const& key) override {
    if (key != key_)
      return std::nullopt;
    return Block{.owner = nullptr, .base = *net::Base::read(std::as_bytes(std::span{words_}).first(size_))};
  }
  void put_block(std::string const& key, std::string_view block) override {
    key_ = key;
    size_ = block.size();
    words_.resize((size_ + 7) / 8);
    std::memcpy(words_.data(), block.data(), size_);
    ++made;
  }
  int made = 0;

private:
  std::string key_;
  std::size_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

// An office that is told things at random, small enough for accounts of one contact to meet.
struct Told {
  std::unique_ptr<keep::Store> store = keep::memory::open();
  LastBlock shelf;
  Office kept{.store = *store, .now = now, .shelf = &shelf};
  Office full{.store = *store, .now = now};
  int records = 0, claims = 0, sources = 0;
  std::vector<int> people;

  Batch batch;
  int local(RecordKind kind, std::string key) {
    auto const id = static_cast<int>(std::ssize(batch.records)) + 1;
    batch.records.push_back({.id = RecordId{id}, .kind = kind, .key = std::move(key)});
    return id;
  }
  void say(int subject, std::string_view property, std::string value, int object = 0, Interval const& when = {}) {
    batch.claims.push_back({.subject = RecordId{subject},
                            .property = std::string{property},
                            .object = RecordId{object},
                            .value = std::move(value),
                            .valid = when});
  }
  void keep(std::string const& kind) {
    if (kind == "article")
      for (auto& claim : batch.claims)
        claim.attribution.voice = Voice::narrator;
    auto writer = *store->begin({.what = "read", .by = "test", .at = now});
    RC_ASSERT(
        writer->add_source({.hash = fmt::format("hash {}", ++sources), .kind = kind, .read_at = now}).has_value());
    RC_ASSERT(writer->add(batch).has_value());
    RC_ASSERT(writer->commit().has_value());
    for (auto const& record : batch.records) {
      ++records;
      if (record.kind == RecordKind::person)
        people.push_back(records);
    }
    claims += static_cast<int>(batch.claims.size());
    batch = {};
  }
  int anybody() { return people.at(*rc::gen::inRange<std::size_t>(0, people.size())); }

  int person(bool principal = false) {
    auto const id = local(RecordKind::person, fmt::format("card:{}", batch.records.size()));
    auto const name = *rc::gen::element<std::string>("Ann Ashcombe", "Bo Lindqvist", "한지우", "최민서");
    say(id, property::name, name);
    if (principal)
      say(id, property::principal, "yes");
    return id;
  }
  void contact(std::vector<int> const& who) {
    auto const id = local(RecordKind::contact, fmt::format("{}:{}", *rc::gen::element<std::string>("uid", "row"),
                                                           *rc::gen::inRange(0, 12) * 100 + std::ssize(batch.records)));
    auto const day = std::chrono::floor<days>(now) - days{*rc::gen::inRange(-1, 3) * 30};
    auto const when = *rc::gen::arbitrary<bool>()
                          ? Interval{.from = day_moment(day)}
                          : Interval{.from = minute_moment(day + minutes{*rc::gen::inRange(0, 6) * 25})};
    say(id, property::contact_kind, *rc::gen::element<std::string>("meeting", "message"), 0, when);
    if (*rc::gen::inRange(0, 4) == 0)
      say(id, property::title, "Introduction", 0, when);
    for (auto const one : who)
      say(id, property::participant, {}, one, when);
  }
  void decide(int a, int b) {
    auto writer = *store->begin({.what = "decide", .by = "test", .at = now});
    RC_ASSERT(
        writer->decide({.a = RecordId{a}, .b = RecordId{b}, .verdict = Verdict::same, .by = "attache"}).has_value());
    RC_ASSERT(writer->commit().has_value());
  }
  void change() {
    auto const kind = *rc::gen::weightedElement<std::string>({{4, "csv"}, {2, "icalendar"}, {1, "article"}});
    switch (*rc::gen::weightedElement<int>({{5, 0}, {3, 1}, {3, 2}, {1, 3}})) {
    case 0: contact({-anybody(), -anybody()}); return keep(kind);
    case 1: {
      auto const fresh = person();
      contact({fresh, -anybody()});
      if (*rc::gen::arbitrary<bool>())
        contact({fresh, -anybody(), -anybody()});
      return keep(kind);
    }
    case 2: {
      person();
      auto const known = anybody();
      keep(kind);
      return decide(people.back(), known);
    }
    default: {
      auto writer = *store->begin({.what = "reject", .by = "test", .at = now});
      RC_ASSERT(writer->set_status(ClaimId{*rc::gen::inRange(1, claims + 1)}, Status::rejected, "").has_value());
      RC_ASSERT(writer->commit().has_value());
    }
    }
  }
};

std::string answer(Office const& office, std::string const& from, std::string const& to, Instant as_of) {
  auto const json = paths(office, {.to = to, .from = {from}, .k = 4}, {.as_of = as_of});
  return json ? json->dump() : json.error().what;
}

TEST_CASE("a chart that grew answers as one that was made anew, whatever came") {
  auto grown = 0;
  CHECK(rc::check([&] {
    Told told;
    for (auto i = 0; i < 4; ++i)
      told.person(i == 0);
    told.keep("vcard");
    for (auto i = *rc::gen::inRange(0, 6); i > 0; --i)
      told.change();
    (void)answer(told.kept, "#1", "#2", now);
    auto const made = told.shelf.made;
    for (auto i = *rc::gen::inRange(1, 4); i > 0; --i)
      told.change();
    auto const as_of = now - days{*rc::gen::element(0, 0, 45)};
    for (auto const from : told.people)
      for (auto const to : told.people)
        RC_ASSERT(answer(told.kept, fmt::format("#{}", from), fmt::format("#{}", to), as_of) ==
                  answer(told.full, fmt::format("#{}", from), fmt::format("#{}", to), as_of));
    for (auto const* const name : {"Ann Ashcombe", "한지우"})
      RC_ASSERT(answer(told.kept, "#1", name, as_of) == answer(told.full, "#1", name, as_of));
    grown += told.shelf.made == made ? 1 : 0;
  }));
  CHECK(grown > 20); // of 100: else the test compares full readings
}

TEST_CASE("a filter says of every number in it that it may be there, and of few others") {
  std::vector<std::uint64_t> numbers;
  for (std::uint64_t i = 1; i <= 2000; ++i)
    numbers.push_back(i * 0x9e3779b97f4a7c15U);
  auto const filter = event_filter(numbers);
  CHECK(std::ranges::all_of(numbers, [&](auto number) { return perhaps_in(filter, number); }));
  auto wrong = 0;
  for (std::uint64_t i = 1; i <= 10'000; ++i)
    wrong += perhaps_in(filter, i * 0xbf58476d1ce4e5b9U + 1) ? 1 : 0;
  CHECK(wrong < 3);
  CHECK_FALSE(perhaps_in({}, 7));
}

} // namespace
} // namespace attache::office
