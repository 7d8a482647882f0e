#include "resolve/match_scripts.h"

#include "resolve/lattice.h"
#include "resolve/nickname_table.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace attache::resolve {
namespace {

constexpr std::size_t most_words = 8;

struct Likeness {
  double factor = 0; // share of the word's bits that this agreement is worth
  How how = How::nothing;
};

// Two families meet in one Hangul: "lee" and "yi".
bool share_family(std::string_view x, std::string_view y) {
  auto const& a = families_of(x);
  auto const& b = families_of(y);
  return std::ranges::any_of(a, [&](auto const& family) { return std::ranges::find(b, family) != b.end(); });
}

// "dara" and "tara": b, d, g are p, t, k in many scripts.
std::uint64_t voiceless(std::uint64_t sounds) {
  std::uint64_t out = 0;
  for (int shift = 0; shift < 64; shift += 8) {
    auto const sound = static_cast<char>(sounds >> static_cast<unsigned>(shift) & 0xFFU);
    auto const plain = sound == 'b' ? 'p' : sound == 'd' ? 't' : sound == 'g' ? 'k' : sound == 'v' ? 'f' : sound;
    out |= static_cast<std::uint64_t>(static_cast<unsigned char>(plain)) << static_cast<unsigned>(shift);
  }
  return out;
}

// "Eileen" and "Aileen", "Osman" and "Usman", but not "Alaric" and "Ulric": a vowel in front is heard.
bool begin_alike(char x, char y) {
  constexpr std::string_view pairs = "ae ei iy ou ";
  auto const vowel = [](char c) { return std::string_view{"aeiouy"}.find(c) != std::string_view::npos; };
  if (x == y || !vowel(x) || !vowel(y))
    return true;
  auto const [low, high] = std::minmax(x, y);
  return pairs.find(std::string{low, high}) != std::string_view::npos;
}

// As letters, then as they are spoken: a name written by ear ("Zara", "Sarah") or without its vowels.
Likeness compare_sounds(std::string_view x, std::string_view y, std::uint64_t sound_x, std::uint64_t sound_y,
                        bool loose) {
  if (loose)
    return std::max(sound_x, sound_y) > 0xFF && voiceless(sound_x) == voiceless(sound_y)
               ? Likeness{0.6, How::transliterated}
               : Likeness{};
  if (sound_x != sound_y || sound_x <= 0xFF || !begin_alike(x.front(), y.front()))
    return {};
  auto const limit = std::min(x.size(), y.size()) >= 5 ? 3 : 2;
  return edit_distance(x, y, limit) <= limit ? Likeness{0.45, How::syllable_off} : Likeness{};
}

Likeness compare_words(std::string_view x, std::string_view y) {
  if (x == y)
    return {1, How::same};
  auto const& shorter = x.size() <= y.size() ? x : y;
  auto const& longer = x.size() <= y.size() ? y : x;
  if (shorter.size() == 1)
    return longer.front() == shorter.front() ? Likeness{0.3, How::initial} : Likeness{};
  if (are_nicknames(x, y))
    return {0.75, How::nickname};
  if (shorter.size() >= 3 && longer.starts_with(shorter) &&
      !(is_formal_name(shorter) && longer.size() >= shorter.size() + 3))
    return {0.5, How::abbreviation};
  auto const limit = shorter.size() >= 8 ? 2 : shorter.size() >= 4 ? 1 : 0;
  if (limit > 0 && edit_distance(x, y, limit) <= limit)
    return {x.front() == y.front() ? 0.7 : 0.55, How::typo};
  return {};
}

struct WordPair {
  double bits = 0;
  std::size_t a = 0, b = 0;
  How how = How::nothing;
};

struct WordTally {
  double bits = 0;
  std::size_t matched = 0, whole = 0; // pairs; pairs that are more than an initial
  bool family_a = false, family_b = false;
  bool first_a = false, first_b = false; // the first word of each has its match
  How how = How::same;
};

bool is_family(PersonName const& name, std::size_t word) { return static_cast<int>(word) == name.family_word; }

// Two Korean syllables that differ in a vowel are two names.
bool by_ear(PersonName const& a, PersonName const& b) {
  auto const korean = [](PersonName const& name) {
    return name.bare.size() > 1 && (is_korean_word(name.bare.front()) || is_korean_word(name.bare.back()));
  };
  return !korean(a) || !korean(b);
}

std::vector<WordPair> word_pairs(PersonName const& a, PersonName const& b, Rarity const& rarity) {
  std::vector<WordPair> out;
  auto const hears = by_ear(a, b);
  auto const compare = [&](std::size_t i, std::size_t j) {
    auto const likeness = compare_words(a.bare[i], b.bare[j]);
    return likeness.factor > 0 || !hears
               ? likeness
               : compare_sounds(a.bare[i], b.bare[j], a.sounds[i], b.sounds[j], a.loose != b.loose);
  };
  for (std::size_t i = 0; i < std::min(a.bare.size(), most_words); ++i)
    for (std::size_t j = 0; j < std::min(b.bare.size(), most_words); ++j)
      if (auto const [factor, how] = compare(i, j); factor > 0) {
        auto const family = is_family(a, i) || is_family(b, j);
        auto const& said = a.bare[i].size() >= b.bare[j].size() ? a.bare[i] : b.bare[j];
        auto const crossed = is_family(a, i) != is_family(b, j) && a.family_stated && b.family_stated ? 0.6 : 1.0;
        out.push_back({.bits = factor * crossed * word_bits(rarity, said, family), .a = i, .b = j, .how = how});
      }
  std::ranges::sort(out, {}, [](WordPair const& pair) { return std::tuple(-pair.bits, pair.a, pair.b); });
  return out;
}

// Greedy is exact here but for names that repeat a word.
WordTally align_words(PersonName const& a, PersonName const& b, Rarity const& rarity) {
  WordTally tally;
  unsigned used_a = 0;
  unsigned used_b = 0;
  for (auto const& found : word_pairs(a, b, rarity)) {
    if ((used_a >> found.a & 1U) != 0 || (used_b >> found.b & 1U) != 0)
      continue;
    used_a |= 1U << found.a;
    used_b |= 1U << found.b;
    tally.bits += found.bits;
    ++tally.matched;
    tally.whole += found.how == How::initial ? 0U : 1U;
    tally.first_a = tally.first_a || found.a == 0;
    tally.first_b = tally.first_b || found.b == 0;
    tally.family_a = tally.family_a || is_family(a, found.a);
    tally.family_b = tally.family_b || is_family(b, found.b);
    if (found.how != How::same)
      tally.how = found.how;
  }
  return tally;
}

// Family name and everything else as one word: "lee" + "jaeyong".
struct Arranged {
  std::string family, given;
  bool operator==(Arranged const&) const = default;
};

Arranged arranged(PersonName const& name, std::size_t family) {
  Arranged out{.family = name.bare[family]};
  for (std::size_t i = 0; i < name.bare.size(); ++i)
    if (i != family)
      out.given += name.bare[i];
  return out;
}

std::vector<Arranged> arrangements(PersonName const& name) {
  auto const last = name.bare.size() - 1;
  if (name.family_stated)
    return {arranged(name, static_cast<std::size_t>(name.family_word))};
  return {arranged(name, 0), arranged(name, last)};
}

NameMatch rejoined(PersonName const& a, PersonName const& b, Rarity const& rarity) {
  for (auto const& x : arrangements(a))
    for (auto const& y : arrangements(b)) {
      if (x == y)
        return {word_bits(rarity, x.family, true) + word_bits(rarity, x.given, false), Agreement::exact, How::order};
      bool const initial = x.family.size() < 2 || y.family.size() < 2; // "E." is no 이
      if (!initial && share_family(x.family, y.family) && korean_skeleton(x.given) == korean_skeleton(y.given))
        return {word_bits(rarity, x.family, true) * 0.8 + 4, Agreement::variant, How::spelt_korean};
    }
  return {};
}

// "Yasir Sabawi Ibrahim Hasan" is not "Sabawi Ibrahim Hasan" but his son: where names are rows of fathers' names, one
// more in front is another person.
bool is_child_of(PersonName const& a, PersonName const& b, WordTally const& tally) {
  bool const a_longer = a.bare.size() > b.bare.size();
  auto const& longer = a_longer ? a : b;
  auto const& shorter = a_longer ? b : a;
  return shorter.bare.size() >= 3 && longer.bare.size() > shorter.bare.size() && longer.family_word != 0 &&
         tally.matched == shorter.bare.size() && !(a_longer ? tally.first_a : tally.first_b);
}

NameMatch verdict(PersonName const& a, PersonName const& b, WordTally const& tally) {
  auto const left_a = a.bare.size() - tally.matched;
  auto const left_b = b.bare.size() - tally.matched;
  auto const both = static_cast<double>(std::min(left_a, left_b));
  auto const extra = static_cast<double>(std::max(left_a, left_b)) - both;
  NameMatch out{.bits = tally.bits - 0.7 * extra - 6 * both, .agreement = Agreement::variant, .how = tally.how};
  if (both > 0 && a.loose != b.loose)
    return {}; // read differently, it may be one
  if (both > 0)
    return {.bits = std::min(out.bits - 3, -2.0), .agreement = Agreement::contradiction, .how = How::different};
  if (a.partial() || b.partial())
    return {.bits = std::min(out.bits, a.partial() && b.partial() ? 9.0 : 4.0),
            .agreement = tally.whole > 0 ? Agreement::partial : Agreement::unknown,
            .how = How::one_word};
  if (tally.whole == 0)
    return {.bits = 1, .agreement = Agreement::partial, .how = How::initial};
  constexpr double child = 8; // bits against
  if (is_child_of(a, b, tally))
    out.bits -= child;
  if (tally.whole == tally.matched && tally.how == How::same && extra > 0)
    out.how = How::extra_word;
  else if (tally.how == How::same)
    return {.bits = out.bits, .agreement = Agreement::exact, .how = a.bare == b.bare ? How::same : How::order};
  return out;
}

} // namespace

