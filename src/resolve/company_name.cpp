#include "resolve/company_name.h"

#include "base/unicode.h"
#include "resolve/company_cross.h"
#include "resolve/company_forms.h"
#include "resolve/fold.h"
#include "resolve/name_model.h"
#include "resolve/table.h"

#include <algorithm>

namespace attache::resolve {
namespace {

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

void take_off(CompanyName& name, std::size_t at) {
  name.legal_forms.push_back(name.words[at]);
  name.words.erase(name.words.begin() + static_cast<std::ptrdiff_t>(at));
}

// "Munters Group AB Munters Group": a list of shares repeats the name after its legal form.
void drop_repetition(std::vector<std::string>& words) {
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (words[i] == words.front() && is_legal_word(words[i - 1])) {
      words.resize(i);
      return;
    }
}

// A legal form, one that a list has cut off ("limite"), or what it adds after it ("Inc. A", "new").
bool ends_in_form(std::vector<std::string> const& words) {
  auto const& last = words.back();
  auto const cut_off = [&](std::string_view form, std::size_t least) {
    return last.size() >= least && form.starts_with(last);
  };
  bool const after_form = words.size() > 2 && is_legal_word(words[words.size() - 2]);
  return is_legal_word(last) || cut_off("limited", 2) || cut_off("incorporated", 2) || cut_off("corporation", 3) ||
         cut_off("company", 3) || (words.size() > 2 && last == "new") || (after_form && last.size() == 1);
}

void take_off_legal_words(CompanyName& name) {
  shorten_phrases(name.words);
  drop_repetition(name.words);
  name.words.resize(listing_begins(name.words));
  while (name.words.size() > 1 && ends_in_form(name.words))
    take_off(name, name.words.size() - 1);
  while (name.words.size() > 1 && is_leading_form(name.words.front()))
    take_off(name, 0);
}

// "KohYoungTechnologyInc." is four words; short ones ("LinkedIn") stay whole.
std::string without_camel_case(std::string_view text) {
  constexpr std::size_t long_word = 12;
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    auto const to = std::min(text.find(' ', from), text.size());
    for (auto i = from; i < to; ++i) {
      bool const lower_before = i > from && text[i - 1] >= 'a' && text[i - 1] <= 'z';
      if (to - from >= long_word && lower_before && text[i] >= 'A' && text[i] <= 'Z')
        out += ' ';
      out += text[i];
    }
    out += ' ';
    from = to + 1;
  }
  return out;
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

// Numbers, and the Roman ones of series and funds.
std::vector<std::string> numerals_of(std::vector<std::string> const& words) {
  constexpr std::string_view roman[] = {"ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xv", "xx"};
  std::vector<std::string> out;
  for (auto const& word : words) {
    std::string digits;
    for (auto const c : word)
      if (c >= '0' && c <= '9')
        digits.push_back(c);
    if (!digits.empty())
      out.push_back(std::move(digits));
    else if (contains(roman, word))
      out.push_back(word);
  }
  return out;
}

double bits_of(std::vector<std::string> const& words, Rarity const& rarity) {
  double bits = 0;
  for (auto const& word : words)
    bits += word_bits(rarity, word, false);
  return std::min(bits, 20.0);
}

// Hangul against Latin only: other pairs of scripts have no reading in common.
NameMatch across(CompanyName const& a, CompanyName const& b, NameModel const* learnt) {
  bool const readable = (a.script == Script::hangul && b.script == Script::latin) ||
                        (b.script == Script::hangul && a.script == Script::latin);
  if (!readable)
    return {};
  auto const& readings = company_readings(learnt);
  auto const bits =
      a.script == Script::hangul ? company_reading_bits(a, b, readings) : company_reading_bits(b, a, readings);
  if (bits < 4)
    return {.bits = std::clamp(bits, -10.0, 0.0), .agreement = Agreement::unknown, .how = How::different};
  return {.bits = std::min(bits, 24.0), .agreement = Agreement::variant, .how = How::transliterated};
}

} // namespace

CompanyName parse_company(std::string_view text) {
  CompanyName name{.written = squeeze(text)};
  auto const folded = without_attached(fold(without_camel_case(text)), name);
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
  name.numerals = numerals_of(name.words);
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
    return across(a, b, rarity.learnt);
  return match_company_words(a, b, rarity);
}

Reason company_reason(NameMatch const& match, CompanyName const& a, CompanyName const& b) {
  return name_reason(match, a.written, b.written, a.script == Script::latin && b.script != Script::latin);
}

} // namespace attache::resolve
