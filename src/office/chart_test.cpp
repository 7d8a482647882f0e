#include "office/chart.h"

#include "keep/memory/store.h"
#include "model/vocabulary.h"
#include "office/network_views.h"
#include "office/shelf_test.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

Instant const now{std::chrono::days{19000}};

// A shelf in memory that counts what was put there.
class MemoryShelf : public TextShelf<BlockShelf> {
public:
  std::optional<Block> find_block(std::string const& key) override {
    auto const found = blocks.find(key);
    if (found == blocks.end())
      return std::nullopt;
    auto const base = net::Base::read(std::as_bytes(std::span{found->second}).first(sizes.at(key)));
    REQUIRE(base.has_value());
    return Block{.owner = nullptr, .base = *base};
  }
  void put_block(std::string const& key, std::string_view block) override {
    auto& words = blocks[key];
    words.resize((block.size() + 7) / 8);
    std::memcpy(words.data(), block.data(), block.size());
    sizes[key] = block.size();
  }
  std::map<std::string, std::vector<std::uint64_t>> blocks;
  std::map<std::string, std::size_t> sizes;
};

// A calendar of meetings: who met whom, how many days ago; people are records 1, 2, 3 of the first source.
struct Firm {
  std::unique_ptr<keep::Store> store = keep::memory::open();
  MemoryShelf shelf;
  Office office{.store = *store, .now = now, .shelf = &shelf};
  int sources = 0;

  Firm() {
    Batch batch;
    for (auto const* const name : {"Ann Ashcombe", "Bo Lindqvist", "Cy Marlowe", "Di Okafor"}) {
      auto const id = RecordId{std::ssize(batch.records) + 1};
      batch.records.push_back({.id = id, .kind = RecordKind::person, .key = name});
      batch.claims.push_back({.subject = id, .property = std::string{property::name}, .value = name});
    }
    batch.claims.push_back({.subject = RecordId{1}, .property = std::string{property::principal}, .value = "yes"});
    keep(batch, "card");
  }
  void keep(Batch const& batch, std::string const& kind) {
    auto writer = store->begin({.what = "read", .by = "test", .at = now});
    REQUIRE(writer.has_value());
    auto const source = (*writer)->add_source(
        {.hash = fmt::format("hash {}", ++sources), .kind = kind, .name = "a file", .read_at = now});
    REQUIRE(source.has_value());
    REQUIRE((*writer)->add(batch).has_value());
    REQUIRE((*writer)->commit().has_value());
  }
  void met(int a, int b, int days_ago, std::string const& title = "lunch") {
    Batch batch;
    RecordId const contact{1};
    Interval const when{.from = day_moment(std::chrono::floor<std::chrono::days>(now - std::chrono::days{days_ago}))};
    batch.records.push_back({.id = contact, .kind = RecordKind::contact, .key = fmt::format("uid:{}", sources)});
    batch.claims.push_back(
        {.subject = contact, .property = std::string{property::title}, .value = title, .valid = when});
    for (auto const person : {a, b})
      batch.claims.push_back({.subject = contact,
                              .property = std::string{property::participant},
                              .object = RecordId{-person},
                              .valid = when});
    keep(batch, "csv");
  }
  Json paths(std::string const& to, At at) {
    auto json = office::paths(office, {.to = to}, at);
    REQUIRE(json.has_value());
    return *json;
  }
};

std::string people_of(Json const& chain) {
  std::string people = chain["steps"][0]["from"]["name"];
  for (auto const& step : chain["steps"])
    people += ", " + step["to"]["name"].get<std::string>();
  return people;
}

TEST_CASE("chains come from the kept chart, on any date, and name everybody on them") {
  Firm firm;
  firm.met(1, 2, 400);
  firm.met(2, 3, 100);
  auto const json = firm.paths("Cy Marlowe", {.as_of = now});
  REQUIRE(json["chains"].size() == 1);
  CHECK(people_of(json["chains"][0]) == "Ann Ashcombe, Bo Lindqvist, Cy Marlowe");
  CHECK(json["chains"][0]["steps"][1]["reason"] == "1 meeting, last 2021-09-30");
  REQUIRE(firm.shelf.blocks.size() == 1);
  CHECK(firm.paths("marlowe", {.as_of = now}) == json); // out of the shelf
  CHECK(firm.paths("#3", {.as_of = now}) == json);
  CHECK(firm.paths("Cy Marlowe", {.as_of = now - std::chrono::days{200}})["chains"].empty());
  CHECK(firm.shelf.blocks.size() == 1);
}

TEST_CASE("what is read later is on the next chain without another chart") {
  Firm firm;
  firm.met(1, 2, 400);
  CHECK(firm.paths("Di Okafor", {.as_of = now})["chains"].empty());
  firm.met(2, 4, 10);
  CHECK(firm.paths("Di Okafor", {.as_of = now})["chains"].size() == 1);
  CHECK(firm.shelf.blocks.size() == 1);
}

TEST_CASE("an account of a contact that is known already makes another chart, and no second contact") {
  Firm firm;
  firm.met(1, 2, 400);
  auto const once = firm.paths("Bo Lindqvist", {.as_of = now});
  firm.met(1, 2, 400);
  CHECK(firm.paths("Bo Lindqvist", {.as_of = now}) == once);
  CHECK(firm.shelf.blocks.size() == 2);
}

TEST_CASE("who was asked for an introduction lately is spared and told") {
  Firm firm;
  firm.met(1, 2, 400);
  firm.met(2, 3, 100);
  auto const before = firm.paths("Cy Marlowe", {.as_of = now})["chains"][0];
  firm.met(1, 2, 20, "Introduction to Copperwren");
  auto const after = firm.paths("Cy Marlowe", {.as_of = now})["chains"][0];
  CHECK_FALSE(before["steps"][1].contains("asked_lately"));
  CHECK(after["steps"][1]["asked_lately"]["times"] == 1);
}

TEST_CASE("a chart that is cut anywhere, or is another network, is refused or harmless") {
  Firm firm;
  firm.met(1, 2, 40);
  auto const view = load(firm.office, {.as_of = far_date});
  REQUIRE(view.has_value());
  auto const whole = chart_block(*view, "key");
  REQUIRE(whole.has_value());
  auto const other = net::build({.contacts = {{.a = 0, .b = 1, .at = now}}, .key = "key", .extra = "short"});
  MemoryShelf shelf;
  shelf.put_block("whole", *whole);
  shelf.put_block("other", *other);
  CHECK(read_chart(*shelf.find_block("whole")).has_value());
  CHECK(read_chart(*shelf.find_block("other")).error().fault == Fault::input);
}

TEST_CASE("who is not in the office is not found, and a company is no person") {
  Firm firm;
  auto const nobody = paths(firm.office, {.to = "Zed Quillfeather"}, {.as_of = now});
  REQUIRE_FALSE(nobody.has_value());
  CHECK(nobody.error().fault == Fault::not_found);
  CHECK(paths(firm.office, {.to = "#99"}, {.as_of = now}).error().fault == Fault::not_found);
}

} // namespace
} // namespace attache::office
