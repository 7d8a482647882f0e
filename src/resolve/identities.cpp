#include "resolve/identities.h"

#include "resolve/arrival.h"
#include "resolve/buckets.h"
#include "resolve/packed.h"
#include "resolve/settle.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace attache::resolve {
namespace {

constexpr std::uint32_t none = UINT32_MAX;
constexpr std::uint32_t fewest_namesakes = 16; // fewer say nothing about how common a name is

// Records that say exactly the same, as one.
struct Node {
  std::uint64_t bearer = 0;
  std::size_t text = 0, keys = 0; // where its content and its keys begin
  std::uint32_t text_size = 0;
  std::uint16_t key_count = 0, name_count = 0;
  std::uint32_t first = none, slots = 0; // its records
  bool own = false;                      // of one record about which something was decided
  bool dirty = false, one = false;       // one: its records are one person or organisation
};

struct Slot {
  RecordId record{}, canonical{};
  std::uint32_t node = 0, next = none;
  bool told = false; // that it is the same as the others of its node
};

using Group = std::vector<std::uint32_t>;

} // namespace

class Identities::Parts {
public:
  explicit Parts(NameModel const* learnt) : learnt_(learnt) {}
  void add(std::span<Profile const> profiles, ForEach const& each);
  void decide(Decision const& decision);
  Resettled settle(ForEach const& each);
  [[nodiscard]] RecordId of(RecordId record) const {
    auto const slot = slot_of(record);
    return slot == none ? record : slots_[slot].canonical;
  }
  [[nodiscard]] std::size_t size() const { return slots_.size(); }

private:
  struct Outcome {
    Group nodes; // in the order of `settled`
    Settled settled;
  };
  [[nodiscard]] std::uint32_t slot_of(RecordId record) const {
    return by_record_.find(static_cast<std::uint64_t>(number(record)));
  }
  [[nodiscard]] std::string_view content(Node const& node) const {
    return std::string_view{text_}.substr(node.text, node.text_size);
  }
  [[nodiscard]] std::span<std::uint64_t const> keys(Node const& node) const {
    return std::span{keys_}.subspan(node.keys, node.key_count);
  }
  [[nodiscard]] std::span<std::uint64_t const> names(Node const& node) const {
    return std::span{keys_}.subspan(node.keys + node.key_count, node.name_count);
  }
  void file(Arrival const& arrival);
  std::uint32_t new_node(Node node);
  void put(std::uint32_t slot, std::uint32_t node);
  void take_out(std::uint32_t slot);
  void touch(std::uint32_t node);
  void touch_all(std::uint64_t key);
  void reckon_population();
  [[nodiscard]] std::vector<Group> groups();
  void reach(std::uint32_t node, Group& into);
  [[nodiscard]] RecordId first_record(Node const& node) const;
  [[nodiscard]] Outcome outcome_of(Group group) const;
  [[nodiscard]] std::vector<Decision> decided_about(Group const& group) const;
  [[nodiscard]] Surroundings surroundings(std::vector<Entity> const& entities) const;
  void apply(Outcome& outcome, Resettled& out);
  void apply_alone(std::uint32_t node, Resettled& out);
  void move(std::uint32_t slot, RecordId canonical, Resettled& out);

  NameModel const* learnt_;
  std::vector<Node> nodes_;
  std::vector<Slot> slots_;
  std::string text_;
  std::vector<std::uint64_t> keys_;
  NumberMap by_record_, by_content_;
  Buckets proofs_, namesakes_;
  std::vector<std::uint32_t> dirty_;
  std::vector<std::uint32_t> seen_; // by node: the last round that reached it
  std::uint32_t round_ = 0;
  std::vector<Decision> decisions_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> about_; // slot -> decisions
  std::size_t population_ = 0;
};

