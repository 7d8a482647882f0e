// Use cases of a trip: plan it, plan it again when somebody cancels, close it when it is over.
#pragma once

#include "go/plan.h"
#include "office/kept_trip.h"
#include "office/view.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace attache::office {

using Json = nlohmann::ordered_json;

// Reads a trip file, finds its people, values and plans it, and keeps the plan. `aim` replaces the file's.
// Fault::input, Fault::infeasible.
Result<KeptTrip> plan_trip(Office const& office, std::string_view toml, std::string_view name, go::Effort const& effort,
                           go::Progress const& progress = {}, std::optional<Aim> aim = {});
struct Moved {
  enum class Kind : std::uint8_t { cancelled, added, moved, dropped } kind{};
  int candidate = 0; // index into the trip's candidates
  Visit before, after;
};
struct Replanned {
  KeptTrip kept;
  std::vector<Moved> changes; // in order of time
  int unchanged = 0;          // meetings that stay exactly as they were
  bool stored = false;
};
// Plans a kept trip anew, as if there were no plan yet; keeps the new one if `store`. Fault::not_found.
Result<Replanned> plan_kept_trip(Office const& office, std::string_view id, bool store, go::Effort const& effort,
                                 go::Progress const& progress = {});

// What differs between the plan before and the one in `after`, people compared by id; `cancelled`: their ids.
void compare(KeptTrip const& before, std::vector<std::string> const& cancelled, Replanned& after);

struct ReplanRequest {
  std::vector<std::string> cancel; // ids or names
  int moves = 0;                   // confirmed meetings that may be moved or dropped besides those that have to be
};
// Plans a kept trip again with the least change; keeps the new plan if `store`. Fault::not_found.
Result<Replanned> replan_trip(Office const& office, std::string_view id, ReplanRequest const& request, bool store,
                              go::Effort const& effort, go::Progress const& progress = {});

// Records which meetings of a kept plan were held: all of them but those named (ids or names). They become contacts
// that took place. Returns how many.
Result<std::int64_t> close_trip(Office const& office, std::string_view id, std::vector<std::string> const& except);

// In the shapes of api/openapi.yaml.
Result<Json> trips(Office const& office);
Result<Json> trip(Office const& office, std::string_view id);
Json trip_json(KeptTrip const& kept, View const& view);
Json replan_json(Replanned const& replanned, View const& view);
Json trip_line(KeptTrip const& kept);
// Days [first, first + count) of the plan.
Json plan_days(KeptTrip const& kept, View const& view, int first, int count);

} // namespace attache::office
