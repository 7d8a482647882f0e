#include "office/questions.h"

#include "go/again.h"
#include "go/check.h"
#include "go/settle.h"

namespace attache::office {
namespace {

// Sleeps where the least travel is, and has the checker count the value again.
Result<void> settle(Trip const& trip, Plan& plan) {
  go::settle(trip, plan);
  plan.value = TRY(go::value_of(trip, plan));
  return {};
}

} // namespace

Result<WhyNotAnswer> why_not(Office const& office, std::string_view trip, std::string_view who,
                             go::Effort const& effort, go::Progress const& progress) {
  WhyNotAnswer answer{.kept = TRY(kept_trip_or_only(office, trip))};
  auto const& kept = answer.kept;
  auto const index = static_cast<int>(TRY(find_candidate(kept.trip, who)));
  answer.answer = TRY(go::why_not(kept.trip, kept.plan, index, effort, progress));
  answer.with.kept = kept;
  if (answer.answer.with) {
    TRY(settle(kept.trip, *answer.answer.with));
    answer.with.kept.plan = *answer.answer.with;
    compare(kept, {}, answer.with);
  }
  return answer;
}

Result<WhatIf> what_if(Office const& office, std::string_view trip, std::vector<Edit> const& edits, bool store,
                       go::Effort const& effort, go::Progress const& progress) {
  if (edits.empty())
    return fail(Fault::input, "nothing is asked", {}, "attache help what-if lists what can be");
  WhatIf answer{.before = TRY(kept_trip_or_only(office, trip))};
  auto const view = TRY(load(office, {.as_of = office.now}));
  auto kept = TRY(edited(answer.before, edits, view, answer.asked));
  kept.made_at = office.now;
  kept.plan = TRY(go::plan_again(kept.trip, kept.plan, {}, effort, progress));
  TRY(settle(kept.trip, kept.plan));
  answer.after.kept = std::move(kept);
  std::vector<std::string> out;
  for (auto const& edit : edits)
    if (edit.kind == Edit::Kind::without)
      out.push_back(answer.before.trip.candidates[TRY(find_candidate(answer.before.trip, edit.text))].id);
  compare(answer.before, out, answer.after);
  if (store)
    answer.after.kept.source = TRY(keep_trip(office, answer.after.kept));
  answer.after.stored = store;
  return answer;
}

} // namespace attache::office
