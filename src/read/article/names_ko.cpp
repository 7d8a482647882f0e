#include "base/unicode.h"
#include "read/article/lexicon.h"
#include "read/article/names.h"

#include <algorithm>

namespace attache::read::press {

namespace {

using Tokens = std::vector<Token>;

std::size_t syllables(std::string_view word) { return code_points(word); }

std::string_view head(std::string_view word, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < count && at < word.size(); ++i)
    next_code_point(word, at);
  return word.substr(0, at);
}

bool all_hangul(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    auto const code = next_code_point(word, at);
    if (code < 0xAC00 || code > 0xD7A3)
      return false;
  }
  return !word.empty();
}

bool has_latin(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

bool ends_like_company(std::string_view word) {
  for (auto const& ending : ko_company_endings().listed())
    if (word.ends_with(ending) && word.size() > ending.size())
      return true;
  return ko_company_endings().has(word) && syllables(word) > 3;
}

bool organisation_word(std::string_view word) {
  return ko_known_companies().has(word) || ends_like_company(word) || (has_latin(word) && !ko_titles().has(word));
}

bool verb_like(std::string_view word) {
  static Pattern const ending{
      R"((했|하던|됐던|던|였|한|된|할|될|하는|되는|있는|하고|하며|해서|하여|위해|통해|대해|이어|만나|찾아|거쳐|들러|따라|따르면|가운데|한편|또한|그리고|에서|에게|에는|으로|까지|부터|께서|[은는을를와과]|[가-힣]한다|된다|이다|는다|었다|았다|했다|됐다|났다|렸다|있다|없다|로서|이라는|라는)$|^(?:방문|참석|동행|면담|회동|접견|이동|도착|출국|귀국|진행|개최|주최|주재|초청|발표|체결|방한|방미|방중|방일|향|마련|이용|관련|포함|비롯|당시|당초|애초|다음|지난|이른바|앞서|이후|현재)(?:해|한|하고|하며|하는)?$)"};
  return ending.found(word);
}

} // namespace

bool korean_name(std::string_view word) {
  auto const n = syllables(word);
  if (!all_hangul(word) || ko_not_names().has(word) || organisation_word(word) || ko_places().has(word))
    return false;
  auto const stem = word.substr(0, word.size() - particle_length(word));
  if (stem.size() < word.size() && (ko_titles().has(stem) || ko_known_companies().has(stem) || ko_places().has(stem)))
    return false; // 장관은, 인텔의
  if (verb_like(word))
    return false;
  return (n == 3 && ko_surnames().has(head(word, 1))) || (n == 4 && ko_surnames().has(head(word, 2)));
}

namespace {

// Words that may stand before a title but are no part of a name.
bool common_noun(std::string_view word) {
  static Words const list{
      "부문|사업|반도체|그룹|글로벌|해외|국내|총괄|경영|지원|연구|개발|전략|기술|담당|주요|기업|"
      "업체|현지|관련|고객사|최고|수석|전문|각국|양국|외국|외교|국방|국무|상무|재무|"
      "산업|통상|업계|재계|대기업|민간|공동|신임|현직|전직|역대|당시|이번|다른|여러|모든|해당|소속|"
      "겸|및|등|또|함께|이날|최근|직접|각각|회사|본사|사내|사외|그|두|세|네|한|전|현|차기|"
      "단독|임시|명예|한미|한일|한중|미중|한미일|한중일|양측|주요국|에너지|관계자|담당자|전문가|당국자|참석자|실무자|"
      "투자자|경영자|주한|주미|주일|주중|지역|부처|정부|한국|중앙|시중|투자|금융|은행|증권|빅테크|IT|AI|파운드리|"
      "메모리|모바일|디바이스|경제|과학|정책|국가|안보|노동|복지|환경|문화|교육|법무|통일"};
  return list.has(word);
}

} // namespace

std::size_t particle_length(std::string_view word) {
  static Words const list{
      "에게서는|으로부터는|으로부터|이라는|에서는|에게는|로부터|에서도|에서의|까지도|이라고|께서는|에게서|이라며|"
      "이라면|에게도|으로는|으로도|으로서|으로의|에게|에서|께서|으로|까지|부터|이며|이자|"
      "와의|과의|에는|에도|와는|과는|와도|과도|라는|이나|라고|로서|로는|로도|로의|만을|만이|인데|이던|이었던|였던|이다|"
      "은|는|이|가|을|를|와|과|의|에|로|도|만|나|인|며|측은|측이|측|측과|등|등은|등이|등을|등과|등의|들은|들이|들을|"
      "들과|들의|들|이란|란|랑|처럼|보다|뿐|조차|마저"};
  for (std::size_t n = std::min<std::size_t>(word.size(), list.longest()); n > 0; --n)
    if (list.has(word.substr(word.size() - n)))
      return n;
  return 0;
}

