// From a view to a block and back.
#include "office/chart_bytes.h"
#include "office/chart_parts.h"
#include "office/event_filter.h"
#include "resolve/profile.h"
#include "see/chain_strength.h"
#include "see/history.h"
#include "see/part.h"
#include "see/trace.h"
#include "see/when.h"

#include <algorithm>

namespace attache::office {
namespace {

void pack(Packer& out, Moment const& moment) {
  out.number(moment.at.time_since_epoch().count());
  out.number(static_cast<std::int64_t>(moment.precision));
}
Moment moment(Unpacker& in) {
  auto const at = Instant{std::chrono::seconds{in.number()}};
  return {.at = at, .precision = static_cast<Precision>(std::clamp<std::int64_t>(in.number(), 0, 4))};
}
void pack(Packer& out, Interval const& interval) {
  pack(out, interval.from);
  pack(out, interval.to);
}
Interval interval(Unpacker& in) {
  auto const from = moment(in), to = moment(in);
  return {.from = from, .to = to};
}

void pack(Packer& out, std::vector<std::string> const& texts) {
  out.list(texts, [&](auto const& text) { out.text(text); });
}

std::vector<PersonId> people_of(Network const& network) {
  std::vector<PersonId> people;
  for (auto const& person : network.people)
    people.push_back(person.id);
  for (auto const& contact : network.contacts)
    people.insert(people.end(), contact.people.begin(), contact.people.end());
  std::ranges::sort(people);
  auto const [first, last] = std::ranges::unique(people);
  people.erase(first, last);
  return people;
}

void pack_records(Packer& out, std::vector<Chart::Filed> const& records) {
  out.list(records, [&](Chart::Filed const& one) {
    out.number(number(one.record));
    out.number(number(one.thing));
    out.number(static_cast<std::int64_t>(one.kind) * 2 + (one.press_only ? 1 : 0));
  });
}

void pack_requests(Packer& out, std::vector<Contact> const& requests) {
  out.list(requests, [&](Contact const& contact) {
    out.number(number(contact.id));
    out.number(static_cast<std::int64_t>(contact.kind));
    pack(out, contact.when);
    out.text(contact.title);
    out.text(contact.topic);
    out.list(contact.people, [&](PersonId person) { out.number(number(person)); });
  });
}

// By what a later account of an event that is known already is found (chart_growth.h).
std::string events_in(see::Things const& things, View const& view) {
  std::vector<std::uint64_t> traces;
  for (auto const& telling : see::tellings(things, view.records, view.network.principals, far_date))
    for (auto const trace : see::traces(telling))
      traces.push_back(trace);
  return event_filter(traces);
}

std::string extra_of(View const& view, std::vector<PersonId> const& people) {
  Packer out;
  auto const& network = view.network;
  out.list(people, [&](PersonId person) { out.number(number(person)); });
  out.list(network.principals, [&](PersonId person) { out.number(number(person)); });
  pack_records(out, records_of(network));
  out.list(network.roles, [&](Role const& role) {
    out.number(number(role.person));
    out.number(number(role.organisation));
    pack(out, role.valid);
    out.number(static_cast<std::int64_t>(role.realis));
  });
  pack_requests(out, requests_in(network));
  auto const things = see::gather(view.records, view.claims, view.clusters, view.sources);
  out.number(static_cast<std::int64_t>(see::script_habit(things, far_date)));
  out.number(see::principal_decides(things, far_date) ? 1 : 0);
  out.text(packed_names(view.records, view.claims, view.sources));
  out.text(events_in(things, view));
  return out.take();
}

void read_roles(Unpacker& in, Chart& chart) {
  in.list([&] {
    auto const person = PersonId{in.number()};
    auto const organisation = OrganisationId{in.number()};
    auto const valid = interval(in);
    chart.roles_and_requests.roles.push_back(
        {.person = person,
         .organisation = organisation,
         .valid = valid,
         .realis = static_cast<Realis>(std::clamp<std::int64_t>(in.number(), 0, 6))});
  });
}

void read_requests(Unpacker& in, Chart& chart) {
  in.list([&] {
    auto& contact = chart.roles_and_requests.contacts.emplace_back();
    contact.id = ContactId{in.number()};
    contact.kind = static_cast<ContactKind>(std::clamp<std::int64_t>(in.number(), 0, 3));
    contact.when = interval(in);
    contact.title = in.text();
    contact.topic = in.text();
    in.list([&] { contact.people.push_back(PersonId{in.number()}); });
  });
}

} // namespace

std::vector<net::Contact> pairs_of(Network const& network, std::vector<PersonId> const& people) {
  std::vector<net::Contact> pairs;
  std::vector<net::Node> nodes;
  for (auto const& contact : network.contacts) {
    if (!see::counts(contact, far_date))
      continue;
    nodes.clear();
    for (auto const person : contact.people)
      nodes.push_back(static_cast<net::Node>(std::ranges::lower_bound(people, person) - people.begin()));
    auto const over = *see::over_at(contact.when);
    for (std::size_t i = 0; i < nodes.size(); ++i)
      for (auto j = i + 1; j < nodes.size(); ++j)
        pairs.push_back({.a = nodes[i],
                         .b = nodes[j],
                         .at = over,
                         .kind = static_cast<std::uint8_t>(contact.kind),
                         .weight = see::weight_of(contact.kind, nodes.size())});
  }
  return pairs;
}

std::vector<Chart::Filed> records_of(Network const& network) {
  std::vector<Chart::Filed> records;
  auto const add = [&](RecordId thing, RecordKind kind, std::vector<RecordId> const& of, bool press_only) {
    for (auto const record : of)
      records.push_back({.record = record, .thing = thing, .kind = kind, .press_only = press_only});
  };
  for (auto const& person : network.people)
    add(RecordId{number(person.id)}, RecordKind::person, person.records, person.press_only);
  for (auto const& one : network.organisations)
    add(RecordId{number(one.id)}, RecordKind::organisation, one.records, false);
  std::ranges::sort(records, {}, &Chart::Filed::record);
  return records;
}

std::vector<Contact> requests_in(Network const& network) {
  std::vector<Contact> requests;
  std::ranges::copy_if(network.contacts, std::back_inserter(requests), [](Contact const& contact) {
    return see::asks_for_introduction(contact) && see::counts(contact, far_date);
  });
  return requests;
}

std::string packed_names(std::vector<Record> const& records, std::vector<Claim> const& claims,
                         std::vector<Source> const& sources, RecordId first) {
  auto profiles = resolve::profiles(records, claims, sources);
  std::erase_if(profiles, [&](resolve::Profile const& profile) { return profile.record < first; });
  Packer out;
  out.list(profiles, [&](resolve::Profile const& profile) {
    out.number(number(profile.record));
    out.number(static_cast<std::int64_t>(profile.kind));
    pack(out, profile.names);
    out.text(profile.family);
    out.text(profile.given);
    pack(out, profile.emails);
  });
  return out.take();
}

RecordId Chart::thing_of(RecordId record) const {
  auto const found = std::ranges::lower_bound(records, record, {}, &Filed::record);
  return found != records.end() && found->record == record ? found->thing : record;
}

Result<std::string> chart_block(View const& view, std::string const& key) {
  auto const people = people_of(view.network);
  return net::build({.contacts = pairs_of(view.network, people),
                     .people = static_cast<std::uint32_t>(people.size()),
                     .half_life_days = see::chain_half_life_days,
                     .key = key,
                     .extra = extra_of(view, people)});
}

Result<std::shared_ptr<Chart>> read_chart(Block block) {
  auto chart = std::make_shared<Chart>(Chart{.block = std::move(block)});
  Unpacker in{chart->block.base.extra()};
  in.list([&] { chart->people.push_back(PersonId{in.number()}); });
  in.list([&] { chart->principals.push_back(PersonId{in.number()}); });
  in.list([&] {
    auto const record = RecordId{in.number()}, thing = RecordId{in.number()};
    auto const what = in.number();
    chart->records.push_back({.record = record,
                              .thing = thing,
                              .kind = what / 2 == 0 ? RecordKind::person : RecordKind::organisation,
                              .press_only = what % 2 != 0});
  });
  read_roles(in, *chart);
  read_requests(in, *chart);
  chart->habit = in.number() == 1 ? see::Script::hangul : see::Script::latin;
  chart->principal_decides = in.number() == 1;
  chart->names = in.text();
  chart->events = in.text();
  if (!in.good() || chart->people.size() != chart->block.base.people())
    return fail(Fault::input, "the kept contact network does not say whose it is");
  return chart;
}

} // namespace attache::office