void Identities::Parts::add(std::span<Profile const> profiles, ForEach const& each) {
  constexpr std::size_t chunk = 1024, block = 64 * chunk;
  for (std::size_t from = 0; from < profiles.size(); from += block) {
    auto const part = profiles.subspan(from, std::min(block, profiles.size() - from));
    std::vector<Arrival> arrivals(part.size());
    each((part.size() + chunk - 1) / chunk, [&](std::size_t number) {
      auto const end = std::min(part.size(), (number + 1) * chunk);
      for (auto i = number * chunk; i < end; ++i)
        arrivals[i] = arrival_of(part[i]);
    });
    for (auto const& arrival : arrivals)
      file(arrival);
  }
}

void Identities::Parts::file(Arrival const& arrival) {
  auto const slot = static_cast<std::uint32_t>(slots_.size());
  slots_.push_back({.record = arrival.record, .canonical = arrival.record});
  by_record_.insert(static_cast<std::uint64_t>(number(arrival.record)), slot);
  auto const content_key = hash_of(arrival.content);
  auto known = by_content_.find(content_key);
  if (known == none || nodes_[known].own || content(nodes_[known]) != arrival.content) {
    Node const node{.bearer = arrival.bearer,
                    .text = text_.size(),
                    .keys = keys_.size(),
                    .text_size = static_cast<std::uint32_t>(arrival.content.size()),
                    .key_count = static_cast<std::uint16_t>(arrival.keys.size()),
                    .name_count = static_cast<std::uint16_t>(arrival.names.size())};
    text_ += arrival.content;
    keys_.insert(keys_.end(), arrival.keys.begin(), arrival.keys.end());
    keys_.insert(keys_.end(), arrival.names.begin(), arrival.names.end());
    known = new_node(node);
    by_content_.set(content_key, known);
  }
  put(slot, known);
}

std::uint32_t Identities::Parts::new_node(Node node) {
  auto const number = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back(node);
  seen_.push_back(0);
  auto const bearer_of = [&](std::uint32_t other) { return nodes_[other].bearer; };
  for (auto const key : keys(nodes_[number]))
    if (proofs_.add(key, number, bearer_of)) // whom it joined it joins no longer
      touch_all(key);
  for (auto const name : names(nodes_[number]))
    if (auto const count = namesakes_.add(name, number); count >= fewest_namesakes && std::has_single_bit(count))
      namesakes_.each(name, [&](std::uint32_t other) { touch(other); });
  return number;
}

void Identities::Parts::put(std::uint32_t slot, std::uint32_t node) {
  slots_[slot].node = node;
  slots_[slot].next = nodes_[node].first;
  slots_[slot].told = false;
  nodes_[node].first = slot;
  ++nodes_[node].slots;
  touch(node);
}

// A record about which something was decided stands for itself.
void Identities::Parts::take_out(std::uint32_t slot) {
  auto const number = slots_[slot].node;
  if (nodes_[number].slots == 1) {
    nodes_[number].own = true;
    touch(number);
    return;
  }
  auto* link = &nodes_[number].first;
  while (*link != slot)
    link = &slots_[*link].next;
  *link = slots_[slot].next;
  --nodes_[number].slots;
  touch(number);
  auto copy = nodes_[number];
  copy.first = none;
  copy.slots = 0;
  copy.own = true;
  copy.dirty = copy.one = false;
  put(slot, new_node(copy));
}

void Identities::Parts::touch(std::uint32_t node) {
  if (nodes_[node].dirty)
    return;
  nodes_[node].dirty = true;
  dirty_.push_back(node);
}

void Identities::Parts::touch_all(std::uint64_t key) {
  proofs_.each(key, [&](std::uint32_t node) { touch(node); });
}

void Identities::Parts::decide(Decision const& decision) {
  auto const a = slot_of(decision.a);
  auto const b = slot_of(decision.b);
  if (a == none || b == none)
    return;
  for (auto const slot : {a, b}) {
    if (!nodes_[slots_[slot].node].own)
      take_out(slot);
    touch(slots_[slot].node);
    about_[slot].push_back(static_cast<std::uint32_t>(decisions_.size()));
  }
  decisions_.push_back(decision);
}