int edit_distance(std::string_view a, std::string_view b, int limit) {
  constexpr std::size_t longest = 63;
  a = a.substr(0, longest);
  b = b.substr(0, longest);
  auto const gap = static_cast<int>(a.size() > b.size() ? a.size() - b.size() : b.size() - a.size());
  if (gap > limit)
    return limit + 1;
  std::array<std::array<int, longest + 1>, 3> rows{};
  auto* before_last = rows.data();
  auto* last = &rows[1];
  auto* now = &rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j)
    (*last)[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    (*now)[0] = static_cast<int>(i);
    auto best = (*now)[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const change = a[i - 1] == b[j - 1] ? 0 : 1;
      (*now)[j] = std::min({(*last)[j] + 1, (*now)[j - 1] + 1, (*last)[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        (*now)[j] = std::min((*now)[j], (*before_last)[j - 2] + 1);
      best = std::min(best, (*now)[j]);
    }
    if (best > limit)
      return limit + 1;
    std::swap(before_last, last);
    std::swap(last, now);
  }
  return (*last)[b.size()];
}

NameMatch match_latin(PersonName const& a, PersonName const& b, Rarity const& rarity) {
  if (other_generation(a, b))
    return {.bits = -8, .agreement = Agreement::contradiction, .how = How::suffix};
  auto best = verdict(a, b, align_words(a, b, rarity));
  if (best.agreement != Agreement::exact && !a.partial() && !b.partial())
    if (auto const other = rejoined(a, b, rarity); other.agreement > best.agreement)
      best = other;
  if (a.suffix != b.suffix)
    best.bits -= 0.7;
  return best;
}

} // namespace attache::resolve
