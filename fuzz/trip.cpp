// Any bytes are a trip or a mistake with its line, and a trip that is read can be handed to the planner.
#include "read/trip.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace attache;

bool sound(Candidate const& candidate, Trip const& trip) {
  auto const inside = [&](Window const& w) {
    return w.day >= 0 && w.day < trip.days && w.from < w.to && w.from >= Minutes{0} && w.to <= Minutes{1440};
  };
  auto const apart = [](Window const& a, Window const& b) {
    return a.day > b.day || (a.day == b.day && a.to >= b.from);
  };
  return candidate.city >= 0 && candidate.city < static_cast<int>(trip.cities.size()) &&
         candidate.sector < static_cast<int>(trip.sectors.size()) && candidate.length > Minutes{0} &&
         !candidate.id.empty() && std::ranges::all_of(candidate.windows, inside) &&
         std::ranges::adjacent_find(candidate.windows, apart) == candidate.windows.end() &&
         (!candidate.fixed || candidate.windows.size() == 1);
}

bool sound(Trip const& trip) {
  auto const cities = static_cast<int>(trip.cities.size());
  return trip.days >= 1 && trip.working_days.size() == static_cast<std::size_t>(trip.days) &&
         trip.day_start < trip.day_end && trip.start_city >= 0 && trip.start_city < cities && trip.end_city >= -1 &&
         trip.end_city < cities &&
         std::ranges::all_of(trip.candidates, [&](Candidate const& candidate) { return sound(candidate, trip); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const text(data, data + size);
  auto const got = read::trip(text, "fuzz");
  if (got ? !sound(*got) : (got.error().fault != Fault::input || !got.error().where.starts_with("fuzz:")))
    std::abort();
  if (got.has_value() != read::trip_mistakes(text, "fuzz").empty())
    std::abort();
  return 0;
}