// Known to a factor of two, so that one more changes nothing for the others.
void Identities::Parts::reckon_population() {
  constexpr std::size_t least = 1024;
  auto const now = std::max(least, std::bit_ceil(slots_.size()));
  if (now == population_)
    return;
  population_ = now;
  for (std::uint32_t node = 0; node < nodes_.size(); ++node)
    touch(node);
}

// Everything that hangs together with `node` by keys that are no common ground, and by decisions.
void Identities::Parts::reach(std::uint32_t node, Group& into) {
  auto const visit = [&](std::uint32_t other) {
    if (seen_[other] != round_) {
      seen_[other] = round_;
      into.push_back(other);
    }
  };
  visit(node);
  for (std::size_t i = into.size() - 1; i < into.size(); ++i) {
    auto const one = into[i];
    for (auto const key : keys(nodes_[one]))
      if (!proofs_.crowded(key))
        proofs_.each(key, visit);
    if (!nodes_[one].own || nodes_[one].first == none)
      continue;
    if (auto const found = about_.find(nodes_[one].first); found != about_.end())
      for (auto const decision : found->second)
        for (auto const record : {decisions_[decision].a, decisions_[decision].b})
          visit(slots_[slot_of(record)].node);
  }
}

std::vector<Group> Identities::Parts::groups() {
  ++round_;
  std::vector<Group> out;
  for (auto const node : dirty_)
    if (seen_[node] != round_) {
      out.emplace_back();
      reach(node, out.back());
    }
  return out;
}

RecordId Identities::Parts::first_record(Node const& node) const {
  auto out = slots_[node.first].record;
  for (auto slot = node.first; slot != none; slot = slots_[slot].next)
    out = std::min(out, slots_[slot].record);
  return out;
}

std::vector<Decision> Identities::Parts::decided_about(Group const& group) const {
  std::vector<std::uint32_t> numbers;
  for (auto const node : group)
    if (nodes_[node].own)
      if (auto const found = about_.find(nodes_[node].first); found != about_.end())
        numbers.insert(numbers.end(), found->second.begin(), found->second.end());
  std::ranges::sort(numbers);
  auto const twice = std::ranges::unique(numbers);
  numbers.erase(twice.begin(), twice.end());
  std::vector<Decision> out;
  for (auto const number : numbers)
    out.push_back(decisions_[number]);
  return out;
}

Surroundings Identities::Parts::surroundings(std::vector<Entity> const& entities) const {
  Surroundings out{.learnt = learnt_,
                   .prior_bits = -std::clamp(std::log2(static_cast<double>(population_)), 10.0, 20.0),
                   .people = static_cast<double>(population_)};
  auto const note = [&](std::string const& key) {
    if (proofs_.crowded(hash_of(key)))
      out.crowded.emplace(key, static_cast<int>(Buckets::cap) + 1);
  };
  for (auto const& entity : entities) {
    for (auto const& email : entity.emails)
      note("m:" + email);
    for (auto const& phone : entity.phones)
      note("d:" + phone);
    for (auto const& url : entity.urls)
      note("u:" + url);
    for (auto const& identifier : entity.identifiers)
      note("N:" + identifier.number);
    for (auto const& name : entity.names)
      if (auto const count = namesakes_.nodes(name_key(name.written)); count >= fewest_namesakes)
        out.namesakes.emplace(name.written, static_cast<int>(std::bit_floor(count)));
  }
  return out;
}

Identities::Parts::Outcome Identities::Parts::outcome_of(Group group) const {
  std::vector<std::tuple<std::string_view, RecordId, std::uint32_t>>
      order; // by content: numbers depend on who came when
  for (auto const node : group)
    if (nodes_[node].slots > 0)
      order.emplace_back(content(nodes_[node]), first_record(nodes_[node]), node);
  std::ranges::sort(order);
  Outcome out;
  std::vector<Entity> entities;
  std::vector<bool> repeated;
  for (auto const& [text, record, node] : order) {
    auto profile = unpacked(text);
    profile.record = record;
    entities.push_back(entity_of(profile));
    repeated.push_back(nodes_[node].slots > 1);
    out.nodes.push_back(node);
  }
  auto const around = surroundings(entities);
  out.settled = resolve::settle(std::move(entities), decided_about(group), around, repeated);
  return out;
}

