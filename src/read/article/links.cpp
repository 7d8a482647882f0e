// Relations between organisations, and founders.
#include "read/article/frame.h"
#include "read/article/pattern.h"
#include "read/article/scene.h"

#include <algorithm>

namespace attache::read::press {

namespace {

// Which side of a phrase the subject of the relation stands on.
enum class Order : std::uint8_t { forward, backward };

struct Rule {
  char const* property;
  Pattern pattern; // its groups 1 and 2 hold the organisations (or people) of either side
  Order order = Order::forward;
  bool founder = false;
};

std::vector<Rule> const& english() {
  static std::vector<Rule> const table = {
      {"customer_of",
       Pattern{
           R"(([^;“”"]{2,50}), (?:which|whose) (?:counts|lists|has|numbers) ([^;“”"]{2,80}?) (?:among|as) (?:its )?(?:\w+ ){0,3}(?:customers|clients)\b)"},
       Order::backward},
      {"customer_of",
       Pattern{
           R"(([^;“”"]{2,50}?)(?:, whose|['’]s|, with) (?:[\w-]+ ){0,3}(?:customers|clients) (?:include|are|such as|like|including) ([^;“”"]{2,80}))"},
       Order::backward},
      {"customer_of",
       Pattern{
           R"(([^;“”"]{2,50}?) (?:is|are|was|became|, )\s?(?:a|an|one of|the)? ?(?:\w+ ){0,3}(?:customers?|clients?|buyers?) (?:of|for) ([^;“”"]{2,50}))"},
       Order::forward},
      {"supplier_of",
       Pattern{
           R"(([^;“”"]{2,90}?) (?:supply|supplies|supplied|supplying|to supply|provide|provides|delivers?|ships?) (?:[^;“”"]{0,60}? )?to ([^;“”"]{2,90}))"},
       Order::forward},
      {"supplier_of",
       Pattern{
           R"(([^;“”"]{2,50}?)(?: is|, )\s?(?:a|an|one of|the)? ?(?:\w+ ){0,3}suppliers? (?:of|for|to) ([^;“”"]{2,50}))"},
       Order::forward},
      {"competitor_of",
       Pattern{
           R"(([^;,“”"]{2,50})['’]s (?:\w+ ){0,3}(?:competitors?|rivals?),? (?:such as |like |including )?([^;“”"]{2,60}))"},
       Order::backward},
      {"competitor_of",
       Pattern{
           R"(([^;“”"]{2,50}?),? (?:which |that |who )?(?:is|are|was)?,? ?(?:a|an|the|its|one of)? ?(?:[\w-]+ ){0,3}(?:competitors?|rivals?) (?:of|to|with) ([^;“”"]{2,60}))"},
       Order::forward},
      {"competitor_of",
       Pattern{
           R"(([^;“”"]{2,90}?) (?:compet(?:es|e|ed|ing)|vies|vying) (?:\w+ ){0,4}?(?:with|against) ([^;“”"]{2,60}))"},
       Order::forward},
      {"owner_of",
       Pattern{R"(([^;“”"]{2,70}?) (?:owns|acquired|bought|took over|has acquired|controls) ([^;“”"]{2,60}))"},
       Order::forward},
      {"owner_of",
       Pattern{
           R"(([^;“”"]{2,50}?)(?:, | is )(?:a|the|an) (?:[\w-]+ ){0,3}(?:subsidiary|unit|affiliate|division) of ([^;“”"]{2,60}))"},
       Order::backward},
      {"owner_of", Pattern{R"(([^;“”"]{2,50}?),? (?:which is )?(?:owned|acquired) by ([^;“”"]{2,60}))"},
       Order::backward},
      {"partner_of",
       Pattern{
           R"(([^;“”"]{2,120}?) (?:announced|announce|formed|form|signed|sign|struck|agreed on|agreed to|set up|establish(?:ed)?|entered|forged|have|has) (?:an? |the )?(?:[\w-]+ ){0,6}?(?:partnership|alliance|joint venture|memorandum of understanding|MOU|cooperation agreement|collaboration|tie-up)(?: \([A-Z]+\))?(?: (?:with|between) ([^;“”"]{2,80}))?)"},
       Order::forward},
      {"partner_of",
       Pattern{
           R"(([^;“”"]{2,90}?) (?:partnered|teamed up|joined forces|partners|will partner|to partner|team up) with ([^;“”"]{2,80}))"},
       Order::forward},
      {"founder_of",
       Pattern{
           R"(([^;“”"]{2,90}?),? (?:which was |that was |was |a \w+ )?(?:co-)?founded (?:in \d{4} )?by ([^;“”"]{2,70}))"},
       Order::backward, true},
      {"founder_of",
       Pattern{
           R"(([^;,“”"]{2,40}?)(?: (?:co-)?founded |, (?:who (?:co-)?founded|the (?:co-)?founder of|(?:co-)?founder of|founder and \w+ of) )([^;,“”"]{2,60}))"},
       Order::forward, true},
  };
  return table;
}

std::vector<Rule> const& korean() {
  static std::vector<Rule> const table = {
      {"customer_of",
       Pattern{
           R"(([가-힣A-Za-z0-9·, ()]{2,40}?)(?:을|를) (?:주요 |핵심 |최대 )?고객사?로 (?:둔|두고 있는|확보한) ([가-힣A-Za-z0-9]{2,20}))"},
       Order::forward},
      {"customer_of",
       Pattern{R"(([가-힣A-Za-z0-9]{2,20})의 (?:주요 |핵심 |최대 |대형 )?고객(?:사)?인 ([가-힣A-Za-z0-9·, ]{2,30}))"},
       Order::backward},
      {"competitor_of",
       Pattern{
           R"(([가-힣A-Za-z0-9]{2,20})의 (?:주요 |최대 |강력한 )?(?:경쟁사|경쟁업체|라이벌|맞수)인? ([가-힣A-Za-z0-9]{2,20}))"},
       Order::backward},
      {"competitor_of",
       Pattern{
           R"(([가-힣A-Za-z0-9]{2,20})(?:은|는|이|가)? ?([가-힣A-Za-z0-9]{2,20})(?:과|와) (?:[가-힣]+ ){0,3}경쟁(?:하|을))"},
       Order::forward},
      {"competitor_of",
       Pattern{
           R"(([가-힣A-Za-z0-9]{2,20})(?:과|와) [^.“”"]{0,30}?(?:경쟁(?:하는|하고 있는|을 벌이는|관계(?:인|에 있는))|다투는|맞붙는) ([가-힣A-Za-z0-9]{2,20}))"},
       Order::forward},
      {"competitor_of",
       Pattern{R"((?:경쟁사|경쟁업체|라이벌)인 ([가-힣A-Za-z0-9]{2,20})(?:과|와|은|는|이|가|을|를|의)?)"},
       Order::backward},
      {"supplier_of",
       Pattern{
           R"(([가-힣A-Za-z0-9]{2,20})(?:은|는|이|가) [^.“”"]{0,40}?([가-힣A-Za-z0-9·, ]{2,40}?)(?:에|에게) [^.“”"]{0,40}?(?:공급하|납품하|공급할|납품할|공급했|납품했))"},
       Order::forward},
      {"owner_of",
       Pattern{
           R"(([가-힣A-Za-z0-9]{2,20})(?:은|는|이|가) [^.“”"]{0,30}?([가-힣A-Za-z0-9]{2,20})(?:을|를) (?:\S+ )?인수(?:했|한|하))"},
       Order::forward},
      {"owner_of", Pattern{R"(([가-힣A-Za-z0-9]{2,20})의? 자회사인? ([가-힣A-Za-z0-9]{2,20}))"}, Order::forward},
      {"partner_of",
       Pattern{
           R"(([가-힣A-Za-z0-9·, ]{2,40}?)(?:은|는|이|가) (?:[가-힣0-9]+ ){0,3}?([가-힣A-Za-z0-9]{2,20})(?:과|와) [^.“”"]{0,50}?(?:업무협약|양해각서|MOU|파트너십|제휴|합작|합작사|합작법인|동맹|협력 계약)(?:\([A-Z]+\))?(?:을|를)? ?(?:[가-힣]+ )?(?:맺|체결|설립|세우|발표|구축))"},
       Order::forward},
      {"partner_of",
       Pattern{
           R"(([가-힣A-Za-z0-9]{2,20})(?:은|는|이|가|과|와) ?([가-힣A-Za-z0-9·, ]{2,40}?)(?:과|와|의|은|는|이|가)? [^.“”"]{0,50}?(?:업무협약|양해각서|MOU|파트너십|제휴|합작|합작사|합작법인|동맹|협력 계약)(?:\([A-Z]+\))?(?:을|를)? ?(?:[가-힣]+ )?(?:맺|체결|설립|세우|발표|구축))"},
       Order::forward},
      {"founder_of",
       Pattern{R"(([가-힣A-Za-z ]{2,20})(?:이|가) (?:공동 )?(?:창업|설립|창립)한 ([가-힣A-Za-z0-9]{2,20}))"},
       Order::forward, true},
      {"founder_of",
       Pattern{R"(([가-힣A-Za-z0-9]{2,20})(?:의)? (?:공동 ?)?(?:창업자|창업주|설립자)인? ([가-힣A-Za-z ]{2,20}))"},
       Order::backward, true},
  };
  return table;
}

