#include "net/lens.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace attache::net {
namespace {

constexpr std::size_t block_arcs = 16'384;

} // namespace

Strength fading(double scale) {
  return [scale](TieAt const& tie) { return -std::expm1(-tie.sum / scale); };
}

Lens::Lens(Graph const& graph, Instant as_of, Strength strength, double least_strength, std::size_t most_arcs)
    : graph_{graph}, date_{graph.base().decay(), as_of}, strength_{std::move(strength)},
      least_strength_{least_strength}, most_arcs_{most_arcs} {}

std::span<Arc const> Lens::arcs(Node person) {
  auto& slot = slots_[person];
  auto const revision = graph_.revision(person);
  if (slot.begin == nullptr || slot.revision != revision) {
    find_out(person);
    std::ranges::sort(scratch_, {}, [](Arc const& arc) { return std::tuple(arc.cost, arc.to); });
    auto const kept = keep(scratch_);
    slot = {.begin = kept.data(), .count = static_cast<std::uint32_t>(kept.size()), .revision = revision};
  }
  return {slot.begin, slot.count};
}

// The ties lie all over the memory: it is asked for all of them before any is looked at.
void Lens::find_out(Node person) {
  auto const& base = graph_.base();
  ties_.clear();
  graph_.each_tie(person, [&](Node other, TieIndex tie) {
    ties_.emplace_back(other, tie);
    if (tie != no_tie)
      base.fetch_offset(tie);
  });
  for (auto const& [other, tie] : ties_)
    if (tie != no_tie)
      base.fetch_last(tie);
  scratch_.clear();
  for (auto const& [other, tie] : ties_) {
    auto const cost = price(person, other, tie);
    if (cost < no_way)
      scratch_.push_back({.cost = cost, .to = other, .note = note_of(graph_.place(other))});
  }
}

Cost Lens::price(Node a, Node b, TieIndex tie) const {
  auto const at = graph_.at(a, b, tie, date_);
  auto const strength = at.contacts == 0 ? 0 : strength_(at);
  return strength >= least_strength_ ? cost_of(strength) : no_way;
}

std::span<Arc const> Lens::keep(std::vector<Arc> const& arcs) {
  if (next_ == nullptr || arcs.size() > left_) {
    left_ = std::max(block_arcs, arcs.size());
    blocks_.push_back(std::make_unique_for_overwrite<Arc[]>(left_));
    next_ = blocks_.back().get();
  }
  auto* const begin = next_;
  std::ranges::copy(arcs, begin);
  next_ += arcs.size();
  left_ -= arcs.size();
  arcs_ += arcs.size();
  return {begin, arcs.size()};
}

void Lens::trim() {
  if (arcs_ <= most_arcs_)
    return;
  slots_.clear();
  blocks_.clear();
  next_ = nullptr;
  left_ = arcs_ = 0;
}

TieAt Lens::tie(Node a, Node b) const { return graph_.at(a, b, graph_.base().find(a, b), date_); }

} // namespace attache::net