void Identities::Parts::move(std::uint32_t slot, RecordId canonical, Resettled& out) {
  if (slots_[slot].canonical == canonical)
    return;
  out.moved.push_back({.record = slots_[slot].record, .before = slots_[slot].canonical, .now = canonical});
  slots_[slot].canonical = canonical;
}

void Identities::Parts::apply(Outcome& outcome, Resettled& out) {
  auto const& [nodes, settled] = outcome;
  std::vector<RecordId> smallest(nodes.size(), RecordId{INT64_MAX});
  for (std::size_t i = 0; i < nodes.size(); ++i)
    smallest[settled.root[i]] = std::min(smallest[settled.root[i]], first_record(nodes_[nodes[i]]));
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    auto& node = nodes_[nodes[i]];
    auto const& equals = settled.of_equals[i];
    node.one = equals.has_value();
    auto const first = first_record(node);
    for (auto slot = node.first; slot != none; slot = slots_[slot].next) {
      auto const& record = slots_[slot].record;
      move(slot, node.one || record == first ? smallest[settled.root[i]] : record, out);
      if (node.one && !slots_[slot].told && record != first)
        out.decisions.push_back(for_another(*equals, first, record));
      slots_[slot].told = node.one;
    }
  }
  std::ranges::move(outcome.settled.decisions, std::back_inserter(out.decisions));
}

void Identities::Parts::apply_alone(std::uint32_t node, Resettled& out) {
  nodes_[node].one = false;
  for (auto slot = nodes_[node].first; slot != none; slot = slots_[slot].next)
    move(slot, slots_[slot].record, out);
}

Resettled Identities::Parts::settle(ForEach const& each) {
  constexpr std::size_t chunk = 64, block = 1024 * chunk; // groups a call, groups worked out before they are applied
  reckon_population();
  auto all = groups();
  for (auto const node : dirty_)
    nodes_[node].dirty = false;
  dirty_.clear();
  Resettled out;
  std::vector<Group> worth;
  for (auto& group : all)
    if (group.size() == 1 && nodes_[group[0]].slots <= 1)
      apply_alone(group[0], out);
    else
      worth.push_back(std::move(group));
  for (std::size_t from = 0; from < worth.size(); from += block) {
    auto const end = std::min(worth.size(), from + block);
    std::vector<Outcome> outcomes(end - from);
    each((outcomes.size() + chunk - 1) / chunk, [&](std::size_t number) {
      for (auto i = number * chunk; i < std::min(outcomes.size(), (number + 1) * chunk); ++i)
        outcomes[i] = outcome_of(std::move(worth[from + i]));
    });
    for (auto& outcome : outcomes)
      apply(outcome, out);
  }
  std::ranges::sort(out.moved);
  std::ranges::sort(out.decisions, {}, [](Decision const& decision) { return std::tuple(decision.a, decision.b); });
  return out;
}

Identities::Identities(NameModel const* learnt) : parts_(std::make_unique<Parts>(learnt)) {}
Identities::~Identities() = default;
Identities::Identities(Identities&&) noexcept = default;
Identities& Identities::operator=(Identities&&) noexcept = default;

void Identities::add(std::span<Profile const> profiles, ForEach const& each) { parts_->add(profiles, each); }
void Identities::decide(Decision const& decision) { parts_->decide(decision); }
Resettled Identities::settle(ForEach const& each) { return parts_->settle(each); }
RecordId Identities::of(RecordId record) const { return parts_->of(record); }
std::size_t Identities::size() const { return parts_->size(); }

} // namespace attache::resolve