bool particle_or_nothing(std::string_view rest) {
  if (rest.empty())
    return true;
  auto at = std::size_t{0};
  auto const code = next_code_point(rest, at);
  bool const hangul = code >= 0xAC00 && code <= 0xD7A3;
  if (!hangul)
    return !((code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9'));
  auto stop = std::size_t{0};
  for (auto next = stop; next < rest.size(); stop = next) {
    auto const c = next_code_point(rest, next);
    if (c < 0xAC00 || c > 0xD7A3)
      break;
  }
  auto const word = rest.substr(0, stop);
  return particle_length(word) == word.size();
}

namespace {

struct Office {
  std::size_t token = 0; // the last token of the title
  std::size_t first = 0; // the first
  Span span;
};

// The title that ends `word`, as a length in bytes, particle apart; `whole` if nothing stands before it.
struct TitleEnd {
  std::size_t begin = 0, end = 0;
};

TitleEnd title_end(std::string_view word) {
  static Words const alone{"시장|이사|대표|총괄|상무|전무|감독|선수|수석|이사장|고문|파트너|매니저|씨|박사|여사|교수|"
                           "소장|과장|팀장|책임자|원장|실장|국장|소장|상|총수|오너"};
  for (auto const stop : {word.size(), word.size() - particle_length(word)}) {
    auto const stem = word.substr(0, stop);
    for (std::size_t n = std::min(stem.size(), ko_titles().longest()); n >= 3; --n) {
      auto const title = stem.substr(stem.size() - n);
      if (!ko_titles().has(title))
        continue;
      if (n == stem.size() || (!alone.has(title) && syllables(title) > 1 && syllables(stem) - syllables(title) <= 8))
        return {stem.size() - n, stem.size()};
    }
  }
  return {};
}

struct Reader {
  std::string_view text;
  std::size_t index;
  Tokens tokens;
  bool headline = false;
  std::vector<Sighting> found;

  [[nodiscard]] std::string_view word(std::size_t at) const { return cut(text, tokens[at].span); }

  // Steps left over "(...)"; returns the token before it, or `at` itself.
  [[nodiscard]] std::size_t over_parenthesis(std::size_t at) const {
    if (word(at) != ")" && word(at) != "）")
      return at;
    for (std::size_t back = at; back-- > 0 && at - back < 8;)
      if (word(back) == "(" || word(back) == "（")
        return back > 0 ? back - 1 : at;
    return at;
  }

  // The bare nouns that stand before token `end` and belong to its title.
  [[nodiscard]] std::vector<std::size_t> nouns_before(std::size_t end) const {
    std::vector<std::size_t> nouns;
    auto right = end;
    while (right > 0 && nouns.size() < 6) {
      if (!tokens[right].spaced && word(right - 1) != ")" && word(right - 1) != "·")
        break;
      auto const at = over_parenthesis(right - 1);
      if (!tokens[at].word || !part_of_name(at))
        break;
      nouns.insert(nouns.begin(), at);
      right = at;
    }
    return nouns;
  }

  [[nodiscard]] bool part_of_name(std::size_t at) const {
    auto const w = word(at);
    if (tokens[at].number && !has_latin(w))
      return false;
    auto const bare = w.substr(0, w.size() - particle_length(w));
    bool const marked = bare.size() < w.size() && !ko_known_companies().has(w) && !ends_like_company(w) &&
                        (organisation_word(bare) || ko_places().has(bare));
    if (marked) // 구글이, imec을: a noun with its particle belongs to what stands before
      return false;
    if (korean_name(w) || organisation_word(w) || ko_places().has(w))
      return true;
    auto const title = title_end(w);
    if (title.end == w.size() && title.end > 0)
      return title.begin > 0 && (w.ends_with("부문장") || w.ends_with("본부장") || w.ends_with("사업부장"));
    if (title.end > 0)
      return false;
    auto const stem = w.substr(0, w.size() - particle_length(w));
    if (stem.size() < w.size() && (organisation_word(stem) || ko_places().has(stem) || korean_name(stem)))
      return false;
    static Words const loose{"등|및|또|함께|이날|당시|최근|직접|각각|그리고|전|현|신임|한|두|세|이번|지난|오는|중|중인|"
                             "방한|방미|방중|방일|날|주|달|다음|내달|이달|올해|작년|특히|"
                             "이어|이후|다만|역시|즉|또는|혹은|겸|이|그"};
    bool const titled = at + 1 < tokens.size() && title_end(word(at + 1)).end > 0 && title_end(word(at + 1)).begin == 0;
    if (loose.has(w) && !(ko_surnames().has(w) && titled))
      return false;
    return !verb_like(w) && !w.ends_with("의");
  }

  [[nodiscard]] Span span_of_words(std::vector<std::size_t> const& nouns, std::size_t from, std::size_t to) const {
    return from >= to ? Span{} : Span{tokens[nouns[from]].span.begin, tokens[nouns[to - 1]].span.end};
  }

  void keep(Span name, Span title, Span org, double confidence) {
    auto const where = ko_places().has(cut(text, org)) || common_noun(cut(text, org)) ? Span{} : closed(org);
    found.push_back({.thing = Thing::person,
                     .sentence = index,
                     .name = name,
                     .phrase = join(join(name, title), where),
                     .title = title,
                     .where = where,
                     .confidence = confidence});
  }

  // With the parenthesis that stands directly behind: "미국무역대표부(USTR)".
  [[nodiscard]] Span closed(Span org) const {
    static Pattern const bracket{R"(^\([A-Za-z&. ]{2,30}\))"};
    if (org.empty())
      return org;
    auto const rest = bracket.first(text, {org.end, std::min(text.size(), org.end + 34)});
    return rest ? Span{org.begin, (*rest)[0].end} : org;
  }

  [[nodiscard]] bool org_starts(std::size_t at) const {
    return organisation_word(word(at)) || ko_places().has(word(at));
  }

  void read_office(Office const& office, Span prefix) {
    auto nouns = nouns_before(office.first);
    while (!nouns.empty() && common_noun(word(nouns.back())) && !ko_surnames().has(word(nouns.back())))
      nouns.pop_back();
    while (!nouns.empty() && common_noun(word(nouns.front())))
      nouns.erase(nouns.begin());
    auto const n = nouns.size();
    if (n == 0)
      return;
    auto const first = word(nouns.front()), last = word(nouns.back());
    auto const part = [&](std::size_t from, std::size_t to) { return span_of_words(nouns, from, to); };
    auto const with_prefix = [&](Span org) {
      return org.empty() && organisation_word(cut(text, prefix)) ? prefix : org;
    };
    if (syllables(last) == 1 && ko_surnames().has(last) && last != "전" && last != "현" &&
        (n == 1 || org_starts(nouns[n - 2])))
      return keep(part(n - 1, n), office.span, part(0, n - 1), 0.8);
    bool const org_later = n > 2 && !org_starts(nouns[1]) && !korean_name(word(nouns[1])) &&
                           std::any_of(nouns.begin() + 2, nouns.end(), [&](std::size_t at) { return org_starts(at); });
    if (org_later && all_hangul(word(nouns[1])) && !org_starts(nouns.front())) // 하워드 러트닉 미국 상무부 장관
      return read_foreign(nouns, office, prefix);
    if (korean_name(first) && (n == 1 || !korean_name(last) || !org_starts(nouns.front())))
      return keep(part(0, 1), office.span, with_prefix(part(1, n)), 0.95);
    if (korean_name(last))
      return keep(part(n - 1, n), office.span, part(n - std::min<std::size_t>(n, 3), n - 1), 0.95);
    read_foreign(nouns, office, prefix);
  }

  void read_foreign(std::vector<std::size_t> const& nouns, Office const& office, Span prefix) {
    auto const n = nouns.size();
    auto const part = [&](std::size_t from, std::size_t to) { return span_of_words(nouns, from, to); };
    std::size_t lead = 0; // organisation or place in front: "엔비디아 젠슨 황 CEO"
    while (lead < n && org_starts(nouns[lead]))
      ++lead;
    if (lead == n || (headline && lead == 0))
      return;
    std::size_t tail = lead + 1; // organisation behind: "젠슨 황 엔비디아 CEO"
    while (tail < n && !org_starts(nouns[tail]))
      ++tail;
    bool const org_behind = tail < n;
    auto name_end = tail;
    static Words const particles{"반|덴|더|폰|데|드|판|빈|알|엘|디|다|라|르"};
    bool const long_name = std::ranges::any_of(nouns, [&](std::size_t at) { return particles.has(word(at)); });
    bool const syllabic = n <= 4 && syllables(word(nouns.back())) == 1; // 도 호앙 럼
    if (!org_behind && lead == 0 && n > 2 && !long_name && !syllabic)
      name_end = 2; // an organisation we do not know
    if (name_end - lead > (long_name ? 5U : 3U) ||
        std::ranges::any_of(nouns, [&](std::size_t at) { return common_noun(word(at)); }))
      return;
    auto const org = name_end < n ? part(name_end, n) : part(0, lead);
    double const confidence = org_behind || lead > 0 ? 0.9 : 0.75;
    keep(part(lead, name_end), office.span, org.empty() && organisation_word(cut(text, prefix)) ? prefix : org,
         confidence);
  }

  void offices() {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (!tokens[at].word)
        continue;
      auto const end = title_end(word(at));
      if (end.end == 0)
        continue;
      auto const begin = tokens[at].span.begin;
      Office office{.token = at, .first = at, .span = {begin + end.begin, begin + end.end}};
      Span prefix{begin, begin + end.begin};
      bool const portfolio = !prefix.empty() && !organisation_word(cut(text, prefix));
      if (portfolio) // 산업장관, 주미대사: all of it is the title
        office.span.begin = begin;
      widen(office);
      if (!next_is_title(at))
        read_office(office, portfolio ? Span{} : prefix);
      if (!prefix.empty() && !portfolio && office.first == at && korean_name(cut(text, prefix)))
        keep(prefix, office.span, {}, 0.7);
    }
  }

  // "의장 겸 CEO", "대표이사 회장": one title of several words.
  void widen(Office& office) const {
    while (office.first > 0) {
      auto at = office.first - 1;
      if (word(at) == "겸" && at > 0)
        --at;
      if (!tokens[at].word || title_end(word(at)).end != word(at).size() || title_end(word(at)).begin != 0)
        return;
      office.first = at;
      office.span.begin = tokens[at].span.begin;
    }
  }

  [[nodiscard]] bool next_is_title(std::size_t at) const {
    auto next = at + 1;
    if (next < tokens.size() && word(next) == "겸")
      ++next;
    if (next >= tokens.size() || !tokens[next].spaced || !tokens[next].word ||
        title_end(word(at)).end != word(at).size())
      return false;
    auto const end = title_end(word(next));
    return end.end > 0 && end.begin == 0;
  }

  // [손정의/소프트뱅크그룹 회장 : "..."]
  void sound_bite() {
    static Pattern const bite{R"(^\s*[\[(]([가-힣][^/\[\]:"“]{1,20})\s*/\s*([^/\[\]:"“]{2,40}?)\s*:)"};
    auto const match =
        bite.first(text, tokens.empty() ? Span{} : Span{tokens.front().span.begin, tokens.back().span.end});
    if (!match)
      return;
    auto const office = (*match)[2];
    auto const space = cut(text, office).rfind(' ');
    auto const org = space == std::string_view::npos ? Span{} : Span{office.begin, office.begin + space};
    std::erase_if(found, [&](Sighting const& s) { return s.phrase.overlaps((*match)[0]); });
    auto const title = space == std::string_view::npos ? office : Span{office.begin + space + 1, office.end};
    keep(trim(text, (*match)[1]), title, org, 0.9);
  }
};

} // namespace

std::vector<Sighting> sight_korean(std::string_view text, Sentence const& sentence, std::size_t index) {
  Reader reader{text,
                index,
                tokenize(text, sentence.span),
                sentence.kind == BlockKind::title || sentence.kind == BlockKind::subtitle,
                {}};
  reader.offices();
  reader.sound_bite();
  auto organisations = korean_organisations(text, sentence.span, index);
  std::erase_if(organisations, [&](Sighting const& org) {
    return std::ranges::any_of(reader.found, [&](Sighting const& person) {
      return person.name.overlaps(org.name) ||
             (person.where.overlaps(org.name) && person.where.size() >= org.name.size());
    });
  });
  for (auto const& person : reader.found)
    if (!person.where.empty())
      organisations.push_back({.thing = Thing::organisation,
                               .sentence = index,
                               .name = person.where,
                               .phrase = person.where,
                               .confidence = 0.9});
  reader.found.insert(reader.found.end(), organisations.begin(), organisations.end());
  return reader.found;
}

} // namespace attache::read::press
