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

std::vector<std::string> company_sound_keys(CompanyName const& name) {
  auto const first = name.script == Script::hangul ? translated(first_word(name)) : name.words.front();
  auto const whole = name.script == Script::hangul ? translated(to_utf32(name.core)) : name.core;
  auto key = sound_key(whole);
  return {key.substr(0, 6), sound_key(first) + "1"};
}

} // namespace attache::resolve
