#include "resolve/aligner.h"

#include <algorithm>
#include <cmath>

namespace attache::resolve {
namespace {

constexpr std::size_t letter_kinds = 38; // 0 end, 1..26 a-z, 27..36 digits, 37 others
constexpr float slip = 12;               // bits of a spelling that nobody taught
constexpr std::size_t widest = 8;        // ways kept at each place

std::uint16_t letter_number(char c) {
  if (c >= 'a' && c <= 'z')
    return static_cast<std::uint16_t>(c - 'a' + 1);
  return c >= '0' && c <= '9' ? static_cast<std::uint16_t>(c - '0' + 27) : std::uint16_t{37};
}

std::vector<std::size_t> symbols(std::u32string_view hangul) {
  std::vector<std::size_t> out;
  for (auto const c : hangul)
    if (is_syllable(c))
      for (auto const symbol : symbols_of(c))
        out.push_back(symbol);
  return out;
}

// What Latin letters are called in Hangul, in the order a to z; several names where usage varies.
constexpr std::array<std::u32string_view, 26> letter_names{
    U"에이", U"비",   U"시 씨", U"디",      U"이",     U"에프", U"지 쥐", U"에이치", U"아이",
    U"제이", U"케이", U"엘",    U"엠",      U"엔",     U"오",   U"피",    U"큐",     U"아르 알",
    U"에스", U"티",   U"유",    U"브이 비", U"더블유", U"엑스", U"와이",  U"제트 지"};

} // namespace

bool spells_out(std::u32string_view hangul, std::string_view latin) {
  if (latin.empty() || hangul.empty())
    return latin.empty() && hangul.empty();
  if (latin.front() < 'a' || latin.front() > 'z')
    return false;
  auto names = letter_names[static_cast<std::size_t>(latin.front() - 'a')];
  while (!names.empty()) {
    auto const end = std::min(names.find(U' '), names.size());
    auto const name = names.substr(0, end);
    if (hangul.starts_with(name) && spells_out(hangul.substr(name.size()), latin.substr(1)))
      return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

// One way to have come to a place: how many symbols and letters are behind is the index of its list.
struct Aligner::Step {
  float cost = never;
  std::uint64_t history = 0;
  std::uint32_t from = 0;   // place it came from
  std::uint32_t way = 0;    // which way of that place
  std::uint16_t number = 0; // the letter pair taken
};

Aligner::Aligner(Lattice lattice) : lattice_(std::move(lattice)) {
  std::uint16_t next = 1 + static_cast<std::uint16_t>(symbol_count); // 1 + symbol: a spelling nobody taught
  base_.assign(next, slip + 6);
  base_[0] = 4;
  for (std::size_t symbol = 0; symbol < symbol_count; ++symbol)
    for (auto const& spelling : lattice_.spellings(symbol)) {
      numbers_[symbol].push_back(next++);
      base_.push_back(spelling.bits + 5); // 5: of the symbol itself, about
    }
}

std::vector<std::vector<Aligner::Step>> Aligner::walk(std::u32string_view hangul, std::string_view latin) const {
  LatinText const text(latin);
  auto const all = symbols(hangul);
  auto const width = text.size + 1;
  std::vector<std::vector<Step>> places((all.size() + 1) * width);
  places[0].push_back({.cost = 0});
  auto const arrive = [&](std::size_t to, Step const& step) {
    auto& ways = places[to];
    for (auto& way : ways)
      if (way.history == step.history) {
        if (step.cost < way.cost)
          way = step;
        return;
      }
    if (ways.size() < widest)
      ways.push_back(step);
    else if (auto const worst = std::ranges::max_element(ways, {}, &Step::cost); step.cost < worst->cost)
      *worst = step;
  };
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < width; ++j) {
      auto const place = i * width + j;
      auto const& spellings = lattice_.packed(all[i]);
      for (std::uint32_t w = 0; w < places[place].size(); ++w) {
        auto const at = places[place][w];
        auto const go = [&](std::size_t letters, std::uint16_t number, float bits) {
          arrive(place + width + letters, {.cost = at.cost + bits,
                                           .history = pairs_ ? pairs_->push(at.history, number) : 0,
                                           .from = static_cast<std::uint32_t>(place),
                                           .way = w,
                                           .number = number});
        };
        for (std::size_t s = 0; s < spellings.size(); ++s)
          if (auto const& one = spellings[s]; (text.ahead[j] & one.mask) == one.letters) {
            auto const number = numbers_[all[i]][s];
            go(one.length, number, pairs_ ? pairs_->bits(at.history, number) : one.bits + 5);
          }
        for (std::size_t letters = 0; letters <= 2 && j + letters < width; ++letters)
          go(letters, static_cast<std::uint16_t>(1 + all[i]), slip + 5 + 2 * static_cast<float>(letters));
      }
    }
  return places;
}

float Aligner::writing_bits(std::u32string_view hangul, std::string_view latin) const {
  auto const places = walk(hangul, latin);
  float best = never;
  for (auto const& way : places.back())
    best = std::min(best, way.cost + (pairs_ ? pairs_->bits(way.history, 0) : 0));
  constexpr float as_letters = 6; // bits of being written out so, and of each letter
  constexpr float a_letter = 3;
  if (latin.size() >= 2 && spells_out(hangul, latin))
    best = std::min(best, as_letters + a_letter * static_cast<float>(latin.size()));
  return best;
}

// The letters that each symbol has in the cheapest way; empty if there is none.
Aligner::Cut Aligner::cut(std::u32string_view hangul, std::string_view latin) const {
  auto const places = walk(hangul, latin);
  if (places.back().empty())
    return {};
  auto const width = LatinText(latin).size + 1;
  Cut out{.hangul = std::u32string{hangul}, .pieces = {}};
  auto const* step = &*std::ranges::min_element(places.back(), {}, &Step::cost);
  auto end = width - 1;
  for (auto left = symbols(hangul).size(); left > 0; --left) {
    auto const begin = step->from % width;
    out.pieces.emplace_back(latin.substr(begin, end - begin));
    end = begin;
    step = &places[step->from][step->way];
  }
  std::ranges::reverse(out.pieces);
  return out;
}

// The numbers of its letter pairs; empty if the cut does not fit the Hangul.
Aligner::Sequence Aligner::numbers(Cut const& cut) const {
  auto const all = symbols(cut.hangul);
  if (all.size() != cut.pieces.size())
    return {};
  Sequence out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto const& spellings = lattice_.spellings(all[i]);
    auto const found = std::ranges::find(spellings, cut.pieces[i], &Spelling::latin);
    out.push_back(found == spellings.end() ? static_cast<std::uint16_t>(1 + all[i])
                                           : numbers_[all[i]][static_cast<std::size_t>(found - spellings.begin())]);
  }
  return out;
}

void Aligner::count() {
  pairs_ = std::make_unique<Ngrams>(3, base_);
  letters_ = std::make_unique<Ngrams>(4, std::vector<float>(letter_kinds, 5));
  symbols_ = std::make_unique<Ngrams>(4, std::vector<float>(symbol_count + 1, 6));
  for (auto const& cut : cuts_) {
    pairs_->count(numbers(cut));
    Sequence letters;
    for (auto const& piece : cut.pieces)
      std::ranges::transform(piece, std::back_inserter(letters), letter_number);
    letters_->count(letters);
    Sequence hangul;
    for (auto const symbol : symbols(cut.hangul))
      hangul.push_back(static_cast<std::uint16_t>(symbol + 1));
    symbols_->count(hangul);
  }
  for (auto* const counted : {pairs_.get(), letters_.get(), symbols_.get()})
    counted->finish();
}

float Aligner::letter_bits(std::string_view latin) const {
  std::uint64_t history = 0;
  float bits = 0;
  for (auto const c : latin) {
    bits += letters_->bits(history, letter_number(c));
    history = letters_->push(history, letter_number(c));
  }
  return bits + letters_->bits(history, 0);
}

float Aligner::hangul_bits(std::u32string_view hangul) const {
  std::uint64_t history = 0;
  float bits = 0;
  for (auto const symbol : symbols(hangul)) {
    auto const number = static_cast<std::uint16_t>(symbol + 1);
    bits += symbols_->bits(history, number);
    history = symbols_->push(history, number);
  }
  return bits + symbols_->bits(history, 0);
}

double Aligner::reading_bits(std::u32string_view hangul, std::string_view latin) const {
  constexpr float weight = 0.7F; // letters of one name are less random than letters by chance
  return static_cast<double>(weight * letter_bits(latin) + hangul_bits(hangul) - writing_bits(hangul, latin));
}

Aligner Aligner::fit(Lattice const& prior, std::span<NamePair const> pairs, int rounds) {
  Aligner out(train(prior, pairs));
  for (int round = 0; round < rounds; ++round) {
    std::vector<Cut> cuts;
    for (auto const& pair : pairs)
      if (auto cut = out.cut(pair.hangul, pair.latin); !cut.pieces.empty())
        cuts.push_back(std::move(cut));
    out.cuts_ = std::move(cuts);
    out.count();
  }
  return out;
}

Aligner Aligner::of(Lattice lattice, std::vector<Cut> cuts) {
  Aligner out(std::move(lattice));
  std::erase_if(cuts, [&](Cut const& cut) { return out.numbers(cut).empty(); });
  out.cuts_ = std::move(cuts);
  out.count();
  return out;
}

} // namespace attache::resolve
