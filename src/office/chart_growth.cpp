#include "office/chart_growth.h"

#include "base/unicode.h"
#include "model/vocabulary.h"
#include "office/chart_parts.h"
#include "office/event_filter.h"
#include "see/part.h"
#include "see/trace.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace attache::office {
namespace {

class Growth {
public:
  Growth(Office const& office, Chart& chart, keep::Change const& since)
      : office_{office}, chart_{chart}, since_{since},
        first_{since.records.empty() ? RecordId{INT64_MAX} : since.records.front().id},
        first_claim_{since.claims.empty() ? ClaimId{INT64_MAX} : since.claims.front().id} {}

  // False if only a full reading can tell; the chart is as it was then.
  Result<bool> run() {
    if (!leaves_the_known() || !join())
      return false;
    TRY(read());
    if (!keeps_the_view())
      return false;
    TRY(apply());
    return true;
  }

private:
  [[nodiscard]] bool is_new(RecordId record) const { return record >= first_; }
  [[nodiscard]] Chart::Filed const* filed(RecordId record) const {
    auto const found = std::ranges::lower_bound(chart_.records, record, {}, &Chart::Filed::record);
    return found != chart_.records.end() && found->record == record ? &*found : nullptr;
  }
  [[nodiscard]] std::optional<RecordKind> kind_of(RecordId record) const {
    if (is_new(record))
      return since_.records.at(static_cast<std::size_t>(number(record) - number(first_))).kind;
    auto const* const known = filed(record);
    return known == nullptr ? std::nullopt : std::optional{known->kind};
  }

  // Nothing is said of what was known, or taken back.
  [[nodiscard]] bool leaves_the_known() const {
    auto const plain = [&](Claim const& claim) {
      auto const object = claim.object == RecordId{} || is_new(claim.object) || filed(claim.object) != nullptr;
      return is_new(claim.subject) && claim.property != property::principal && object;
    };
    return since_.statuses.empty() && std::ranges::all_of(since_.claims, plain);
  }

  RecordId root(RecordId record) {
    for (auto at = told_.canonical.find(record); at != told_.canonical.end() && at->second != record;
         at = told_.canonical.find(record))
      record = at->second;
    return record;
  }

  // Applies the decisions; false if one does more than to say who a new record is.
  bool join() {
    for (auto const& decision : since_.decisions) {
      auto const a = kind_of(decision.a), b = kind_of(decision.b);
      auto const some_new = is_new(decision.a) || is_new(decision.b);
      if (decision.verdict != Verdict::same || decision.undoes != DecisionId{} || !some_new || !a || a != b)
        return false;
      auto const [low, high] = std::minmax({root(chart_.thing_of(decision.a)), root(chart_.thing_of(decision.b))});
      if (low != high && !is_new(high))
        return false; // two that were known
      if (low != high)
        told_.canonical[high] = low;
    }
    for (auto const& record : since_.records)
      if (auto const thing = root(record.id); thing != record.id)
        told_.canonical[record.id] = thing;
    return true;
  }

  Result<void> read() {
    std::set<RecordId> known;
    for (auto const person : chart_.principals)
      known.insert(RecordId{number(person)});
    for (auto const& [record, thing] : told_.canonical)
      if (!is_new(thing))
        known.insert(thing);
    for (auto const& claim : since_.claims)
      if (claim.object != RecordId{} && !is_new(claim.object))
        known.insert(chart_.thing_of(claim.object));
    auto joined = std::exchange(told_.canonical, {});
    TRY(add_things(told_, office_, chart_, known, {.as_of = far_date}));
    told_.canonical.merge(joined);
    told_.records.insert(told_.records.end(), since_.records.begin(), since_.records.end());
    std::erase_if(told_.claims, [&](Claim const& claim) { return claim.id >= first_claim_; });
    told_.claims.insert(told_.claims.end(), since_.claims.begin(), since_.claims.end());
    clusters_.canonical = std::move(told_.canonical);
    sources_ = TRY(office_.store.sources(keep::always));
    // Names are read when somebody asks: when they were borne matters then.
    network_ = see::assemble(told_.records, told_.claims, clusters_, sources_, far_date, chart_.habit, {});
    return {};
  }

  [[nodiscard]] bool keeps_the_view() const {
    if (network_.principals != chart_.principals)
      return false;
    auto const things = see::gather(told_.records, told_.claims, clusters_, sources_);
    return keeps_script(things) && tells_new_events(things);
  }

  // No new name could change the script in which the office writes names (see::script_habit).
  [[nodiscard]] bool keeps_script(see::Things const& things) const {
    return std::ranges::all_of(things.all, [&](see::Thing const& thing) {
      auto const principal = std::ranges::binary_search(chart_.principals, PersonId{number(thing.id)});
      if (thing.kind != RecordKind::person || (chart_.principal_decides && !principal))
        return true;
      return std::ranges::none_of(thing.claims, [&](Claim const* claim) {
        auto const other = has_hangul(claim->value) != (chart_.habit == see::Script::hangul);
        return claim->id >= first_claim_ && claim->property == property::name && !see::from_press(things, *claim) &&
               (other || (principal && !chart_.principal_decides));
      });
    });
  }

  [[nodiscard]] bool tells_new_events(see::Things const& things) const {
    auto const known = [&](std::uint64_t probe) { return perhaps_in(chart_.events, probe); };
    return std::ranges::none_of(
        see::tellings(things, told_.records, chart_.principals, far_date),
        [&](see::Telling const& telling) { return std::ranges::any_of(see::probes(telling), known); });
  }

  Result<void> apply() {
    for (auto const& person : network_.people)
      if (is_new(RecordId{number(person.id)}))
        chart_.people.push_back(person.id);
    file();
    std::ranges::copy_if(network_.roles, std::back_inserter(chart_.roles_and_requests.roles),
                         [&](Role const& role) { return role.claim >= first_claim_; });
    auto& requests = chart_.roles_and_requests.contacts;
    std::ranges::move(requests_in(network_), std::back_inserter(requests));
    std::ranges::sort(requests, {}, [](Contact const& contact) { return std::pair(contact.when.from.at, contact.id); });
    chart_.fresh_names = packed_names(told_.records, told_.claims, sources_, first_);
    for (auto const& pair : pairs_of(network_, chart_.people))
      TRY(chart_.graph.add(pair));
    return {};
  }

  void file() {
    std::vector<Chart::Filed> fresh;
    for (auto one : records_of(network_)) {
      auto const found = std::ranges::lower_bound(chart_.records, one.thing, {}, &Chart::Filed::record);
      auto const known = found != chart_.records.end() && found->record == one.thing;
      one.press_only = one.press_only && (!known || found->press_only);
      if (is_new(one.record))
        fresh.push_back(one);
      else
        patched_.push_back(one);
    }
    for (auto const& one : patched_) // only now: the flag of a thing was read from its first record
      std::ranges::lower_bound(chart_.records, one.record, {}, &Chart::Filed::record)->press_only = one.press_only;
    chart_.records.insert(chart_.records.end(), fresh.begin(), fresh.end());
  }

  Office const& office_;
  Chart& chart_;
  keep::Change const& since_;
  RecordId first_;
  ClaimId first_claim_;
  Told told_;
  Clusters clusters_;
  std::vector<Source> sources_;
  Network network_;
  std::vector<Chart::Filed> patched_;
};

} // namespace

Result<std::shared_ptr<Chart const>> grow(Office const& office, std::shared_ptr<Chart> chart,
                                          keep::Change const& since) {
  if (!TRY(Growth(office, *chart, since).run()))
    return nullptr;
  return chart;
}

} // namespace attache::office
