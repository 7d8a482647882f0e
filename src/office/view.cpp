#include "office/view.h"

#include "office/names_learnt.h"
#include "resolve/cluster.h"
#include "resolve/find.h"
#include "resolve/profile.h"
#include "see/assemble.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <tuple>

namespace attache::office {
namespace {

template <class Thing, class Id>
Thing const* find_in(std::vector<Thing> const& things, Id id) {
  auto const found = std::ranges::lower_bound(things, id, {}, &Thing::id);
  return found != things.end() && found->id == id ? &*found : nullptr;
}

Result<RecordId> find_record_like(View const& view, std::string_view query, RecordKind kind) {
  if (auto const id = id_in(query))
    return view.clusters.of(RecordId{*id});
  auto const profiles = resolve::profiles(view.records, view.claims, view.sources);
  auto const matches = resolve::find(profiles, view.clusters, query, kind, 10, view.names.get());
  if (matches.empty())
    return fail(Fault::not_found, fmt::format("nobody called '{}' is in the office", query), {},
                "try another spelling, an e-mail address, or attache review");
  return matches.front().id;
}

// What was decided about parents and subsidiaries, as far as it had begun; both named by what they are now.
void add_decided_relations(View& view) {
  for (auto const& decision : resolve::effective(view.decisions)) {
    auto const down = decision.verdict == Verdict::parent_of;
    auto const parent = OrganisationId{number(view.clusters.of(down ? decision.a : decision.b))};
    auto const child = OrganisationId{number(view.clusters.of(down ? decision.b : decision.a))};
    auto const begun = !decision.valid.from.known() || decision.valid.from.at <= view.at.as_of;
    if ((!down && decision.verdict != Verdict::subsidiary_of) || !begun || parent == child)
      continue;
    view.network.relations.push_back({.from = parent,
                                      .to = child,
                                      .kind = RelationKind::parent_of,
                                      .valid = decision.valid,
                                      .decision = decision.id});
  }
  std::ranges::stable_sort(view.network.relations, {}, [](Relation const& relation) {
    return std::tuple(number(relation.decision), number(relation.claim));
  });
}

} // namespace

std::optional<std::int64_t> id_in(std::string_view query) {
  if (query.starts_with('#'))
    query.remove_prefix(1);
  std::int64_t id = 0;
  auto const [end, error] = std::from_chars(query.data(), query.data() + query.size(), id);
  return error == std::errc{} && end == query.data() + query.size() ? std::optional{id} : std::nullopt;
}

Result<View> load(Office const& office, At at) {
  View view{.at = at, .seen = std::make_shared<Seen>(office.shelf, TRY(office.store.head()))};
  view.sources = TRY(office.store.sources(at.known_at));
  view.records = TRY(office.store.records(at.known_at));
  view.claims = TRY(office.store.claims({.known_at = at.known_at}));
  view.decisions = TRY(office.store.decisions(at.known_at));
  view.clusters = resolve::clusters(view.records, view.decisions);
  view.names = TRY(names_learnt(office, view.sources));
  view.name_times = resolve::name_times(view.records, view.decisions);
  view.network = see::assemble(view.records, view.claims, view.clusters, view.sources, at.as_of, view.name_times);
  add_decided_relations(view);
  return view;
}

Claim const* find_claim(View const& view, ClaimId id) { return find_in(view.claims, id); }
Decision const* find_decision(View const& view, DecisionId id) { return find_in(view.decisions, id); }
Source const* find_source(View const& view, SourceId id) { return find_in(view.sources, id); }
Record const* find_record(View const& view, RecordId id) { return find_in(view.records, id); }

Result<PersonId> find_person(View const& view, std::string_view query) {
  auto const id = PersonId{number(TRY(find_record_like(view, query, RecordKind::person)))};
  if (attache::find_person(view.network, id) == nullptr)
    return fail(Fault::not_found, fmt::format("there is no person {}", query));
  return id;
}

Result<OrganisationId> find_organisation(View const& view, std::string_view query) {
  auto const id = OrganisationId{number(TRY(find_record_like(view, query, RecordKind::organisation)))};
  if (attache::find_organisation(view.network, id) == nullptr)
    return fail(Fault::not_found, fmt::format("there is no organisation {}", query));
  return id;
}

Result<PersonId> principal(View const& view, std::string_view name) {
  if (!name.empty())
    return find_person(view, name);
  if (number(view.network.principal) == 0)
    return fail(Fault::not_found, "the office has no principal", {}, "attache init --principal NAME");
  return view.network.principal;
}

} // namespace attache::office
