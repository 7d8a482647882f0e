#include "bench/trip_synth.h"

#include "go/check.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace attache::bench {
namespace {

std::filesystem::path synth_folder() {
  auto const* set = std::getenv("ATTACHE_DATA"); // NOLINT(concurrency-mt-unsafe): tests are one thread
  return std::filesystem::path{set != nullptr ? set : "../shared/data"} / "trips" / "trip_synth";
}

} // namespace

TEST_CASE("the checker agrees with the published solutions of the trip files") {
  if (!std::filesystem::exists(synth_folder())) {
    std::cout << "skipped: no trip files in " << synth_folder() << '\n';
    return;
  }
  int files = 0;
  for (auto const& entry : std::filesystem::directory_iterator{synth_folder()}) {
    if (entry.path().extension() != ".json")
      continue;
    std::ostringstream text;
    text << std::ifstream{entry.path()}.rdbuf();
    auto const synth = parse_trip_synth(text.str(), entry.path().string());
    REQUIRE(synth.has_value());
    auto const value = go::value_of(synth->trip, known_plan(*synth));
    REQUIRE(value.has_value());
    CHECK(*value == doctest::Approx(synth->known.best));
    ++files;
  }
  CHECK(files > 0);
}

} // namespace attache::bench
