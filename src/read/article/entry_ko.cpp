#include "read/article/entry_names.h"

#include "base/unicode.h"
#include "read/article/entry_words.h"
#include "read/article/lexicon.h"
#include "read/article/names.h"

#include <algorithm>

namespace attache::read::press {
namespace {

using Tokens = std::vector<Token>;

bool polite(std::string_view ending) { return ending == "님" || ending == "씨"; }

// 홍보팀, 강남역, 박사님: no name ends so.
bool never_ends(std::string_view word) {
  static Pattern const ending{R"((?:팀|측|처|님|역)$)"};
  return ending.found(word);
}

// 송년회, 공정위, 예산안: so do words for gatherings, offices and drafts, and some names too.
bool may_be_noun(std::string_view word) {
  static Pattern const ending{R"((?:회|위|부|안|장|국|실|관|사|점|청|단|서|비|표|식|법)$)"};
  return ending.found(word);
}

// 김대리: a family name and a rank, written as one word.
bool is_ranked(std::string_view word) {
  static Pattern const rank{
      R"(^..?(?:대리|부장|과장|차장|팀장|사원|주임|계장|국장|실장|기자|판사|검사|의원|위원|교수|박사|소장|센터장)$)"};
  return rank.found(word);
}

struct Reader {
  std::string_view text;
  Tokens tokens;
  std::vector<Sighting> seen;
  std::vector<Named> found;

  [[nodiscard]] std::string_view word(std::size_t at) const {
    return at < tokens.size() ? cut(text, tokens[at].span) : std::string_view{};
  }

  // The name that begins the word at `at`, what follows it left off; empty if it begins with none.
  [[nodiscard]] Span name_at(std::size_t at) const {
    auto const span = tokens[at].span;
    for (auto const end : {span.size(), span.size() - particle_length(word(at)), std::size_t{9}, std::size_t{12}}) {
      auto const name = word(at).substr(0, std::min(end, span.size()));
      auto const rest = word(at).substr(name.size());
      auto const fits =
          rest.empty() || polite(rest) || particle_length(rest) == rest.size() ||
          (rest.size() > 3 && polite(rest.substr(0, 3)) && particle_length(rest.substr(3)) == rest.size() - 3);
      if (fits && korean_name(name) && !ko_titles().has(name) && !never_ends(name) && !ko_meeting_ending().found(name))
        return {span.begin, span.begin + name.size()};
    }
    return {};
  }

  [[nodiscard]] bool is_meeting(std::size_t at) const {
    auto const stem = word(at).substr(0, word(at).size() - particle_length(word(at)));
    return ko_meeting_words().has(word(at)) || ko_meeting_words().has(stem) || ko_meeting_ending().found(word(at)) ||
           (at < tokens.size() && tokens[at].word && meeting_words().has(tokens[at].low));
  }

  // A three-syllable word alone may be anything; beside "오찬", with 님 or 와, or in a list with others it is a name.
  [[nodiscard]] bool stands_as_name(std::size_t at, Span name) const {
    auto const ending = word(at).substr(name.size());
    static Words const with{"와|과|랑|이랑|님|씨|님과|씨와|님과의|씨와의|와의|과의|께"};
    if (with.has(ending) || is_meeting(at + 1) || (at > 0 && is_meeting(at - 1)))
      return true;
    auto const mark = [&](std::size_t i) {
      return word(i) == "," || word(i) == "·" || word(i) == "/" || word(i) == ":";
    };
    auto const before = at > 0 && mark(at - 1), after = mark(at + 1);
    auto const bracket = at > 0 && word(at - 1) == "(" && (word(at + 1) == ")" || after);
    auto const beside = [&](std::size_t i) { return i < tokens.size() && tokens[i].word && !name_at(i).empty(); };
    return bracket || word(at + 1) == "(" || (before && at > 1 && (beside(at - 2) || is_meeting(at - 2))) ||
           (after && beside(at + 2));
  }

  void by_title() {
    Sentence const sentence{.span = {0, text.size()}, .korean = true};
    for (auto const& one : sight_korean(text, sentence, 0))
      if (one.thing == Thing::person && has_hangul(cut(text, one.name)))
        found.push_back({one.name, one.title, one.where, one.confidence});
      else if (one.thing == Thing::organisation)
        seen.push_back(one);
  }

  void by_shape() {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (!tokens[at].word)
        continue;
      auto const name = name_at(at);
      auto const taken = std::ranges::any_of(found, [&](Named const& one) { return one.name.overlaps(name); });
      if (name.empty() || taken || !stands_as_name(at, name))
        continue;
      auto const words = cut(text, name);
      found.push_back({name, {}, employer(at), is_ranked(words) ? 0.5 : may_be_noun(words) ? 0.55 : 0.7});
    }
  }

  // "삼성전자 이재용", "이재용(삼성전자)".
  [[nodiscard]] Span employer(std::size_t at) const {
    auto const is_organisation = [&](std::size_t i) -> Span {
      if (i >= tokens.size())
        return {};
      auto const found_one =
          std::ranges::find_if(seen, [&](Sighting const& one) { return one.name.overlaps(tokens[i].span); });
      return found_one == seen.end() ? Span{} : found_one->name;
    };
    if (word(at + 1) == "(")
      return is_organisation(at + 2);
    return at > 0 ? is_organisation(at - 1) : Span{};
  }
};

} // namespace

std::vector<Named> korean_guests(std::string_view text) {
  Reader reader{text, tokenize(text, {0, text.size()}), {}, {}};
  reader.by_title();
  reader.by_shape();
  return reader.found;
}

} // namespace attache::read::press
