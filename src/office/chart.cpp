#include "office/chart.h"

#include "office/chart_bytes.h"
#include "office/chart_growth.h"
#include "office/chart_parts.h"
#include "office/names_learnt.h"
#include "office/recall.h"
#include "resolve/cluster.h"
#include "resolve/find.h"
#include "see/part.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <map>
#include <set>

namespace attache::office {
namespace {

constexpr std::string_view form = "chart 2"; // changes with what chart_block() writes

// Null if the shelf, where there is one, does not keep networks.
BlockShelf* shelf_of(Office const& office) { return dynamic_cast<BlockShelf*>(office.shelf); }

// A block in memory, aligned as one from a file is.
Result<Block> block_in_memory(std::string_view bytes) {
  auto words = std::make_shared<std::vector<std::uint64_t>>((bytes.size() + 7) / 8);
  std::memcpy(words->data(), bytes.data(), bytes.size());
  auto const base = TRY(net::Base::read(std::as_bytes(std::span{*words}).first(bytes.size())));
  return Block{.owner = std::move(words), .base = base};
}

std::string key_of(std::string const& head, Instant known_at) {
  return fmt::format("{} {} {}", form, head, known_at.time_since_epoch().count());
}

constexpr std::string_view newest = "newest chart"; // where the shelf has the head of the newest one

Result<std::shared_ptr<Chart>> find_chart(BlockShelf& shelf, std::string const& key) {
  auto block = shelf.find_block(key);
  if (!block || block->base.key() != key)
    return fail(Fault::not_found, "there is no such chart");
  return read_chart(*std::move(block));
}

// The newest chart on the shelf with what came since; null if there is none or only a full reading can tell.
Result<std::shared_ptr<Chart const>> grown_chart(Office const& office, BlockShelf& shelf) {
  auto const head = shelf.find(std::string{newest});
  if (!head)
    return nullptr;
  auto chart = find_chart(shelf, key_of(*head, keep::always));
  if (!chart)
    return nullptr;
  auto const since = TRY(office.store.since(*head));
  return since ? grow(office, *std::move(chart), *since) : nullptr;
}

Result<std::shared_ptr<Chart const>> make_chart(Office const& office, At at, std::string const& head) {
  auto const key = key_of(head, at.known_at);
  auto const view = TRY(recall(office, {.as_of = far_date, .known_at = at.known_at}));
  auto const block = TRY(chart_block(*view, key));
  if (auto* const shelf = shelf_of(office); shelf != nullptr && at.known_at == keep::always) {
    shelf->put_block(key, block);
    shelf->put(std::string{newest}, head);
  }
  return TRY(read_chart(TRY(block_in_memory(block))));
}

std::set<RecordId> organisations_in(Told const& told, Chart const& chart) {
  std::set<RecordId> organisations;
  for (auto const& claim : told.claims)
    if (number(claim.object) != 0)
      organisations.insert(chart.thing_of(claim.object));
  for (auto const& [record, thing] : told.canonical)
    organisations.erase(thing);
  return organisations;
}

void mark_press(Network& network, Chart const& chart) {
  for (auto& person : network.people) {
    auto const found = std::ranges::lower_bound(chart.records, RecordId{number(person.id)}, {}, &Chart::Filed::record);
    person.press_only = found != chart.records.end() && found->press_only;
  }
}

std::vector<std::string> texts(Unpacker& in) {
  std::vector<std::string> all;
  in.list([&] { all.emplace_back(in.text()); });
  return all;
}

void add_profiles(std::vector<resolve::Profile>& profiles, std::string_view names) {
  Unpacker in{names};
  in.list([&] {
    auto& profile = profiles.emplace_back();
    profile.record = RecordId{in.number()};
    profile.kind =
        in.number() == static_cast<std::int64_t>(RecordKind::person) ? RecordKind::person : RecordKind::organisation;
    profile.names = texts(in);
    profile.family = in.text();
    profile.given = in.text();
    profile.emails = texts(in);
  });
}

std::vector<resolve::Profile> profiles_in(Chart const& chart) {
  std::vector<resolve::Profile> profiles;
  add_profiles(profiles, chart.names);
  if (!chart.fresh_names.empty())
    add_profiles(profiles, chart.fresh_names);
  return profiles;
}

Clusters clusters_of(Chart const& chart) {
  Clusters clusters;
  for (auto const& one : chart.records)
    clusters.canonical.emplace_hint(clusters.canonical.end(), one.record, one.thing);
  return clusters;
}

Result<RecordId> find_thing(Office const& office, Chart const& chart, std::string_view query, RecordKind kind) {
  auto const found = id_in(query);
  auto thing = RecordId{found.value_or(0)};
  if (found) {
    thing = chart.thing_of(thing);
  } else {
    auto const names = TRY(names_learnt(office, TRY(office.store.sources(keep::always))));
    auto const matches = resolve::find(profiles_in(chart), clusters_of(chart), query, kind, 1, names.get());
    if (matches.empty())
      return fail(Fault::not_found, fmt::format("nobody called '{}' is in the office", query), {},
                  "try another spelling, an e-mail address, or attache review");
    thing = matches.front().id;
  }
  auto const known = std::ranges::lower_bound(chart.records, thing, {}, &Chart::Filed::record);
  if (known == chart.records.end() || known->record != thing || known->kind != kind)
    return fail(Fault::not_found, fmt::format("there is no {} {}", to_string(kind), query));
  return thing;
}

} // namespace

Result<void> add_things(Told& told, Office const& office, Chart const& chart, std::set<RecordId> const& things, At at) {
  std::vector<RecordId> records;
  for (auto const& one : chart.records)
    if (things.contains(one.thing)) {
      records.push_back(one.record);
      told.records.push_back({.id = one.record, .kind = one.kind});
      told.canonical.emplace(one.record, one.thing);
    }
  if (records.empty())
    return {};
  auto claims = TRY(office.store.claims({.subjects = std::move(records), .known_at = at.known_at}));
  told.claims.insert(told.claims.end(), std::move_iterator{claims.begin()}, std::move_iterator{claims.end()});
  return {};
}

Result<std::shared_ptr<Chart const>> chart_of(Office const& office, At at) {
  auto const head = TRY(office.store.head());
  auto* const shelf = shelf_of(office);
  if (shelf == nullptr)
    return make_chart(office, at, head);
  if (auto chart = find_chart(*shelf, key_of(head, at.known_at)))
    return *std::move(chart);
  if (at.known_at == keep::always)
    if (auto chart = TRY(grown_chart(office, *shelf)))
      return chart;
  return make_chart(office, at, head);
}

Result<View> view_of(Office const& office, Chart const& chart, std::vector<PersonId> const& people, At at) {
  View view{.at = at};
  view.sources = TRY(office.store.sources(at.known_at));
  std::set<RecordId> things;
  for (auto const person : people)
    things.insert(RecordId{number(person)});
  Told told;
  TRY(add_things(told, office, chart, things, at));
  TRY(add_things(told, office, chart, organisations_in(told, chart), at));
  std::ranges::sort(told.records, {}, &Record::id);
  std::ranges::sort(told.claims, {}, &Claim::id);
  view.records = std::move(told.records);
  view.claims = std::move(told.claims);
  view.clusters.canonical = std::move(told.canonical);
  view.decisions = TRY(office.store.decisions(at.known_at));
  view.name_times = resolve::name_times(view.records, view.decisions);
  view.network =
      see::assemble(view.records, view.claims, view.clusters, view.sources, at.as_of, chart.habit, view.name_times);
  mark_press(view.network, chart);
  view.network.principals = chart.principals;
  if (!chart.principals.empty())
    view.network.principal = chart.principals.front();
  return view;
}

Result<PersonId> find_person(Office const& office, Chart const& chart, std::string_view query) {
  return PersonId{number(TRY(find_thing(office, chart, query, RecordKind::person)))};
}

Result<OrganisationId> find_organisation(Office const& office, Chart const& chart, std::string_view query) {
  return OrganisationId{number(TRY(find_thing(office, chart, query, RecordKind::organisation)))};
}

} // namespace attache::office
