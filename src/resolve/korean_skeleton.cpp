#include "resolve/match_scripts.h"

namespace attache::resolve {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'w'; }

// ㄱㅋㄲ, ㄷㅌ, ㅂㅍㅃ, ㅈㅊㅉ are written alike.
char consonant_class(char c) {
  switch (c) {
  case 'b':
  case 'p':
  case 'f':
  case 'v': return 'P';
  case 'c':
  case 'g':
  case 'k':
  case 'q':
  case 'x': return 'K';
  case 'd':
  case 't': return 'T';
  case 'j':
  case 'z': return 'C';
  case 'l':
  case 'r': return 'L';
  case 'm': return 'M';
  case 'n': return 'N';
  case 's': return 'S';
  default: return '\0'; // h comes and goes
  }
}

// ㅓ, ㅗ, ㅜ and ㅡ all share spellings, and so do ㅐ, ㅔ and ㅚ, ㅢ and ㅣ.
char vowel_class(std::string_view run) {
  if (run.starts_with("eui") || run.starts_with("ui") || run.starts_with("ee") || run.starts_with('i') || run.empty())
    return 'I';
  if (run.starts_with("ae") || run.starts_with("ai") || run.starts_with("ay") || run.starts_with("oe") ||
      run.starts_with("oi"))
    return 'E';
  if (run.starts_with('a'))
    return 'A';
  return run.starts_with("eo") || run.starts_with("eu") || !run.starts_with('e') ? 'U' : 'E';
}

void add_vowels(std::string& out, std::string_view run) {
  bool const glide = run.size() > 1 && run.front() == 'y';
  while (!run.empty() && (run.front() == 'y' || run.front() == 'w'))
    run.remove_prefix(1);
  if (glide)
    out.push_back('Y');
  out.push_back(vowel_class(run));
}

} // namespace

std::string korean_skeleton(std::string_view bare) {
  std::string out;
  for (std::size_t i = 0; i < bare.size();) {
    auto end = i;
    while (end < bare.size() && is_vowel(bare[end]))
      ++end;
    if (end > i) {
      add_vowels(out, bare.substr(i, end - i));
      i = end;
      continue;
    }
    auto const kind = bare.substr(i, 2) == "ch" ? 'C' : consonant_class(bare[i]);
    bool const nasal = bare[i] == 'g' && i > 0 && bare[i - 1] == 'n'; // "ng" is one sound
    if (kind != '\0' && !nasal && (i == 0 || bare[i - 1] != bare[i]))
      out.push_back(kind);
    ++i;
  }
  return out;
}

} // namespace attache::resolve
