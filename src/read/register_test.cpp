// Real registers and lists from outside the repository; each test says so and passes where they are absent.
#include "read/csv_test.h"

#include <doctest/doctest.h>

namespace attache::read {
namespace {

std::set<std::string> contact_keys(Gathered const& got) {
  std::set<std::string> out;
  for (auto const& record : got.records)
    if (record.kind == RecordKind::contact)
      out.insert(record.key);
  return out;
}

TEST_CASE("successive exports of the register of the European Parliament agree on most of their meetings") {
  auto const older = real_text("real/eu_mep/mepmeetings_bkp_070720.csv.xz");
  auto const newer = real_text("real/eu_mep/mepmeetings_bkp17092020.csv.xz");
  if (older.empty() || newer.empty())
    return;
  auto const a = gather(older);
  auto const b = gather(newer);
  CHECK(a.count(RecordKind::contact) > 8000);
  CHECK(b.count(RecordKind::contact) > 9000);
  CHECK(b.count(RecordKind::person) < 700);
  CHECK(b.rejected.size() < b.records.size() / 50);
  auto const keys = contact_keys(b);
  auto const old_keys = contact_keys(a);
  auto const kept = std::ranges::count_if(old_keys, [&](auto const& key) { return keys.contains(key); });
  CHECK(static_cast<double>(kept) > 0.9 * static_cast<double>(old_keys.size()));
}

TEST_CASE("the ministers' diaries of New South Wales are 26,562 rows") {
  auto const text = real_text("real/nsw/diaries.csv.xz");
  if (text.empty())
    return;
  auto const got = gather(text);
  CHECK(got.count(RecordKind::contact) + got.rejected.size() == 26562);
  CHECK(got.rejected.size() < 600);
  CHECK(got.count(RecordKind::person) == 87); // the 88th label is "NA"
}

TEST_CASE("the visits to the United States are 3,264 rows") {
  auto const text = real_text("real/us_visits/visits.csv");
  if (text.empty())
    return;
  auto const got = gather(text);
  CHECK(got.count(RecordKind::contact) + got.rejected.size() == 3264);
  CHECK(got.rejected.size() < 20);
}

TEST_CASE("the agendas of Dutch ministers have cells over several lines") {
  auto const text = real_text("real/nl_agendas/agendas_rutteIV_2022.csv");
  if (text.empty())
    return;
  auto const got = gather(text);
  CHECK(got.count(RecordKind::contact) > 200);
  CHECK(got.rejected.size() < got.count(RecordKind::contact) / 3);
}

TEST_CASE("listed companies have their figure with currency and date") {
  auto const korean = real_text("real/marketcap/krx_close_2023-02-14.csv");
  auto const american = real_text("real/marketcap/us_listed_close_2023-05-12.csv");
  if (korean.empty() || american.empty())
    return;
  auto const krx = gather(korean);
  CHECK(krx.count(RecordKind::organisation) == 2699);
  CHECK(krx.values(property::figure).size() == 2699);
  CHECK(std::ranges::any_of(krx.values(property::figure),
                            [](auto const& v) { return v == "market_cap KRW 377290257160000"; }));
  auto const us = gather(american);
  CHECK(us.count(RecordKind::organisation) == 5603);
  CHECK(us.rejected.empty());
}

TEST_CASE("the example office's tables are read, each with its one broken row") {
  for (auto const* const name : {"linkedin.csv", "google.csv", "companies.csv", "relations.csv"}) {
    auto const got = gather(file_text(std::string{"examples/office/"} + name), name);
    CHECK_FALSE(got.error);
    REQUIRE_MESSAGE(got.rejected.size() == 1, name);
    CHECK(got.rejected[0].where.starts_with(name));
    CHECK_FALSE(got.rejected[0].hint.empty());
  }
}

} // namespace
} // namespace attache::read
