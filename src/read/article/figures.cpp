// Sums of money that say something about an organisation.
#include "read/article/frame.h"
#include "read/article/pattern.h"
#include "read/article/scene.h"
#include "read/article/when.h"

#include <algorithm>

namespace attache::read::press {

namespace {

struct Kind {
  char const* name;
  Pattern cue;
};

std::vector<Kind> const& kinds() {
  static std::vector<Kind> const table = {
      {"market_cap",
       Pattern{
           R"((?i)\b(?:market cap\w*|market value|capitali[sz]ation|valu(?:ed|ation|ing)|worth|most valuable)\b|시가총액|시총|기업\s?가치|몸값)"}},
      {"fund_size", Pattern{R"((?i)\b(?:[\w-]+ )?fund\b|펀드|기금)"}},
      {"revenue", Pattern{R"((?i)\b(?:revenues?|sales|turnover)\b|매출)"}},
      {"investment",
       Pattern{R"((?i)\b(?:invest\w*|pour\w*|inject\w*|stake|commit\w*|spend\w*|pledg\w*)\b|투자|출자|투입)"}},
      {"deal",
       Pattern{
           R"((?i)\b(?:deal|contract|order|acqui\w+|purchas\w*|buy\w*|bought|agreement|merger|takeover)\b|계약|수주|인수|거래)"}},
  };
  return table;
}

struct Reader {
  Story& story;
  std::size_t index;
  Sentence sentence;

  [[nodiscard]] std::string const& text() const { return story.document.text; }

  // The part of the sentence that speaks of one sum: from the last sum to the end of the clause after this one.
  [[nodiscard]] Span clause(Span sum, std::size_t floor) const {
    static Pattern const stop{R"([;.“”"]|, (?:while|and|but)|(?:이며|이고|으로|이다|로),?\s)"};
    auto const m = stop.first(text(), {sum.end, sentence.span.end});
    return {floor, m ? (*m)[0].begin : sentence.span.end};
  }

  // The cue nearest to the sum, in its own clause first, else the kind of the sum before it.
  [[nodiscard]] std::string kind(Span part, Span sum, std::string const& last) const {
    std::string best;
    std::size_t least = 200;
    for (auto const& kind : kinds())
      for (auto const& m : kind.cue.all(text(), part)) {
        auto const gap = m[0].end <= sum.begin   ? sum.begin - m[0].end
                         : m[0].begin >= sum.end ? m[0].begin - sum.end
                                                 : 0;
        if (gap < least) {
          least = gap;
          best = kind.name;
        }
      }
    static Pattern const rank{R"((?i)\b(?:ranks?|second|third|fourth|fifth|followed|trails?|comes)\b|위|뒤를|번째)"};
    return best.empty() && rank.first(text(), part) ? last : best;
  }

  // Whose sum it is: the subject of its part, that is the first organisation after a break, else the last one before.
  [[nodiscard]] std::size_t owner(Span part, Span sum, std::string const& kind) const {
    auto before = mentions_in(story, {part.begin, sum.begin}, Thing::organisation);
    auto const after = mentions_in(story, {sum.end, part.end}, Thing::organisation);
    std::erase_if(before, [&](Mention const* m) { return aside(*m, part); });
    if (kind == "investment" && !after.empty())
      return after.back()->who;
    if (kind == "fund_size" && !after.empty() && before.empty())
      return after.front()->who;
    if (!before.empty())
      return before.front()->who;
    if (!after.empty() && kind != "market_cap")
      return after.front()->who;
    auto const people = mentions_in(story, {sentence.span.begin, sum.begin}, Thing::person);
    if (!people.empty() && people.back()->who != nobody)
      return employer(people.back()->who);
    auto const earlier = mentions_in(story, {sentence.span.begin, part.begin}, Thing::organisation);
    return earlier.empty() ? spoken_of() : earlier.front()->who;
  }

  // "The chipmaker's revenue", "Its value": the company that the sentence before began with.
  [[nodiscard]] std::size_t spoken_of() const {
    static Pattern const again{
        R"(^(?:The (?:[\w-]+ ){0,2}(?:company|firm|group|chipmaker|carmaker|automaker|startup|bank|giant|maker)|Its?)\b|^(?:회사|이 회사|이 기업|그룹))"};
    if (index == 0 || !again.first(text(), sentence.span))
      return nobody;
    auto const before = mentions_in(story, story.document.sentences[index - 1].span, Thing::organisation);
    for (auto const* m : before)
      if (!inside_person(story, *m))
        return m->who;
    return nobody;
  }

