#include "resolve/match_scripts.h"

#include "resolve/lattice.h"
#include "resolve/lattice_tables.h"
#include "resolve/name_model.h"

#include <algorithm>
#include <array>
#include <span>

namespace attache::resolve {
namespace {

// The given name of one arrangement: its letters, and its pieces as hyphens and spaces cut them.
struct Given {
  std::string joined;
  std::vector<std::string_view> pieces;
};

void add_pieces(Given& given, std::string_view word) {
  while (!word.empty()) {
    auto const end = std::min(word.find('-'), word.size());
    given.pieces.push_back(word.substr(0, end));
    word.remove_prefix(std::min(end + 1, word.size()));
  }
}

Given given_of(PersonName const& latin, std::size_t from, std::size_t to) {
  Given out;
  for (auto i = from; i < to; ++i) {
    out.joined += latin.bare[i];
    add_pieces(out, latin.words[i]);
  }
  return out;
}

// An initial says little: "J." may be any 재, 준 or 지.
double initial_bits(std::u32string_view syllable, char letter) {
  if (!is_syllable(syllable.front()))
    return -5;
  auto const [onset, nucleus, coda] = take_apart(syllable.front());
  auto const& lattice = korean_lattice();
  auto const begins = [&](Spelling const& spelling) { return spelling.latin.starts_with(letter) && spelling.bits < 4; };
  constexpr std::uint8_t silent = 11;
  auto const& spellings = lattice.spellings(onset == silent ? std::size_t{onset_count} + nucleus : onset);
  return std::ranges::any_of(spellings, begins) ? 2.5 : -5;
}

struct Said {
  double bits = 0;
  double worst = 0; // bits of the syllable that fits least
  bool initials = false;
};

// A syllable of a given name is one of a hundred or so: agreeing on it cannot say more than that.
Said letters_bits(std::u32string_view hangul, std::string_view latin, Lattice const& lattice) {
  auto const syllables = static_cast<double>(hangul.size());
  auto const chance = std::clamp(0.6 * static_cast<double>(chance_bits(latin)), 5 * syllables, 6 * syllables);
  auto const bits = chance - static_cast<double>(spelling_bits(lattice, hangul, latin));
  return {.bits = bits, .worst = bits / static_cast<double>(hangul.size())};
}

Said given_bits(std::u32string_view given, Given const& latin, Lattice const& lattice) {
  if (latin.joined.empty())
    return {};
  if (latin.pieces.size() != given.size() || given.size() < 2) {
    auto said = letters_bits(given, latin.joined, lattice);
    said.bits -= latin.pieces.size() > given.size() ? 3 : 0.3;
    said.worst -= 0.8; // the average hides the worst
    return said;
  }
  Said sum{.worst = 6};
  for (std::size_t i = 0; i < given.size(); ++i) {
    auto const piece = latin.pieces[i];
    auto const whole = letters_bits(given.substr(i, 1), piece, lattice);
    auto const as_initial = piece.size() == 1 ? initial_bits(given.substr(i, 1), piece.front()) : -12.0;
    sum.bits += std::max(whole.bits, as_initial);
    sum.worst = std::min(sum.worst, std::max(whole.bits, as_initial));
    sum.initials = sum.initials || piece.size() == 1;
  }
  return sum;
}

float cheapest_reading(std::string_view latin, Lattice const& lattice) {
  float best = never;
  for (auto const syllable : given_syllables)
    best = std::min(best, spelling_bits(lattice, std::u32string_view{&syllable, 1}, latin));
  return best;
}

// How much better the letters fit other syllables that names are made of: "Yong" is 용 before it is 영, while nothing
// fits "Hyon" better than 현. In bits; 0 if no others fit better.
double rival_bits(std::u32string_view given, Given const& latin, Lattice const& lattice) {
  double out = 0;
  if (latin.pieces.size() == given.size()) {
    for (std::size_t i = 0; i < given.size(); ++i)
      out = std::max(out, static_cast<double>(spelling_bits(lattice, given.substr(i, 1), latin.pieces[i]) -
                                              cheapest_reading(latin.pieces[i], lattice)));
    return out;
  }
  std::string_view const word = latin.joined;
  auto best = given.size() == 1 ? cheapest_reading(word, lattice) : never;
  for (std::size_t cut = 1; given.size() == 2 && cut < word.size(); ++cut)
    best = std::min(best, cheapest_reading(word.substr(0, cut), lattice) + cheapest_reading(word.substr(cut), lattice));
  return best >= never ? 0 : std::max(0.0, static_cast<double>(spelling_bits(lattice, given, word) - best));
}

struct Arrangement {
  double family_cost = never;
  Said given;
  bool family_first = true;
};

// A poor fit counts if nothing else fits better, and a fair one does not if something fits much better.
bool given_agrees(std::u32string_view given, PersonName const& latin, Arrangement const& best, Lattice const& lattice) {
  constexpr double fair = 0.9; // bits of every syllable
  constexpr double good = 2;
  auto const [bits, worst, initials] = best.given;
  if (worst > good)
    return bits > 2.5;
  if (bits < 1 || worst < -3)
    return false;
  auto const count = latin.bare.size();
  auto const rival =
      rival_bits(given, given_of(latin, best.family_first ? 1 : 0, best.family_first ? count : count - 1), lattice);
  return bits > 2.5 && worst > fair ? initials || rival < 4.5 : rival <= 2.5;
}

Arrangement arrange(PersonName const& hangul, PersonName const& latin, bool family_first, Lattice const& lattice) {
  auto const count = latin.bare.size();
  auto const given = given_of(latin, family_first ? 1 : 0, family_first ? count : count - 1);
  return {.family_cost = family_bits(hangul.native_family, family_first ? latin.bare.front() : latin.bare.back()),
          .given = given_bits(std::u32string_view{hangul.native}.substr(hangul.native_family.size()), given, lattice),
          .family_first = family_first};
}

double total(PersonName const& hangul, Arrangement const& arrangement) {
  // An unusual spelling of the family name says as much as a usual one, less what makes it unlikely.
  auto const family = family_rarity_bits(hangul.native_family) + 1 - arrangement.family_cost;
  return std::min(std::max<double>(family, -8), 8.0) + std::clamp(arrangement.given.bits, -10.0, 14.0);
}

// "Leejaeyong" and "Jaeyonglee": cut where the family name fits best.
double in_one_word(PersonName const& hangul, std::string_view word, Lattice const& lattice) {
  auto const given = std::u32string_view{hangul.native}.substr(hangul.native_family.size());
  double best = -12;
  for (std::size_t cut = 1; cut < word.size(); ++cut)
    for (auto const& [family, rest] :
         {std::pair{word.substr(0, cut), word.substr(cut)}, std::pair{word.substr(cut), word.substr(0, cut)}})
      best = std::max(best, total(hangul, {.family_cost = family_bits(hangul.native_family, family),
                                           .given = letters_bits(given, rest, lattice)}) -
                                1);
  return best;
}

NameMatch korean(PersonName const& hangul, PersonName const& latin, Lattice const& lattice) {
  if (latin.bare.size() == 1) {
    auto const whole = in_one_word(hangul, latin.bare.front(), lattice);
    auto const family = family_bits(hangul.native_family, latin.bare.front()) < 5;
    if (whole > 6)
      return {.bits = whole, .agreement = Agreement::variant, .how = How::romanised};
    return family ? NameMatch{.bits = 1, .agreement = Agreement::partial, .how = How::only_family} : NameMatch{};
  }
  auto best = arrange(hangul, latin, true, lattice);
  if (auto const other = arrange(hangul, latin, false, lattice); total(hangul, other) > total(hangul, best))
    best = other;
  auto const bits = total(hangul, best);
  bool const agrees =
      best.family_cost < 8.5 &&
      given_agrees(std::u32string_view{hangul.native}.substr(hangul.native_family.size()), latin, best, lattice);
  if (agrees)
    return {.bits = bits,
            .agreement = best.given.initials ? Agreement::partial : Agreement::variant,
            .how = best.given.initials ? How::initial : How::romanised};
  return {.bits = std::min(bits * 0.3, 3.0), // an order among doubtful ones, not proof

          .agreement = bits < -3 ? Agreement::contradiction : Agreement::unknown,
          .how = How::different};
}

// Letters of a real name are less random than letters by chance.
double foreign_bits(std::u32string_view hangul, std::string_view latin, NameModel const* learnt) {
  if (learnt != nullptr && learnt->foreign)
    return learnt->foreign->reading_bits(hangul, latin);
  return 0.75 * static_cast<double>(chance_bits(latin)) -
         static_cast<double>(spelling_bits(foreign_lattice(), hangul, latin));
}

double word_by_word(PersonName const& hangul, std::span<std::string const> words, bool reversed,
                    NameModel const* learnt) {
  double bits = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const one = foreign_bits(hangul.native_words[i], words[reversed ? words.size() - 1 - i : i], learnt);
    if (one < 1)
      return -10;
    bits += std::min(one, 14.0);
  }
  return bits;
}

std::string joined(std::span<std::string const> words, std::size_t from) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out += words[(from + i) % words.size()];
  return out;
}