struct Reader {
  Story& story;
  std::size_t index;
  Sentence sentence;

  [[nodiscard]] std::string const& text() const { return story.document.text; }

  void keep(char const* property, std::size_t from, std::size_t to, Span quote, bool founder) {
    if (from == nobody || to == nobody || (!founder && from == to))
      return;
    auto const same = [&](Link const& l) { return l.property == property && l.from == from && l.to == to; };
    if (std::ranges::any_of(story.links, same))
      return;
    Link link{.property = property,
              .from = from,
              .to = to,
              .sentence = index,
              .quote = trim(text(), quote, ",;:.\" "),
              .confidence = 0.75};
    link.attribution =
        sentence.korean ? korean_attribution(story, index, quote) : english_attribution(story, index, quote);
    link.realis = stand(sentence.korean ? Span{quote.begin, sentence.span.end} : quote);
    settle(link.realis, link.attribution);
    story.links.push_back(std::move(link));
  }

  // A state is asserted unless its words are modal.
  [[nodiscard]] Realis stand(Span quote) const {
    static Pattern const plan{
        R"((?i)\b(?:will|would|expect\w*|plan\w*|schedul\w+|set to|due to|agreed to|to be|intend\w*)\b|예정|계획|방침|기로 했|기로 합의|할 것|전망)"};
    static Pattern const maybe{
        R"((?i)\b(?:may|might|could|consider\w*|seek\w*|hop\w+|possible|potential|likely|talks to|if|whether|explor\w+)\b|가능성|검토|추진|모색|희망|수도)"};
    static Pattern const no{R"((?i)\b(?:not|never|no longer|denied|n['’]t)\b|않|아니|부인|무산)"};
    if (no.first(text(), quote))
      return Realis::denied;
    if (maybe.first(text(), quote))
      return Realis::possible;
    return plan.first(text(), quote) ? Realis::planned : Realis::asserted;
  }

