#include "resolve/person_name.h"

#include "base/unicode.h"
#include "resolve/fold.h"
#include "resolve/lattice.h"
#include "resolve/sound.h"
#include "resolve/titles.h"

#include <algorithm>
#include <array>

namespace attache::resolve {
namespace {

struct Word {
  std::string folded; // letters, digits and hyphens
  Script script = Script::none;
  bool capitals = false;    // ALL CAPS, two letters at least
  bool comma_after = false; // "LEE, Jae-yong"
  bool dot_after = false;   // "J."
};

bool is_hyphen(char32_t c) { return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212'; }
bool is_middle_dot(char32_t c) { return c == U'\u00B7' || c == U'\u30FB' || c == U'\u318D' || c == U'\u2022'; }
bool ends_group(char32_t c) {
  return c == U'(' || c == U')' || c == U'[' || c == U']' || c == U'/' || c == U'|' || c == U'<' || c == U'>' ||
         c == U'\uFF08' || c == U'\uFF09' || c == U';';
}

bool all_capitals(std::string_view text) {
  auto const upper = std::ranges::count_if(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  return upper >= 2 && std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

Script script_of_word(std::u32string_view word) {
  for (auto const c : word)
    if (auto const script = script_of(c); script != Script::none)
      return script == Script::other ? Script::latin : script;
  return Script::none;
}

// Cuts one group (text without brackets) into words; "J.Y." becomes "J" "Y", an apostrophe vanishes.
class Cutter {
public:
  std::vector<Word> cut(std::u32string_view group) {
    for (auto const c : group)
      take(c);
    finish();
    return std::move(words_);
  }

private:
  void take(char32_t c) {
    auto const script = script_of(c);
    if (script != Script::none || (c >= U'0' && c <= U'9') || (c >= 0x300 && c <= 0x36F)) {
      auto const before = script_of_word(word_);
      auto const changes = script != Script::none && before != Script::none && kind(script) != kind(before);
      if (changes)
        finish();
      word_.push_back(c);
    } else if (is_hyphen(c)) {
      if (!word_.empty())
        word_.push_back(U'-');
    } else if (c == U'\'' || c == U'\u2019' || c == U'`' || (c >= U'\u200B' && c <= U'\u200D')) {
      return;
    } else {
      finish();
      if ((c == U',' || c == U'\uFF0C') && !words_.empty())
        words_.back().comma_after = true;
      if (c == U'.' && !words_.empty())
        words_.back().dot_after = true;
    }
  }
  // Han and Kana stand together in one Japanese name; other alphabets are written in Latin later.
  static Script kind(Script script) {
    return script == Script::kana ? Script::han : script == Script::other ? Script::latin : script;
  }
  static bool native(Script script) { return kind(script) == Script::hangul || kind(script) == Script::han; }
  void finish() {
    while (!word_.empty() && word_.back() == U'-')
      word_.pop_back();
    if (!word_.empty()) {
      auto const utf8 = to_utf8(word_);
      auto folded = fold(utf8);
      if (!native(script_of_word(word_)))
        std::erase_if(folded, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'); });
      words_.push_back({.folded = std::move(folded), .script = script_of_word(word_), .capitals = all_capitals(utf8)});
    }
    word_.clear();
  }
  std::u32string word_;
  std::vector<Word> words_;
};

std::string without_hyphens(std::string_view word) {
  std::string out{word};
  std::erase(out, '-');
  return out;
}

// A given name as Korean writes it: "jae-yong", "jae yong" or "jaeyong" all read as two syllables or so.
bool looks_korean_given(PersonName const& name, std::size_t from, std::size_t to) {
  std::string joined;
  bool hyphen = false;
  for (auto i = from; i < to; ++i) {
    joined += name.bare[i];
    hyphen = hyphen || name.words[i].find('-') != std::string::npos;
  }
  return to - from == 2 || hyphen || joined.size() <= 9;
}

void infer_family(PersonName& name) {
  auto const count = name.words.size();
  if (name.family_word >= 0 || count < 2)
    return;
  bool const first = is_korean_word(name.bare.front()) && looks_korean_given(name, 1, count);
  bool const last = is_korean_word(name.bare.back());
  bool const hyphen_last = name.words.back().find('-') != std::string::npos;
  name.family_word = first && (!last || hyphen_last || count == 3) ? 0 : static_cast<int>(count) - 1;
}

// "Margarita-Simonyan" is two words where nothing else is written.
void split_lone_hyphen(std::vector<Word>& words) {
  if (words.size() != 1)
    return;
  auto const hyphen = words.front().folded.find('-');
  if (hyphen == std::string::npos)
    return;
  auto rest = words.front();
  rest.folded.erase(0, hyphen + 1);
  words.front().folded.resize(hyphen);
  words.push_back(std::move(rest));
}

void add_latin(PersonName& name, Word const& word) {
  name.words.push_back(word.folded);
  name.bare.push_back(without_hyphens(word.folded));
}

// "van der Berg" is one word of a name.
void join_particles(std::vector<Word>& words) {
  for (std::size_t i = 0; i + 1 < words.size();) {
    if (i > 0 && is_particle(words[i].folded) && words[i].folded.size() > 1 && !words[i].comma_after) {
      words[i + 1].folded = words[i].folded + words[i + 1].folded;
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

// "vi" is a Vietnamese name unless it stands out by its capitals.
std::string_view numeral_of(Word const& word, std::vector<Word> const& words) {
  auto const suffix = suffix_of(word.folded);
  if (suffix.empty() || suffix.front() > '9')
    return {};
  bool const stands_out = word.capitals && !std::ranges::all_of(words, &Word::capitals);
  return word.folded != "vi" || stands_out ? suffix : std::string_view{};
}

// Drops titles at both ends and the suffix; what they were is kept in `name`.
std::vector<Word> without_titles(std::vector<Word> words, PersonName& name) {
  while (!words.empty() && is_leading_title(words.front().folded) &&
         (!is_doubtful_title(words.front().folded) || words.size() > 2) && words.size() > 1) {
    name.titles.push_back(words.front().folded);
    words.erase(words.begin());
  }
  while (words.size() > 1) {
    auto const& last = words.back().folded;
    bool const numeral = !numeral_of(words.back(), words).empty();
    if (auto const suffix = suffix_of(last); !suffix.empty() && (numeral || suffix.front() > '9') && words.size() > 2) {
      name.suffix = suffix;
    } else if (is_trailing_title(last)) {
      name.titles.push_back(last);
    } else {
      break;
    }
    words.pop_back();
    words.back().comma_after = false;
  }
  return words;
}

// "Morris II Klein": a numeral in capitals counts wherever it stands, but in front. An "I" may be an initial too.
void take_numerals(std::vector<Word>& words, PersonName& name) {
  for (std::size_t i = 1; i < words.size() && words.size() > 2; ++i) {
    auto const& word = words[i];
    name.maybe_first = name.maybe_first || (word.folded == "i" && !word.dot_after);
    auto const numeral = word.capitals ? numeral_of(word, words) : std::string_view{};
    if (numeral.empty())
      continue;
    name.suffix = numeral;
    words[i - 1].comma_after = words[i - 1].comma_after || word.comma_after;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

void find_stated_family(std::vector<Word> const& words, PersonName& name) {
  auto const comma = std::ranges::find(words, true, &Word::comma_after);
  auto const capitals = std::ranges::count(words, true, &Word::capitals);
  auto const count = static_cast<std::ptrdiff_t>(words.size());
  if (comma != words.end() && comma == words.begin() && count > 1)
    name.family_word = 0;
  else if (capitals == 1 && count > 1)
    name.family_word = static_cast<int>(std::ranges::find(words, true, &Word::capitals) - words.begin());
  name.family_stated = name.family_word >= 0;
}

PersonName latin_name(std::vector<Word> words, std::string_view stated_family) {
  PersonName name{.script = Script::latin};
  words = without_titles(std::move(words), name);
  take_numerals(words, name);
  split_lone_hyphen(words);
  join_particles(words);
  for (auto const& word : words)
    add_latin(name, word);
  find_stated_family(words, name);
  auto const family = letters(fold(stated_family));
  if (auto const at = std::ranges::find(name.bare, family); !family.empty() && at != name.bare.end()) {
    name.family_word = static_cast<int>(at - name.bare.begin());
    name.family_stated = true;
  }
  infer_family(name);
  for (auto const& word : name.bare)
    name.sounds.push_back(spoken(word));
  return name;
}

// Letters without their vowels, or whose plain reading is not how their bearers write themselves.
bool is_loose(char32_t c) {
  bool const georgian = c >= 0x10A0 && c <= 0x10FF;
  return (c >= 0x590 && c <= 0x1C7F && !georgian && !(c >= 0x1100 && c <= 0x11FF)) || (c >= 0xFB1D && c <= 0xFEFC);
}

void split_native_family(PersonName& name) {
  auto const& words = name.native_words;
  bool const foreign = words.size() > 1 && words.front().size() > 1 && !is_korean_family(words.front());
  if (foreign || name.native.size() < 2 || name.native.size() > 5)
    return;
  if (name.script == Script::han)
    name.native_family = name.native.substr(0, name.native.size() > 3 ? 2 : 1);
  else if (name.script == Script::hangul && name.native.size() > 3 && is_korean_family(name.native.substr(0, 2)))
    name.native_family = name.native.substr(0, 2);
  else if (name.script == Script::hangul && name.native.size() <= 4 && is_korean_family(name.native.substr(0, 1)) &&
           (words.size() == 1 || words.front().size() == 1))
    name.native_family = name.native.substr(0, 1);
}

PersonName native_name(std::vector<Word> const& words) {
  PersonName name{.script = words.front().script};
  for (auto const& word : words) {
    auto native = to_utf32(without_hyphens(word.folded));
    if (is_native_title(native) && (words.size() > 1 || native.size() > 3)) {
      name.titles.push_back(word.folded);
      continue;
    }
    while (auto const length = attached_title(native)) {
      name.titles.push_back(to_utf8(std::u32string_view{native}.substr(native.size() - length)));
      native.resize(native.size() - length);
    }
    name.native += native;
    name.native_words.push_back(std::move(native));
  }
  split_native_family(name);
  if (name.script == Script::han && name.native.size() <= 5)
    name.pinyin = pinyin_of(name.native);
  return name;
}

std::vector<std::u32string> groups_of(std::string_view text) {
  std::vector<std::u32string> out(1);
  for (auto const c : to_utf32(nfc(text)))
    if (ends_group(c))
      out.emplace_back();
    else
      out.back().push_back(is_middle_dot(c) ? U' ' : c);
  return out;
}

bool is_native_script(Script script) { return script != Script::latin && script != Script::none; }

} // namespace

bool other_generation(PersonName const& a, PersonName const& b) {
  if (a.suffix.empty() != b.suffix.empty()) {
    auto const& said = a.suffix.empty() ? b : a;
    auto const& silent = a.suffix.empty() ? a : b;
    bool const initial = std::ranges::any_of(said.bare, [](auto const& word) { return word.starts_with('i'); });
    return silent.maybe_first && !initial && said.suffix >= "2" && said.suffix <= "9";
  }
  auto const [low, high] = std::minmax(a.suffix, b.suffix);
  return low != high && !(low == "2" && high == "jr"); // a junior is the second of the name
}

std::vector<PersonName> parse_person(std::string_view text, StatedParts stated) {
  std::vector<PersonName> out;
  auto const keep = [&](PersonName name) {
    name.written = squeeze(text);
    if (!name.empty() && (out.empty() || !name.partial())) // "(CEO)", "(Jay)" are no names of their own
      out.push_back(std::move(name));
  };
  for (auto const& group : groups_of(text)) {
    std::vector<Word> latin;
    std::vector<Word> native;
    for (auto& word : Cutter{}.cut(group))
      (is_native_script(word.script) ? native : latin).push_back(std::move(word));
    if (!native.empty())
      keep(native_name(native));
    if (std::ranges::any_of(latin, [](Word const& word) { return word.script == Script::latin; })) {
      auto name = latin_name(std::move(latin), stated.family);
      name.loose = std::ranges::any_of(group, is_loose);
      keep(std::move(name));
    }
  }
  return out;
}

} // namespace attache::resolve
