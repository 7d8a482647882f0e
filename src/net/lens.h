// A contact network as of an instant: what each tie is worth then, found out when somebody asks, and remembered.
#pragma once

#include "net/graph.h"
#include "net/search.h"

#include <memory>
#include <unordered_map>

namespace attache::net {

// The probability that a tie opens a door, 0..1, from its material on the date: a decayed sum, a fitted model, a rank.
using Strength = std::function<double(TieAt const&)>;
// 1 - e^(-sum / scale).
Strength fading(double scale = 4);

// One principal's or team's ties, and the ties that a search walks. One thread at a time; the graph must outlive it,
// and what is added to the graph is seen at once.
class Lens final : public Arcs {
public:
  // Ties weaker than `least_strength` are none. `most_arcs`: what is remembered (16 bytes each) before it is dropped.
  Lens(Graph const& graph, Instant as_of, Strength strength, double least_strength = .005,
       std::size_t most_arcs = 20'000'000);

  // O(degree log degree) the first time, then O(1). The note of an arc: note_of() the place of the other.
  std::span<Arc const> arcs(Node person) override;
  // Drops what is remembered if it is too much. Between searches only.
  void trim();
  // What one tie costs, found out anew and not remembered; no_way if it is none. `tie` as Graph::each_tie() gives it.
  [[nodiscard]] Cost price(Node a, Node b, TieIndex tie) const;
  // The material of one tie.
  [[nodiscard]] TieAt tie(Node a, Node b) const;
  [[nodiscard]] Date const& date() const { return date_; }
  [[nodiscard]] Graph const& graph() const { return graph_; }
  [[nodiscard]] std::size_t remembered() const { return arcs_; }

private:
  struct Slot {
    Arc const* begin = nullptr;
    std::uint32_t count = 0, revision = 0;
  };
  void find_out(Node person);
  std::span<Arc const> keep(std::vector<Arc> const& arcs);

  Graph const& graph_;
  Date date_;
  Strength strength_;
  double least_strength_;
  std::size_t most_arcs_, arcs_ = 0;
  std::unordered_map<Node, Slot> slots_;
  std::vector<std::unique_ptr<Arc[]>> blocks_;
  std::size_t left_ = 0; // free places of the last block
  Arc* next_ = nullptr;
  std::vector<std::pair<Node, TieIndex>> ties_; // of the person in hand
  std::vector<Arc> scratch_;
};

} // namespace attache::net
