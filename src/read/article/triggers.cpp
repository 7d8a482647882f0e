// The words that tell of a meeting, a call or an event attended.
#include "read/article/triggers.h"

#include "read/article/pattern.h"

#include <algorithm>

namespace attache::read::press {

namespace {

struct Rule {
  Pattern pattern;
  Shape shape;
  Deed deed;
};

std::vector<Rule> const& english_rules() {
  static std::vector<Rule> const table = {
      {Pattern{
           R"(\b(?:had|have|has|having|held|hold|holds|holding|shared|ate|enjoyed|took part in)\s(?:(?!to\b|not\b|no\b|never\b|yet\b|been\b|\w+ed\b|hoped\b|sought\b|be\b)[\w'’-]+,?\s){0,5}?(?:dinner|lunch|breakfast|luncheon|meals?|banquet|drinks|coffee|talks|discussions|meetings?|summit|consultations|conversations?|conference)s?(?: meetings?)?\s(?:with|together with)\b)"},
       Shape::verb, Deed::meeting},
      {Pattern{
           R"(\b(?:had|have|held|hold|made)\s(?:(?!to\b|not\b|no\b|never\b|yet\b|been\b|\w+ed\b|hoped\b|sought\b|be\b)[\w'’-]+\s){0,3}?(?:phone call|telephone call|call|video call|videoconference|phone conversation)s?\swith\b)"},
       Shape::verb, Deed::call},
      {Pattern{
           R"(\b(?:spoke|talked|spoken|speak|speaks)\s(?:\w+\s)?(?:by phone|by telephone|on the phone|over the phone|via video)\s?(?:with|to)\b)"},
       Shape::verb, Deed::call},
      {Pattern{
           R"(\b(?:dined|dine|dines|lunched|sat down|sit down|sits down|shook hands|shake hands|conferred|huddled|met up|exchanged views|exchange views|exchanging views|played golf|caught up|shared (?:[\w-]+\s){1,4})\s?with\b)"},
       Shape::verb, Deed::meeting},
      {Pattern{
           R"((?<!\bto be )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbe )(?<!\bis )\b(?:met|meet|meets)\b(?! (?:the|its|their|his|her|all|growing|rising|strong)? ?(?:criteria|demand|needs|requirements|targets?|goals?|expectations|standards?|deadlines?|challenge|condition))(?:\s(?:with|briefly with|privately with|separately with)\b)?)"},
       Shape::verb, Deed::meeting},
      {Pattern{
           R"(\b(?:[Mm]eeting|[Tt]alks|[Dd]inner|[Ll]unch|[Bb]reakfast|[Ss]ummit|[Dd]iscussions|press conference|[Gg]athering|[Ee]ncounter|[Mm]eetings|consultations)\b(?:\s(?:on|in|at)\s[\w ]{2,20}?)?\swith\b)"},
       Shape::noun, Deed::meeting},
      {Pattern{
           R"(\b(?:[Mm]eeting|[Tt]alks|[Dd]inner|[Ll]unch|[Bb]reakfast|[Ss]ummit|[Dd]iscussions|[Gg]athering|[Ee]ncounter|[Mm]eetings)\sbetween\b)"},
       Shape::between, Deed::meeting},
      {Pattern{R"(\bmeeting\b(?!s)(?=\s(?:[A-Z]|the (?:head|chief|CEO|chairman|president|founder))))"}, Shape::verb,
       Deed::meeting},
      {Pattern{R"(\b(?:paid|pay|pays|paying)\s(?:an?\s)?(?:[\w-]+\s){0,2}(?:call|visit)s?\s(?:on|to)\b)"}, Shape::verb,
       Deed::meeting},
      {Pattern{
           R"(\b(?:welcomed|received|greeted|hosted|host|hosts|welcome|welcomes)\b(?=\s(?:[A-Z]|the (?:chief|head|CEO|leader|president|chairman|founder)))(?! the \w+ (?:decision|news|plan|move)))"},
       Shape::hosting, Deed::meeting},
      {Pattern{
           R"(\b(?:agreed(?! (?:to|on) (?:meet|hold|talk|have|sit|see|a meeting|talks))|discussed(?! (?:meeting|holding|whether|plans|possible|a possible|a meeting))|talked|signed|toured|dined|gathered|sat down|chatted|shook hands)\b)"},
       Shape::together, Deed::meeting},
      {Pattern{
           R"(\b(?:attended|attend|attends|attending|joined|sat in on|was present at|were present at|took part in|take part in|participated in|spoke at|speak at|delivered a (?:speech|keynote) at)\b)"},
       Shape::verb, Deed::event},
  };
  return table;
}

std::vector<Rule> const& korean_rules() {
  static std::vector<Rule> const table = {
      {Pattern{R"((?<![가-힣])(?:만나볼|만난|만날|만났|만나))"}, Shape::verb, Deed::meeting},
      {Pattern{
           R"((?:단독|비공개|긴급|깜짝|조찬|오찬|만찬|양자|정상|장관|3자|삼자|저녁|점심)?\s?(?:회동|면담|회담|접견|환담|독대|간담회|미팅|만찬|오찬|조찬|티타임|식사)(?=(?:을|를|도|했|하고|하며|하면서|한\s|할\s|하는|하기|해|에|에서|은|이|자리|\s?뒤|\s?후|\s?직후|으로)|\s))"},
       Shape::verb, Deed::meeting},
      {Pattern{R"((?<=[가-힣]\s)(?:논의했|협의했|논의하고|협의하고|의논했)(?=[가-힣,\s]))"}, Shape::verb, Deed::talk},
      {Pattern{
           R"((?:머리를 맞댔|머리를 맞대|의견을 나눴|의견을 나누|의견을 교환|악수를? (?:나눴|했)|대화를 나눴|이야기를 나눴|담소를 나눴|손을 맞잡))"},
       Shape::verb, Deed::meeting},
      {Pattern{R"~((?:전화\s?통화|통화|화상 (?:회의|면담))(?=(?:을|를)?\s?(?:했|하고|가졌|하며|갖고|에서|할|한)))~"},
       Shape::verb, Deed::call},
      {Pattern{R"((?:참석했|참석해|참석한|참석하|참석할|참가했|참가해|함께했|동석했|동석한|배석했|배석한))"},
       Shape::verb, Deed::event},
  };
  return table;
}

std::vector<Trigger> find(std::vector<Rule> const& rules, std::string_view text, Span sentence) {
  std::vector<Trigger> triggers;
  for (auto const& rule : rules)
    for (auto const& m : rule.pattern.all(text, sentence))
      if (std::ranges::none_of(triggers, [&](Trigger const& t) { return t.span.overlaps(m[0]); }))
        triggers.push_back({trim(text, m[0]), rule.shape, rule.deed});
  std::ranges::sort(triggers, [](Trigger const& a, Trigger const& b) { return a.span.begin < b.span.begin; });
  return triggers;
}

} // namespace

std::vector<Trigger> english_triggers(std::string_view text, Span sentence) {
  return find(english_rules(), text, sentence);
}
std::vector<Trigger> korean_triggers(std::string_view text, Span sentence) {
  return find(korean_rules(), text, sentence);
}

} // namespace attache::read::press
