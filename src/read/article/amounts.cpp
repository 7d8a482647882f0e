// Durations and sums of money.
#include "read/article/pattern.h"
#include "read/article/when.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace attache::read::press {

namespace {

double decimal(std::string_view words) {
  std::string digits{words};
  std::erase(digits, ',');
  return std::strtod(digits.c_str(), nullptr);
}

int english_count(std::string_view word) {
  static Words const numbers{
      "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"};
  auto const& list = numbers.listed();
  auto const found = std::ranges::find(list, lower(word));
  if (found != list.end())
    return static_cast<int>(found - list.begin());
  return lower(word) == "a" ? 1 : static_cast<int>(std::min(decimal(word), 400.0));
}

std::vector<When> english_durations(std::string_view text, Span within) {
  static Pattern const pattern{
      R"((?i)\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a)(?:-| |-?plus )(day|night|week|month)s?(?:-long)?\b(?! ago| later| earlier| before| after))"};
  std::vector<When> found;
  for (auto const& m : pattern.all(text, within)) {
    auto const n = english_count(cut(text, m[1]));
    auto const unit = lower(cut(text, m[2]));
    int const days = unit == "week" ? 7 * n : unit == "month" ? 30 * n : unit == "night" ? n + 1 : n;
    bool const single = cut(text, m[1]) == "a" || cut(text, m[1]) == "A";
    if (days > 0 && !(single && unit == "day"))
      found.push_back({.span = m[0], .from = {}, .to = {}, .derived = unit != "day", .days = days});
  }
  return found;
}

int korean_days(std::string_view word) {
  static Words const names{"하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘"};
  auto const& list = names.listed();
  if (auto const found = std::ranges::find(list, word); found != list.end())
    return static_cast<int>(found - list.begin()) + 1;
  return word.starts_with("보름") ? 15 : word.starts_with("일주일") ? 7 : word.starts_with("한 달") ? 30 : 0;
}

std::vector<When> korean_durations(std::string_view text, Span within) {
  static Pattern const counted{
      R"((?<![\d.])(?:(\d{1,2})박\s?(\d{1,3})일|(\d{1,3})(일|주|개월)\s?(?:간|동안|짜리)|(\d{1,3})일(?=의 (?:출장|일정)))(?![가-힣]*만에))"};
  static Pattern const named{
      R"((하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|일주일|한 달)(?:간|\s?동안|의|\s일정|에 걸쳐)(?=[^가-힣]|[가-힣]))"};
  std::vector<When> found;
  for (auto const& m : counted.all(text, within)) {
    auto const n = static_cast<int>(decimal(cut(text, !m[2].empty() ? m[2] : !m[3].empty() ? m[3] : m[5])));
    auto const unit = cut(text, m[4]);
    int const days = unit == "주" ? 7 * n : unit == "개월" ? 30 * n : n;
    if (days > 0)
      found.push_back({.span = m[0], .from = {}, .to = {}, .derived = !unit.empty() && unit != "일", .days = days});
  }
  for (auto const& m : named.all(text, within))
    if (auto const days = korean_days(cut(text, m[1])); days > 0)
      found.push_back({.span = m[0], .from = {}, .to = {}, .derived = false, .days = days});
  std::ranges::sort(found, [](When const& a, When const& b) { return a.span.begin < b.span.begin; });
  return found;
}

double scale(std::string_view word) {
  auto const w = lower(word);
  if (w.starts_with("trillion") || w == "tn")
    return 1e12;
  if (w.starts_with("billion") || w == "bn" || w == "b")
    return 1e9;
  if (w.starts_with("million") || w == "mn" || w == "m")
    return 1e6;
  return w.starts_with("thousand") || w == "k" ? 1e3 : 1;
}

std::string currency(std::string_view sign, std::string_view word) {
  static constexpr std::pair<std::string_view, std::string_view> table[] = {
      {"US$", "USD"},  {"$", "USD"},      {"€", "EUR"},    {"£", "GBP"},    {"¥", "JPY"},
      {"₩", "KRW"},    {"dollar", "USD"}, {"won", "KRW"},  {"euro", "EUR"}, {"yen", "JPY"},
      {"yuan", "CNY"}, {"pound", "GBP"},  {"usd", "USD"},  {"krw", "KRW"},  {"달러", "USD"},
      {"원", "KRW"},   {"엔", "JPY"},     {"위안", "CNY"}, {"유로", "EUR"}, {"파운드", "GBP"}};
  auto const w = lower(word);
  for (auto const& [key, code] : table)
    if (sign == key || (!w.empty() && w.starts_with(key)))
      return std::string{code};
  return {};
}

std::vector<Money> english_sums(std::string_view text, Span within) {
  static Pattern const pattern{
      R"((?i)(US\$|[$€£¥₩])\s?(\d[\d,]*(?:\.\d+)?)(?:[ -]?(trillion|billion|million|thousand|tn|bn|mn|[bmk])\b)?|\b(\d[\d,]*(?:\.\d+)?) (trillion|billion|million|thousand)?\s?(dollars?|won|euros?|yen|yuan|pounds?|USD|KRW)\b)"};
  std::vector<Money> found;
  for (auto const& m : pattern.all(text, within)) {
    bool const signed_ = !m[1].empty();
    auto const amount = decimal(cut(text, m[signed_ ? 2 : 4])) * scale(cut(text, m[signed_ ? 3 : 5]));
    found.push_back({.span = m[0], .amount = amount, .currency = currency(cut(text, m[1]), cut(text, m[6]))});
  }
  return found;
}

// 5329억 달러, 1조 2000억원, 50만 달러, 3조5천억 원.
std::vector<Money> korean_sums(std::string_view text, Span within) {
  static Pattern const pattern{
      R"((?<![\d.,])(?:(\d[\d,]*(?:\.\d+)?)\s?조)?\s?(?:(\d[\d,]*(?:\.\d+)?)(천|백)?\s?억)?\s?(?:(\d[\d,]*(?:\.\d+)?)(천|백)?\s?만)?\s?(\d[\d,]*)?\s?(달러|원|엔|위안|유로|파운드))"};
  std::vector<Money> found;
  auto const part = [&](Span number, Span word, double unit) {
    auto const w = cut(text, word);
    return number.empty() ? 0.0 : decimal(cut(text, number)) * (w == "천" ? 1e3 : w == "백" ? 1e2 : 1) * unit;
  };
  for (auto const& m : pattern.all(text, within)) {
    auto const amount = part(m[1], {}, 1e12) + part(m[2], m[3], 1e8) + part(m[4], m[5], 1e4) + part(m[6], {}, 1);
    auto const span = trim(text, m[0]);
    if (amount > 0 && std::isfinite(amount))
      found.push_back({.span = span, .amount = amount, .currency = currency({}, cut(text, m[7]))});
  }
  return found;
}

} // namespace

std::vector<When> durations(std::string_view text, Span within, bool korean) {
  return korean ? korean_durations(text, within) : english_durations(text, within);
}

std::vector<Money> sums(std::string_view text, Span within, bool korean) {
  auto found = korean ? korean_sums(text, within) : std::vector<Money>{};
  auto const english = english_sums(text, within);
  found.insert(found.end(), english.begin(), english.end());
  return found;
}

} // namespace attache::read::press
