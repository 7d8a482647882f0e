#include "resolve/company_name.h"

#include "base/unicode.h"
#include "resolve/company_cross.h"
#include "resolve/fold.h"

#include <algorithm>

namespace attache::resolve {
namespace {

template <class Table>
bool contains(Table const& table, std::string_view word) {
  return std::ranges::find(table, word) != std::end(table);
}

constexpr std::string_view legal_words[] = {"inc",
                                            "incorporated",
                                            "corp",
                                            "corporation",
                                            "co",
                                            "company",
                                            "ltd",
                                            "limited",
                                            "llc",
                                            "llp",
                                            "lp",
                                            "plc",
                                            "gmbh",
                                            "ag",
                                            "se",
                                            "sa",
                                            "nv",
                                            "bv",
                                            "ab",
                                            "oyj",
                                            "oy",
                                            "asa",
                                            "as",
                                            "kk",
                                            "pte",
                                            "pty",
                                            "srl",
                                            "spa",
                                            "sarl",
                                            "sas",
                                            "kg",
                                            "kgaa",
                                            "ohg",
                                            "sl",
                                            "sau",
                                            "aps",
                                            "bhd",
                                            "sdn",
                                            "pt",
                                            "tbk",
                                            "pjsc",
                                            "pao",
                                            "ojsc",
                                            "publ",
                                            "pcl",
                                            "kft",
                                            "zrt",
                                            "spzoo",
                                            "ltda",
                                            "eurl",
                                            "snc",
                                            "cv",
                                            "ulc",
                                            "lc",
                                            "pc",
                                            "incorp",
                                            "cos",
                                            "jsc",
                                            "aktiengesellschaft",
                                            "주식회사",
                                            "유한회사",
                                            "유한책임회사",
                                            "재단법인",
                                            "사단법인",
                                            "株式会社",
                                            "有限会社",
                                            "有限公司",
                                            "股份有限公司"};
constexpr std::string_view attached_forms[] = {"주식회사",     "유한책임회사", "유한회사", "재단법인", "사단법인",
                                               "股份有限公司", "有限公司",     "株式会社", "有限会社", "(주)",
                                               "(유)",         "(재)",         "(사)"};
constexpr std::string_view small_words[] = {"the", "and", "of", "for", "a", "an"};
constexpr std::string_view no_company[] = {
    "self",       "selfemployed",   "freelance",   "freelancer",   "independent", "independentconsultant",
    "consultant", "retired",        "none",        "na",           "unemployed",  "student",
    "stealth",    "stealthstartup", "stealthmode", "confidential", "private",     "personal",
    "home",       "various",        "unknown",     "tbd",          "test",        "individual",
    "myself",     "startup",        "무직",        "개인",         "프리랜서",    "자영업",
    "은퇴",       "없음",           "비공개",      "기타",         "个人",        "無職"};

void erase_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

// Letters and digits stay; "s.a." closes up, an apostrophe vanishes, everything else parts words.
std::string spaced(std::string_view folded) {
  std::string out;
  auto const points = to_utf32(folded);
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto const c = points[i];
    auto const word = script_of(c) != Script::none || (c >= U'0' && c <= U'9');
    if (word) {
      out += to_utf8(std::u32string_view{points}.substr(i, 1));
    } else if (c == U'.' || c == U'\'' || c == U'\u2019') {
      bool const one_letter_before = i >= 1 && (i < 2 || script_of(points[i - 2]) == Script::none);
      if (c == U'.' && !one_letter_before)
        out += ' ';
    } else {
      out += ' ';
    }
  }
  return out;
}

std::string without_attached(std::string text, CompanyName& name) {
  for (auto const form : attached_forms)
    if (text.find(form) != std::string::npos) {
      name.legal_forms.emplace_back(form);
      erase_all(text, form, " ");
    }
  return text;
}

void take_off_legal_words(CompanyName& name) {
  while (name.words.size() > 1 && contains(legal_words, name.words.back())) {
    name.legal_forms.push_back(name.words.back());
    name.words.pop_back();
  }
}

Script script_in(std::string_view text) {
  auto out = Script::none;
  for (auto const c : to_utf32(text)) {
    auto const script = script_of(c);
    if (script == Script::hangul || script == Script::han || script == Script::kana)
      return script;
    if (script != Script::none)
      out = Script::latin;
  }
  return out;
}

std::vector<std::string> numerals_in(std::string_view text) {
  std::vector<std::string> out(1);
  for (auto const c : text)
    if (c >= '0' && c <= '9')
      out.back().push_back(c);
    else if (!out.back().empty())
      out.emplace_back();
  if (out.back().empty())
    out.pop_back();
  return out;
}

double bits_of(std::vector<std::string> const& words, Rarity const& rarity) {
  double bits = 0;
  for (auto const& word : words)
    bits += word_bits(rarity, word, false);
  return std::min(bits, 20.0);
}

std::string initials(std::vector<std::string> const& words) {
  std::string out;
  for (auto const& word : words)
    out.push_back(word.front());
  return out;
}

bool is_acronym(CompanyName const& a, CompanyName const& b) {
  return a.words.size() == 1 && b.words.size() >= 2 && a.core.size() >= 2 && a.core == initials(b.words);
}

NameMatch same_script(CompanyName const& a, CompanyName const& b, Rarity const& rarity) {
  if (is_acronym(a, b) || is_acronym(b, a))
    return {.bits = 3, .agreement = Agreement::partial, .how = How::abbreviation};
  auto const limit = std::min(a.core.size(), b.core.size()) >= 10  ? 2
                     : std::min(a.core.size(), b.core.size()) >= 6 ? 1
                                                                   : 0;
  if (a.script == Script::latin && limit > 0 && edit_distance(a.core, b.core, limit) <= limit)
    return {.bits = bits_of(a.words, rarity) * 0.6, .agreement = Agreement::variant, .how = How::typo};
  auto x = a.words;
  auto y = b.words;
  std::ranges::sort(x);
  std::ranges::sort(y);
  std::vector<std::string> both;
  std::ranges::set_intersection(x, y, std::back_inserter(both));
  if (both.size() == x.size() && both.size() == y.size())
    return {.bits = bits_of(both, rarity), .agreement = Agreement::variant, .how = How::order};
  if (!both.empty() && (both.size() == x.size() || both.size() == y.size()))
    return {.bits = bits_of(both, rarity) * 0.4, .agreement = Agreement::partial, .how = How::extra_word};
  return {.bits = -6, .agreement = Agreement::contradiction, .how = How::different};
}

// Hangul against Latin only: other pairs of scripts have no reading in common.
NameMatch across(CompanyName const& a, CompanyName const& b) {
  bool const readable = (a.script == Script::hangul && b.script == Script::latin) ||
                        (b.script == Script::hangul && a.script == Script::latin);
  if (!readable)
    return {};
  auto const bits = a.script == Script::hangul ? company_reading_bits(a, b) : company_reading_bits(b, a);
  if (bits < 4)
    return {.bits = std::min(bits, 0.0), .agreement = Agreement::unknown, .how = How::different};
  return {.bits = bits, .agreement = Agreement::variant, .how = How::transliterated};
}

} // namespace

