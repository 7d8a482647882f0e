// Two company names of one script, word by word.
#include "resolve/company_forms.h"
#include "resolve/company_name.h"

#include <algorithm>

namespace attache::resolve {
namespace {

bool is_subsequence(std::string_view shorter, std::string_view longer) {
  std::size_t at = 0;
  for (auto const c : longer)
    if (at < shorter.size() && shorter[at] == c)
      ++at;
  return at == shorter.size();
}

struct CompanyLikeness {
  double factor = 0; // share of the word's bits
  How how = How::nothing;
};

// `last`: the word may be cut off after a letter, as lists of shares do. "natl" = national, "pharmac" =
// pharmaceuticals, "trafalgura" ~ trafigura.
CompanyLikeness alike(std::string_view a, std::string_view b, bool last) {
  if (a == b)
    return {1, How::same};
  auto const& shorter = a.size() <= b.size() ? a : b;
  auto const& longer = a.size() <= b.size() ? b : a;
  if (shorter.front() != longer.front() || static_cast<unsigned char>(shorter.front()) >= 0x80)
    return shorter.size() >= 5 && edit_distance(a, b, 1) <= 1 ? CompanyLikeness{0.5, How::typo} : CompanyLikeness{};
  if (longer.starts_with(shorter) && (shorter.size() >= 2 || last))
    return {shorter.size() >= 4 ? 0.85 : 0.6, How::abbreviation};
  auto const limit = longer.size() >= 9 ? 2 : longer.size() >= 4 ? 1 : 0;
  if (limit > 0 && edit_distance(a, b, limit) <= limit)
    return {0.75, How::typo};
  if (shorter.size() >= 2 && shorter.size() <= 5 && shorter.size() < longer.size() && shorter.back() == longer.back() &&
      is_subsequence(shorter, longer))
    return {0.6, How::abbreviation};
  if (shorter.size() >= 5 && is_subsequence(shorter, longer))
    return {0.6, How::abbreviation};
  return {};
}

double company_word_bits(std::string_view word, Rarity const& rarity) {
  auto const common = common_word_bits(word);
  auto const bits = word_bits(rarity, word, false);
  return common > 0 ? std::min(common, bits) : bits + (word.size() > 5 ? 1.5 : 0);
}

struct CompanyAlignment {
  double said = 0, missing_a = 0, missing_b = 0; // bits that agree, and that one side has alone
  bool first = false;                            // both first words agree with each other
  bool apart = false;                            // a word that tells parts of one family apart stands on one side only
  int typos = 0, own_words = 0;                  // agreeing words that are not common ones
  int own_left = 0, trade_left = 0;              // words of one side alone: its own, and of a trade
  std::size_t longest = 0;                       // letters of the longest own word that agrees
  std::size_t left_a = 0, left_b = 0;
  How how = How::order;
};

// Joins "pulte group" to meet "pultegroup".
std::size_t joined_words(std::vector<std::string> const& words, std::size_t from, std::string_view whole) {
  std::string sum;
  for (auto i = from; i < words.size() && sum.size() < whole.size(); ++i) {
    sum += words[i];
    if (sum == whole && i > from)
      return i - from + 1;
  }
  return 0;
}

class CompanyAligner {
public:
  CompanyAligner(CompanyName const& a, CompanyName const& b, Rarity const& rarity)
      : a_(a.words), b_(b.words), used_a_(a.words.size()), used_b_(b.words.size()), rarity_(rarity) {}

  CompanyAlignment align() {
    join(a_, b_, used_a_, used_b_);
    join(b_, a_, used_b_, used_a_);
    for (double const least : {1.0, 0.7, 0.5}) // exact words first, then likely ones
      for (std::size_t i = 0; i < a_.size(); ++i)
        if (!used_a_[i])
          pair(i, least);
    for (std::size_t i = 0; i < a_.size(); ++i)
      if (!used_a_[i])
        miss(a_[i], out_.missing_a, out_.left_a);
    for (std::size_t j = 0; j < b_.size(); ++j)
      if (!used_b_[j])
        miss(b_[j], out_.missing_b, out_.left_b);
    return out_;
  }

private:
  using Words = std::vector<std::string>;

