#include "base/unicode.h"
#include "read/article/lexicon.h"
#include "read/article/names.h"

#include <algorithm>

namespace attache::read::press {

namespace {

using Tokens = std::vector<Token>;

bool general_word(std::string_view word) {
  static Words const list{
      "정보통신|이동통신|차세대통신|무선통신|위성통신|석유화학|정밀화학|신재생에너지|재생에너지|원자력에너지|"
      "시스템반도체|차량용반도체|군용반도체|메모리반도체|신용카드|"
      "전기자동차|의과대학|글로벌네트워크|차세대반도체|인공지능반도체|AI반도체|국제무역|자유무역|대표단|이사회|"
      "현지법인|인적네트워크|비메모리반도체|첨단바이오|시중은행|중앙은행|"
      "투자은행|주요은행|완성자동차|친환경에너지|생체화학|통신|반도체|전자|자동차|화학|바이오|그룹|에너지|조선|건설|"
      "항공|해운|증권|은행|대학|재단|협회"};
  static Words const adjectives{"종합|차세대|시스템|메모리|비메모리|첨단|글로벌|국내|해외|중소|대형|민간|친환경|재생|"
                                "신재생|원자력|이동|정보|위성|무선|석유|정밀|국제|자유|"
                                "투자|상업|시중|중앙|지방|전기|자율주행|인공지능|AI|차량용|군용|산업|의료|디지털|"
                                "스마트|모바일|핵심|주요|현지|공동|합작|사업|미래|신규"};
  for (auto const& ending : ko_company_endings().listed())
    if (word.ends_with(ending) && adjectives.has(word.substr(0, word.size() - ending.size())))
      return true;
  return list.has(word);
}

struct Reader {
  std::string_view text;
  Tokens tokens;
  std::size_t index;
  std::vector<Sighting> found;

  [[nodiscard]] std::string_view word(std::size_t at) const { return cut(text, tokens[at].span); }

  void keep(Span name, double confidence) {
    auto const words = cut(text, name);
    if (ko_places().has(words) || not_organisations().has(words) || ko_titles().has(words) || general_word(words))
      return;
    if (std::ranges::none_of(found, [&](Sighting const& s) { return s.name.overlaps(name); }))
      found.push_back(
          {.thing = Thing::organisation, .sentence = index, .name = name, .phrase = name, .confidence = confidence});
  }

  // The longest well-known name at the head of the token; the rest must be a particle.
  [[nodiscard]] std::size_t known_length(std::string_view w) const {
    for (auto n = std::min(w.size(), ko_known_companies().longest()); n > 0; --n)
      if (ko_known_companies().has(w.substr(0, n)) && particle_or_nothing(w.substr(n)) &&
          (n > 3 || n == w.size() || w[0] < 'a'))
        return n;
    return 0;
  }

  [[nodiscard]] std::size_t ending_length(std::string_view w) const {
    for (auto const stop : {w.size(), w.size() - particle_length(w)})
      for (auto const& ending : ko_company_endings().listed()) {
        auto const stem = w.substr(0, stop);
        if (stem.ends_with(ending) && code_points(stem) >= 3 &&
            (stem.size() > ending.size() || ending.ends_with("부") || code_points(ending) > 4) && !general_word(stem))
          return stop;
      }
    return 0;
  }

  // "BYD와", "NTT도코모는", "오픈AI가": Latin capitals with or without Hangul around them.
  [[nodiscard]] std::size_t latin_length(std::string_view w) const {
    static Pattern const latin{
        R"(^(?:[A-Z][A-Z0-9&]{1,6}(?:[가-힣]{2,8})?|[가-힣]{1,4}(?:AI|X)|[A-Z][a-z]+[A-Z]?\w*))"};
    auto const match = latin.first(w, {0, w.size()});
    if (!match)
      return 0;
    auto n = (*match)[0].end;
    auto const letters = std::find_if(w.begin(), w.begin() + static_cast<std::ptrdiff_t>(n),
                                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    auto const core = static_cast<std::size_t>(letters - w.begin());
    if (core > 0 && particle_or_nothing(w.substr(core)))
      n = core;
    else if (auto const tail = particle_length(w.substr(0, n)); tail > 0 && n == w.size())
      n -= tail;
    if (not_organisations().has(w.substr(0, core)) || ko_titles().has(w.substr(0, n)) ||
        !particle_or_nothing(w.substr(n)))
      return 0;
    return n;
  }

  // What stands before says that it is a company: "전기차 업체 BYD", "스타트업 앤트로픽".
  [[nodiscard]] bool introduced(std::size_t at) const {
    static Words const nouns{
        "업체|기업|회사|스타트업|제조사|제약사|통신사|운용사|벤처캐피털|투자사|자회사|계열사|유니콘|파운드리"};
    return at > 0 && tokens[at].spaced && nouns.has(word(at - 1));
  }

  void singles() {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (!tokens[at].word)
        continue;
      auto const w = word(at);
      auto const begin = tokens[at].span.begin;
      if (two_words(at))
        continue;
      if (auto const n = known_length(w); n > 0)
        keep({begin, begin + n}, 0.95);
      else if (auto const e = ending_length(w); e > 0)
        keep({begin, begin + e}, 0.8);
      else if (auto const l = latin_length(w); l > 0)
        keep({begin, begin + l}, 0.55); // seen twice, it counts for more
      else if (introduced(at))
        keep({begin, begin + w.size() - particle_length(w)}, 0.6);
    }
  }

  // "플래그십 파이오니어링": a well-known name of two words.
  bool two_words(std::size_t at) {
    if (at + 1 >= tokens.size() || !tokens[at + 1].spaced)
      return false;
    auto const next = word(at + 1);
    for (auto const stop : {next.size(), next.size() - particle_length(next)}) {
      Span const both{tokens[at].span.begin, tokens[at + 1].span.begin + stop};
      if (ko_known_companies().has(cut(text, both))) {
        keep(both, 0.95);
        return true;
      }
    }
    return false;
  }

  // "A, B, C 등" and "A·B·C": where one item is a known organisation, the bare words beside it are too.
  void series() {
    static Pattern const list{
        R"((?:[가-힣A-Za-z0-9&]+(?:\([A-Za-z&. ]+\))?(?: [가-힣A-Za-z0-9]+)?\s?[,·]\s?){1,9}[가-힣A-Za-z0-9&]+(?: [가-힣A-Za-z0-9]+)? 등)"};
    static Pattern const item{R"([^,·(]+)"};
    static Pattern const cue{R"(기업|회사|고객사|업체|명단|협력사|제약사|경쟁사|스타트업|빅테크)"};
    if (tokens.empty())
      return;
    Span const all{tokens.front().span.begin, tokens.back().span.end};
    for (auto const& match : list.all(text, all)) {
      Span const whole{match[0].begin, match[0].end - std::string_view{" 등"}.size()};
      bool const sure = std::ranges::any_of(found, [&](Sighting const& s) { return whole.holds(s.name); });
      if (!sure || !cue.first(text, {whole.end, std::min(all.end, whole.end + 60)}))
        continue;
      for (auto const& part : item.all(text, whole))
        if (auto const name = trim(text, part[0]); name.size() > 3 && particle_length(cut(text, name)) == 0)
          keep(name, 0.65);
    }
  }
};

} // namespace

std::vector<Sighting> korean_organisations(std::string_view text, Span sentence, std::size_t index) {
  Reader reader{text, tokenize(text, sentence), index, {}};
  reader.singles();
  reader.series();
  return reader.found;
}

} // namespace attache::read::press