CompanyName parse_company(std::string_view text) {
  CompanyName name{.written = squeeze(text)};
  auto const folded = without_attached(fold(text), name);
  name.script = script_in(folded);
  auto const plain = spaced(folded);
  for (auto const word : split_words(plain))
    if (!contains(small_words, word))
      name.words.emplace_back(word);
  if (name.words.empty()) // "The And": keep what there is
    for (auto const word : split_words(plain))
      name.words.emplace_back(word);
  take_off_legal_words(name);
  for (auto const& word : name.words)
    name.core += word;
  name.numerals = numerals_in(plain);
  return name;
}

bool is_no_company(CompanyName const& name) { return name.core.size() < 2 || contains(no_company, name.core); }

NameMatch match_companies(CompanyName const& a, CompanyName const& b, Rarity const& rarity) {
  if (a.empty() || b.empty())
    return {};
  if (a.core == b.core)
    return {.bits = bits_of(a.words, rarity), .agreement = Agreement::exact, .how = How::same};
  if (a.numerals != b.numerals && a.script == b.script)
    return {.bits = -8, .agreement = Agreement::contradiction, .how = How::different};
  if (a.script != b.script)
    return across(a, b);
  return same_script(a, b, rarity);
}

bool likely_same(NameMatch const& match) { return match.agreement >= Agreement::variant && match.bits > 3; }

Reason company_reason(NameMatch const& match, CompanyName const& a, CompanyName const& b) {
  return name_reason(match, a.written, b.written, a.script == Script::latin && b.script != Script::latin);
}

} // namespace attache::resolve