  void join(Words const& parts, Words const& wholes, std::vector<bool>& used_parts, std::vector<bool>& used_wholes) {
    for (std::size_t j = 0; j < wholes.size(); ++j)
      for (std::size_t i = 0; i < parts.size() && !used_wholes[j]; ++i)
        if (auto const count = used_parts[i] ? 0 : joined_words(parts, i, wholes[j]); count > 0) {
          std::fill_n(used_parts.begin() + static_cast<std::ptrdiff_t>(i), count, true);
          used_wholes[j] = true;
          agree(wholes[j], {1, How::order}, i == 0 && j == 0);
        }
  }

  void pair(std::size_t i, double least) {
    CompanyLikeness best;
    std::size_t with = b_.size();
    for (std::size_t j = 0; j < b_.size(); ++j)
      if (auto const found =
              used_b_[j] ? CompanyLikeness{} : alike(a_[i], b_[j], i + 1 == a_.size() || j + 1 == b_.size());
          found.factor >= least && found.factor > best.factor) {
        best = found;
        with = j;
      }
    if (with == b_.size())
      return;
    used_a_[i] = used_b_[with] = true;
    agree(a_[i].size() >= b_[with].size() ? a_[i] : b_[with], best, i == 0 && with == 0);
  }

  void agree(std::string_view word, CompanyLikeness const& likeness, bool first) {
    auto const bits = company_word_bits(word, rarity_);
    out_.said += likeness.factor * bits;
    out_.first = out_.first || first;
    out_.typos += likeness.how == How::typo ? 1 : 0;
    out_.own_words += bits > 4.5 ? 1 : 0;
    out_.longest = std::max(out_.longest, bits > 4.5 ? word.size() : 0);
    if (likeness.how != How::same)
      out_.how = likeness.how;
  }

  void miss(std::string_view word, double& bits, std::size_t& count) {
    if (is_legal_word(word))
      return;
    bits += word.size() == 1 ? 1.0 : company_word_bits(word, rarity_);
    out_.apart = out_.apart || is_distinction(word);
    auto const weight = word.size() > 1 ? company_word_bits(word, rarity_) : 0;
    out_.own_left += weight > 4.5 ? 1 : 0;
    out_.trade_left += weight >= 3 && weight <= 4.5 ? 1 : 0;
    ++count;
  }

  Words const& a_;
  Words const& b_;
  std::vector<bool> used_a_, used_b_;
  Rarity const& rarity_;
  CompanyAlignment out_;
};

bool is_acronym(CompanyName const& a, CompanyName const& b) {
  if (a.words.size() != 1 || b.words.size() < 2 || a.core.size() < 2)
    return false;
  std::string initials;
  for (auto const& word : b.words)
    initials.push_back(word.front());
  return a.core == initials;
}

} // namespace

NameMatch match_company_words(CompanyName const& a, CompanyName const& b, Rarity const& rarity) {
  if (is_acronym(a, b) || is_acronym(b, a))
    return {.bits = 3, .agreement = Agreement::partial, .how = How::abbreviation};
  // One order for both calls: where two alignments are equally good, the first found is taken.
  auto const found = b.words < a.words ? CompanyAligner(b, a, rarity).align() : CompanyAligner(a, b, rarity).align();
  bool const both = found.left_a > 0 && found.left_b > 0;
  auto const bits = std::min(found.said, 22.0) - (both ? 0.9 : 0.45) * (found.missing_a + found.missing_b);
  NameMatch out{.bits = bits, .agreement = Agreement::variant, .how = found.how};
  if (found.left_a + found.left_b > 0 && out.how == How::order)
    out.how = How::extra_word;
  auto const left = found.left_a + found.left_b;
  if ((found.own_words == 0 && left > 0) || (!found.first && left > 0) || bits < 1.5 ||
      found.typos > (left == 0 ? 2 : 1))
    return {.bits = std::min(bits, found.said > 0 ? -2.0 : -6.0),
            .agreement = Agreement::contradiction,
            .how = How::different};
  constexpr std::size_t rare = 8; // letters: a long word is seldom borne by two
  bool const family = found.own_words < 2 && (found.own_left > 0 || (found.trade_left > 0 && found.longest < rare));
  if (found.apart || both || family) // "Hanbit" and "Hanbit Display"
    return {.bits = found.apart ? std::min(bits, 0.0) : bits, .agreement = Agreement::partial, .how = How::extra_word};
  return out;
}

} // namespace attache::resolve