  // "which counts A and B among its customers", "A와 B를 고객사로 둔": named in passing.
  [[nodiscard]] bool aside(Mention const& m, Span part) const {
    static Pattern const relative{
        R"(,\s(?:which|who|whose|where)\b[^,]*(?:,|$)|[^,.]{0,60}(?:고객사로 둔|창업한|설립한|경쟁하는|뒤쫓는|추격하는|의 경쟁사인|경쟁사인)\s)"};
    return std::ranges::any_of(relative.all(text(), part), [&](Match const& r) { return r[0].holds(m.span); }) ||
           inside_person(story, m);
  }

  [[nodiscard]] std::size_t employer(std::size_t person) const {
    for (auto const i : story.people[person].mentions) {
      auto const sighting = story.mentions[i].sighting;
      if (sighting == nobody)
        continue;
      auto const orgs = mentions_in(story, story.sightings[sighting].where, Thing::organisation);
      if (!orgs.empty())
        return orgs.front()->who;
    }
    return nobody;
  }

  void keep(Money const& sum, std::string const& kind, std::size_t of, Span part) {
    Amount amount{
        .kind = kind, .of = of, .money = sum, .sentence = index, .quote = quote(part, sum.span), .confidence = 0.75};
    amount.attribution =
        sentence.korean ? korean_attribution(story, index, sum.span) : english_attribution(story, index, sum.span);
    static Pattern const plan{
        R"((?i)\b(?:will|would|plan\w*|expect\w*|up to|to invest|intend\w*|target\w*|aims?|agreed to|pledg\w*|due to|set to)\b|예정|계획|방침|전망|목표|기로 했|할 것)"};
    static Pattern const maybe{
        R"((?i)\b(?:may|might|could|consider\w*|possible|potential|likely|if|whether|seek\w*)\b|가능성|검토|추진)"};
    static Pattern const no{R"((?i)\b(?:not|never|denied|n['’]t)\b|않|아니|부인|무산)"};
    amount.realis = no.first(text(), part)      ? Realis::denied
                    : maybe.first(text(), part) ? Realis::possible
                    : plan.first(text(), part)  ? Realis::planned
                                                : Realis::asserted;
    if (kind == "market_cap" && amount.realis == Realis::planned)
      amount.realis = Realis::asserted;
    settle(amount.realis, amount.attribution);
    story.amounts.push_back(std::move(amount));
  }

  [[nodiscard]] Span quote(Span part, Span sum) const {
    auto begin = sum.begin;
    for (auto const& kind : kinds())
      for (auto const& m : kind.cue.all(text(), part))
        begin = std::min(begin, m[0].begin);
    if (sentence.korean)
      begin = std::max(part.begin, begin);
    static Pattern const word{R"(^\)?)"};
    auto const tail = word.first(text(), {sum.end, sentence.span.end});
    return trim(text(), {begin, std::max(tail ? (*tail)[0].end : sum.end, cue_end(part, sum))}, ",; ");
  }

  [[nodiscard]] std::size_t cue_end(Span part, Span sum) const {
    auto end = sum.end;
    for (auto const& kind : kinds())
      for (auto const& m : kind.cue.all(text(), {sum.end, part.end}))
        end = std::max(end, m[0].end);
    return end;
  }
};

} // namespace

void read_amounts(Story& story, std::size_t index) {
  Reader reader{story, index, story.document.sentences[index]};
  auto floor = reader.sentence.span.begin;
  bool const near = story.last_kind_at != nobody && index - story.last_kind_at <= 1;
  auto last = near ? story.last_kind : std::string{};
  for (auto const& sum : sums(story.document.text, reader.sentence.span, reader.sentence.korean)) {
    auto const part = reader.clause(sum.span, floor);
    auto const kind = reader.kind(part, sum.span, last);
    auto const of = kind.empty() ? nobody : reader.owner(part, sum.span, kind);
    if (of != nobody)
      reader.keep(sum, kind, of, part);
    last = kind;
    floor = sum.span.end;
    story.last_kind = kind;
    story.last_kind_at = index;
  }
}

} // namespace attache::read::press