  // The organisations of one side. One that stands alone before its verb is the nearest; a list keeps all of it.
  [[nodiscard]] std::vector<std::size_t> side(Span region, bool nearest_to_end) const {
    std::vector<std::size_t> found;
    auto all = mentions_in(story, region, Thing::organisation);
    static Pattern const apposition{R"(,\s(?:an?|the|which|who|whose|one)\s[^,]*,)"};
    auto const passing = nearest_to_end
                             ? apposition.all(text(), {region.begin, std::min(sentence.span.end, region.end + 1)})
                             : std::vector<Match>{};
    std::erase_if(all, [&](Mention const* m) {
      return inside_person(story, *m) || std::ranges::any_of(passing, [&](Match const& p) {
               return p[0].holds(m->span) && p[0].begin > region.begin;
             });
    });
    for (std::size_t i = 0; i < all.size(); ++i) {
      static Pattern const linked{R"(^\s*(?:\([^)]*\))?\s*(?:,|,? and|&|·|과|와|및|,? or)\s*(?:the )?$)"};
      bool const chained = nearest_to_end && i + 1 < all.size() &&
                           linked.first(text(), {all[i]->span.end, all[i + 1]->span.begin}).has_value();
      if (nearest_to_end && !chained && i + 1 < all.size())
        found.clear();
      else
        add_once(found, all[i]->who);
      if (!nearest_to_end && i + 1 < all.size() && !linked.first(text(), {all[i]->span.end, all[i + 1]->span.begin}))
        break;
    }
    return found;
  }

  // The organisations that people speak for: all of "A and B agreed", the first of "A met B, and then announced".
  [[nodiscard]] std::vector<std::size_t> employers(Span region, bool all_of_them) const {
    std::vector<std::size_t> found;
    auto people = mentions_in(story, region, Thing::person);
    if (!all_of_them && people.size() > 1)
      people.resize(1);
    for (auto const* m : people)
      for (auto const who : people_of({m}))
        add_once(found, employer(who));
    return found;
  }

