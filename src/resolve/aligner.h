// A learned aligner of Hangul with Latin letters: pairs of a Hangul letter and the Latin letters it is written with
// follow one another as in the names it was taught, so that 스 before a consonant is "s" and at an end "th" or "ce".
#pragma once

#include "resolve/lattice.h"
#include "resolve/ngrams.h"
#include "resolve/train.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

// 엔지오 is N, G, O: true if `hangul` names each of the letters `latin` in turn, in Korean usage.
bool spells_out(std::u32string_view hangul, std::string_view latin);

class Aligner {
public:
  // One pair of names cut into what stands for what: as many Latin pieces as the Hangul has letters (three a syllable).
  struct Cut {
    std::u32string hangul;
    std::vector<std::string> pieces;
    bool operator==(Cut const&) const = default;
  };

  // Learns from pairs of names that are one: the lattice by expectation maximisation, then the order of letter pairs
  // and of Latin letters, re-aligning `rounds` times. O(rounds * pairs * symbols * letters).
  static Aligner fit(Lattice const& prior, std::span<NamePair const> pairs, int rounds = 3);
  // The aligner that was fitted, from what it keeps: nothing is searched for. Cuts that do not fit are left aside.
  static Aligner of(Lattice lattice, std::vector<Cut> cuts);

  // Bits of `latin` being how `hangul` is written, over what the Latin letters have by chance (their own order is
  // known): above 0 speaks for it.
  [[nodiscard]] double reading_bits(std::u32string_view hangul, std::string_view latin) const;
  // Only the cost of writing `hangul` so, in bits; `never` if it cannot be.
  [[nodiscard]] float writing_bits(std::u32string_view hangul, std::string_view latin) const;
  // What chance alone costs: -log2 of the probability of these letters among the names learnt.
  [[nodiscard]] float letter_bits(std::string_view latin) const;

  // How usual these Hangul letters are in this order: -log2 of their probability.
  [[nodiscard]] float hangul_bits(std::u32string_view hangul) const;

  [[nodiscard]] Lattice const& lattice() const { return lattice_; }
  [[nodiscard]] std::vector<Cut> const& cuts() const { return cuts_; }

private:
  struct Step;
  using Sequence = std::vector<std::uint16_t>;
  explicit Aligner(Lattice lattice);
  [[nodiscard]] std::vector<std::vector<Step>> walk(std::u32string_view hangul, std::string_view latin) const;
  [[nodiscard]] Cut cut(std::u32string_view hangul, std::string_view latin) const;
  [[nodiscard]] Sequence numbers(Cut const& cut) const;
  void count();

  Lattice lattice_;
  std::array<std::vector<std::uint16_t>, symbol_count> numbers_; // of each spelling: its letter pair
  std::vector<float> base_;                                      // bits of each letter pair
  std::vector<Cut> cuts_;
  std::unique_ptr<Ngrams> pairs_, letters_, symbols_;
};

} // namespace attache::resolve