NameMatch foreign(PersonName const& hangul, PersonName const& latin, NameModel const* learnt) {
  auto words = latin.bare;
  if (words.size() > hangul.native_words.size() && hangul.native_words.size() == 2)
    words = {words.front(), words.back()}; // middle names are seldom written in Hangul
  double bits = -10;
  if (words.size() == hangul.native_words.size())
    bits = std::max(word_by_word(hangul, words, false, learnt), word_by_word(hangul, words, true, learnt));
  else
    for (std::size_t from : {std::size_t{0}, words.size() - 1})
      bits = std::max(bits, foreign_bits(hangul.native, joined(words, from), learnt) - 1);
  bits = std::clamp(bits - 2, -8.0, 22.0);
  if (bits < 5)
    return {.bits = std::min(bits, 0.0),
            .agreement = bits <= -8 ? Agreement::contradiction : Agreement::unknown,
            .how = How::different};
  bool const one = hangul.native_words.size() < 2 && words.size() < 2;
  return {.bits = one ? std::min(bits, 6.0) : bits,
          .agreement = one ? Agreement::partial : Agreement::variant,
          .how = How::transliterated};
}

} // namespace

NameMatch match_hangul_latin(PersonName const& hangul, PersonName const& latin, Rarity const& rarity) {
  if (hangul.native_family.empty())
    return foreign(hangul, latin, rarity.learnt);
  auto const as_korean = korean(hangul, latin, korean_spellings(rarity.learnt));
  if (as_korean.agreement >= Agreement::partial)
    return as_korean;
  if (hangul.native_words.size() == 1 && (is_korean_word(latin.bare.front()) || is_korean_word(latin.bare.back())))
    return as_korean;                                        // two Koreans
  auto const clear = hangul.native_words.size() > 1 ? 5 : 8; // 조 바이든 and 시진핑 look Korean and are not
  auto const as_foreign = foreign(hangul, latin, rarity.learnt);
  return as_foreign.bits > clear ? as_foreign : as_korean;
}

} // namespace attache::resolve
