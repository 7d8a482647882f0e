#include "resolve/sound.h"

#include "resolve/company_cross.h"

#include <algorithm>

namespace attache::resolve {
namespace {

// f is written ㅍ, v ㅂ; th ㅅ or ㄷ, z and j ㅈ, so all tongue sounds share a class; r and l are often not heard.
char class_of(std::string_view rest) {
  auto const next = rest.size() > 1 ? rest[1] : '\0';
  switch (rest.front()) {
  case 'b':
  case 'p':
  case 'f':
  case 'v': return 'P';
  case 'k':
  case 'q': return 'K';
  case 'g': return next == 'e' || next == 'i' || next == 'y' ? '\0' : 'K'; // ㄱ or ㅈ: leave it out
  case 'c': return next == 'h' || next == 'e' || next == 'i' || next == 'y' ? 'T' : 'K';
  case 'd':
  case 't':
  case 's':
  case 'z':
  case 'j': return 'T';
  case 'm': return 'M';
  case 'n': return 'N';
  default: return '\0';
  }
}

bool is_vowel(char c) { return std::string_view{"aeiouy"}.find(c) != std::string_view::npos; }
bool is_soft(char c) { return c == 'e' || c == 'i' || c == 'y'; }

// The sound at the start of `rest`, and how many letters make it; '\0' for none.
struct Sound {
  char sound = 0;
  std::size_t letters = 1;
};

Sound sound_of_group(std::string_view rest) {
  struct Group {
    std::string_view letters;
    char sound;
  };
  constexpr Group groups[] = {{"tsch", 'x'}, {"sch", 'x'}, {"tch", 'x'}, {"dzh", 'j'}, {"shch", 'x'}, {"ch", 'x'},
                              {"sh", 'x'},   {"zh", 'j'},  {"dj", 'j'},  {"dg", 'j'},  {"ph", 'f'},   {"th", 't'},
                              {"dh", 'd'},   {"kh", 'k'},  {"ck", 'k'},  {"qu", 'k'},  {"kn", 'n'},   {"wr", 'r'}};
  for (auto const& group : groups)
    if (rest.starts_with(group.letters))
      return {group.sound, group.letters.size()};
  if (rest.starts_with("gh"))
    return {rest.size() == 2 || rest[2] == 't' ? '\0' : 'g', 2};
  return {};
}

Sound sound_of(std::string_view rest, bool first) {
  if (auto const group = sound_of_group(rest); group.letters > 1)
    return group;
  auto const next = rest.size() > 1 ? rest[1] : '\0';
  switch (rest.front()) {
  case 'y': return {first && is_vowel(next) ? 'y' : first ? 'a' : '\0'};
  case 'a':
  case 'e':
  case 'i':
  case 'o':
  case 'u': return {first ? 'a' : '\0'};
  case 'h': return {first ? 'h' : '\0'};
  case 'w': return {is_vowel(next) ? 'v' : '\0'};
  case 'c': return {is_soft(next) ? 's' : 'k'};
  case 'q': return {'k'};
  case 'z': return {'s'};
  case 'g': return {is_soft(next) ? 'j' : 'g'};
  default: return {rest.front()};
  }
}

std::u32string first_word(CompanyName const& name) { return to_utf32(name.words.front()); }

} // namespace

std::string plain_reading(Lattice const& lattice, std::u32string_view hangul) {
  std::string out;
  for (auto const c : hangul) {
    if (!is_syllable(c)) {
      out += to_utf8(std::u32string_view{&c, 1});
      continue;
    }
    for (auto const symbol : symbols_of(c)) {
      auto const& spellings = lattice.spellings(symbol);
      if (!spellings.empty())
        out += std::ranges::min_element(spellings, {}, &Spelling::bits)->latin;
    }
  }
  return out;
}

std::string sound_key(std::string_view bare) {
  std::string out;
  for (std::size_t i = 0; i < bare.size(); ++i) {
    bool const nasal = bare[i] == 'g' && i > 0 && bare[i - 1] == 'n';
    bool const doubled = i > 0 && bare[i] == bare[i - 1];
    auto const kind = nasal || doubled ? '\0' : class_of(bare.substr(i));
    if (kind != '\0' && !out.ends_with(kind))
      out.push_back(kind);
  }
  return out + "." + std::string{bare.substr(0, out.empty() ? 2 : 0)};
}

std::uint64_t spoken(std::string_view bare) {
  std::uint64_t out = 0;
  std::size_t count = 0;
  char last = 0;
  auto const push = [&](char sound) {
    if (sound != 0 && sound != last && count < 8) {
      out = out << 8U | static_cast<unsigned char>(sound);
      ++count;
    }
    last = sound == 0 ? last : sound;
  };
  for (std::size_t i = 0; i < bare.size();) {
    auto const [sound, letters] = sound_of(bare.substr(i), i == 0);
    if (bare[i] == 'x') {
      push('k');
      push('s');
    } else
      push(sound);
    last = is_vowel(bare[i]) ? '\0' : last;
    i += letters;
  }
  return out;
}

std::vector<std::string> company_sound_keys(CompanyName const& name) {
  auto const first = name.script == Script::hangul ? translated(first_word(name)) : name.words.front();
  auto const whole = name.script == Script::hangul ? translated(to_utf32(name.core)) : name.core;
  auto key = sound_key(whole);
  return {key.substr(0, 6), sound_key(first) + "1"};
}

} // namespace attache::resolve