  [[nodiscard]] std::size_t employer(std::size_t person) const {
    for (auto const i : story.people[person].mentions) {
      auto const sighting = story.mentions[i].sighting;
      if (sighting == nobody || story.sightings[sighting].where.empty())
        continue;
      for (auto const* o : mentions_in(story, story.sightings[sighting].where, Thing::organisation))
        return o->who;
    }
    return nobody;
  }

  void founders(Rule const& rule, Match const& m) {
    bool const backward = rule.order == Order::backward;
    auto const people = mentions_in(story, backward ? m[2] : m[1], Thing::person);
    auto const orgs = mentions_in(story, backward ? m[1] : m[2], Thing::organisation);
    if (people.empty() || orgs.empty())
      return;
    auto const* org = orgs.front();
    auto const* who = backward ? people.front() : people.back();
    if (who->who != nobody)
      keep(rule.property, who->who, org->who, join(who->span, org->span), true);
  }

  void read(Rule const& rule, Match const& m) {
    if (rule.founder)
      return founders(rule, m);
    auto left = side(m[1], true);
    auto right = m.size() > 2 && !m[2].empty() ? side(m[2], false) : std::vector<std::size_t>{};
    bool const partner = std::string_view{rule.property} == "partner_of";
    if (partner && left.empty())
      left = employers(m[1], right.empty());
    if (partner && left.empty())
      if (auto const who = protagonist(story, index); who != nobody)
        add_once(left, employer(who));
    if (partner && right.empty() && left.size() > 1) {
      right = {left.begin() + 1, left.end()};
      left.resize(1);
    }
    auto const quote = tight(m);
    for (auto const a : left)
      for (auto const b : right)
        rule.order == Order::forward ? keep(rule.property, a, b, quote, false)
                                     : keep(rule.property, b, a, quote, false);
  }

  // From the first organisation named to the end of the match.
  [[nodiscard]] Span tight(Match const& m) const {
    auto quote = m[0];
    auto const orgs = mentions_in(story, m[1], Thing::organisation);
    if (!orgs.empty() && !sentence.korean)
      quote.begin = orgs.size() > 1 ? orgs.front()->span.begin : orgs.back()->span.begin;
    return quote;
  }

  // "2nd in line": 'A와 B 등 주요 고객사' beside a company that tells of it.
  void clients_of_speaker() {
    static Pattern const pattern{
        R"(((?:[가-힣A-Za-z0-9]+(?:과|와|, |·|ㆍ)\s?){0,4}[가-힣A-Za-z0-9]+) 등 (?:[가-힣]+ )?(?:주요 |핵심 )?(고객사|협력사|파트너사|경쟁사))"};
    auto const m = pattern.first(text(), sentence.span);
    if (!m)
      return;
    auto const by = korean_attribution(story, index, (*m)[0]);
    auto owner = nobody;
    for (std::size_t i = 0; i < story.organisations.size(); ++i)
      if (by.voice == Voice::organisation && story.organisations[i].name == by.name)
        owner = i;
    if (owner == nobody)
      for (auto const* p : mentions_in(story, {sentence.span.begin, (*m)[0].begin}, Thing::person))
        if (p->who != nobody)
          owner = employer(p->who);
    auto const kind = cut(text(), (*m)[2]);
    auto const* property = kind == "고객사" ? "customer_of" : kind == "경쟁사" ? "competitor_of" : "partner_of";
    for (auto const* o : mentions_in(story, (*m)[1], Thing::organisation))
      if (owner != nobody)
        keep(property, o->who, owner, (*m)[0], false);
  }
};

} // namespace

void read_links(Story& story, std::size_t index) {
  Reader reader{story, index, story.document.sentences[index]};
  for (auto const& rule : reader.sentence.korean ? korean() : english())
    for (auto const& m : rule.pattern.all(story.document.text, reader.sentence.span)) {
      auto const same = [&](Link const& l) { return l.sentence == index && l.property == rule.property; };
      bool const again = std::string_view{rule.property} == "partner_of" && std::ranges::any_of(story.links, same);
      if (!again)
        reader.read(rule, m);
    }
  if (reader.sentence.korean)
    reader.clients_of_speaker();
}

} // namespace attache::read::press
