#include "read/article/trips.h"

#include "read/article/frame.h"
#include "read/article/pattern.h"
#include "read/article/scene.h"

#include <algorithm>

namespace attache::read::press {

using namespace std::chrono;

void complete_trip(Happening& trip) {
  if (!trip.when || trip.days < 1 || trip.days > 400)
    return;
  auto& when = *trip.when;
  auto const day = [](Moment m) { return floor<std::chrono::days>(m.at); };
  if (when.to.precision == Precision::day && !when.from.known()) {
    when.from = day_moment(day(when.to) - std::chrono::days{trip.days - 1});
    when.derived = true;
  } else if (when.from.precision == Precision::day && !when.to.known()) {
    when.to = day_moment(day(when.from) + std::chrono::days{trip.days - 1});
    when.derived = true;
  }
}

namespace {

enum class Way : std::uint8_t { there, back, stay };

struct Rule {
  Pattern pattern;
  Way way;
};

std::vector<Rule> const& rules() {
  static std::vector<Rule> const table = {
      {Pattern{
           R"(\b(?:returned|returns|return|came back|comes back|come back|came home|come home|flew home|flew back|got back|arrived home|is back|was back|are back)\b)"},
       Way::back},
      {Pattern{
           R"(\b(?:arrived|arrives|arrive|landed|lands|land|touched down|flew|flies|fly|travel+ed|travels|travel|headed|heads(?! of)|head(?! of)|departed|departs|depart|went|came|set off|set out|embarked|left|jetted|traveling|travelling|flying)\b(?=\s(?:[\w-]+\s){0,2}?(?:to|in|at|for|on|from|[A-Z]))(?!\s(?:by|office|behind))|\b(?:went round|traversed|crossed)\b)"},
       Way::there},
      {Pattern{R"(\b(?:visited|visits|visit|visiting|toured|tours|tour|stayed|stays|stay|staying)\b)"}, Way::stay},
      {Pattern{R"(\b(?:[Tt]rip|[Vv]isit|[Tt]our|[Jj]ourney|[Ss]tay)s?\b(?=\s(?:to|of|across|through|around|in)\b))"},
       Way::stay},
  };
  return table;
}

struct Reader {
  Story& story;
  std::size_t index;
  Sentence sentence;

  [[nodiscard]] std::string const& text() const { return story.document.text; }

  [[nodiscard]] std::size_t clause_begin(std::size_t at) const {
    static Pattern const boundary{
        R"(;|, (?:but|while|and (?:then|later))\b|\b(?:and then|but|while|that|because|when|where|although|said|told reporters)\b)"};
    auto const part = quotation_around(text(), sentence.span, at);
    auto begin = part.begin;
    for (auto const& m : boundary.all(text(), {part.begin, at}))
      if (!mentions_in(story, {m[0].end, at}, Thing::person).empty())
        begin = m[0].end;
    return begin;
  }

  [[nodiscard]] std::size_t clause_end(std::size_t at) const {
    static Pattern const stop{
        R"([;:]|, (?:but|where|which|said|according)\b|\b(?:and then|where|because|that|before|to meet|to attend|to discuss|meeting with)\b)"};
    auto const part = quotation_around(text(), sentence.span, at > 0 ? at - 1 : at);
    auto const m = stop.first(text(), {at, part.end});
    return m ? (*m)[0].begin : part.end;
  }

  // One traveller: the person before the verb, "his trip" its owner; else who was spoken of.
  [[nodiscard]] std::size_t traveller(std::size_t begin, std::size_t at, bool& guessed) const {
    auto found = mentions_in(story, {begin, at}, Thing::person);
    std::erase_if(found, [](Mention const* m) { return m->who == nobody; });
    if (found.empty())
      found = mentions_in(story, {sentence.span.begin, at}, Thing::person);
    std::erase_if(found, [](Mention const* m) { return m->who == nobody; });
    if (!found.empty())
      return found.front()->who;
    guessed = true;
    return protagonist_here();
  }

  [[nodiscard]] std::size_t protagonist_here() const {
    for (auto i = index; i-- > 0;) {
      if (story.document.sentences[i].kind != BlockKind::body)
        continue;
      auto const people = mentions_in(story, story.document.sentences[i].span, Thing::person);
      if (!people.empty() && people.front()->who != nobody)
        return people.front()->who;
    }
    return nobody;
  }

  // The places a trip goes to: those after the verb, without the one it starts from.
  [[nodiscard]] std::vector<Span> places(std::size_t from, std::size_t to, Way way) const {
    static Pattern const away{R"((?:\bfrom(?: the)? $)|(?:\bleft(?: the)? $))"};
    static Pattern const home{R"(\b(?:to|in) (?:the )?$)"};
    std::vector<Span> found;
    bool first = true;
    for (auto const span : places_in(text(), {from, to}, false)) {
      Span const before{span.begin > 12 ? span.begin - 12 : 0, span.begin};
      bool const goes_home = way == Way::back && first && home.first(text(), before);
      bool const starts = way != Way::back && away.first(text(), before);
      first = false;
      static Pattern const whose{R"(^['’]s\s+([a-z][\w-]*(?: [a-z][\w-]*){0,2}|Silicon Valley))"};
      auto whole = span;
      if (auto const m = whose.first(text(), {span.end, to}))
        whole.end = (*m)[1].end;
      if (!goes_home && !starts && (found.empty() || !found.back().overlaps(whole)))
        found.push_back(whole);
    }
    return found;
  }

  void times(Happening& trip, Way way, Span region) const {
    Clock const clock{.published = story.document.published,
                      .last = {},
                      .future = trip.realis == Realis::planned || trip.realis == Realis::possible};
    static Pattern const after_people{R"((?i)according to|sources|insiders)"};
    for (auto d : english_dates(text(), region, clock)) {
      if (after_people.first(
              text(), {d.span.begin > 24 ? std::max(region.begin, d.span.begin - 24) : region.begin, d.span.begin}))
        continue;
      if (d.from == d.to && d.from.precision == Precision::day) {
        if (way == Way::back)
          d.from = {};
        else if (way == Way::there)
          d.to = {};
      }
      trip.when = d;
      break;
    }
    for (auto const& d : durations(text(), sentence.span, false)) {
      trip.days = d.days;
      trip.days_quote = d.span;
      break;
    }
  }

  bool read(Span trigger, Way way) {
    auto const begin = clause_begin(trigger.begin);
    auto const stop = clause_end(trigger.end);
    Happening trip{.deed = Deed::trip, .sentence = index};
    trip.places = places(trigger.end, sentence_end_for(way, stop), way);
    static Pattern const noun{R"((?i)\b(?:trip|visit|tour|journey)\b)"};
    bool const to_known_place = !trip.places.empty();
    if (!to_known_place && !(way == Way::back && noun.first(text(), {trigger.end, stop})))
      return false;
    bool guessed = false;
    auto const who = traveller(begin, trigger.begin, guessed);
    if (who == nobody)
      return false;
    trip.people = {who};
    trip.quote = quote(begin, trigger, stop);
    trip.realis = realis(begin, trigger, way);
    times(trip, way, {begin, stop});
    complete_trip(trip);
    trip.topic = purpose(trigger.end);
    trip.attribution = english_attribution(story, index, trigger);
    settle(trip.realis, trip.attribution);
    trip.confidence = guessed ? 0.6 : 0.85;
    keep_happening(story, std::move(trip));
    return true;
  }

  [[nodiscard]] std::size_t sentence_end_for(Way way, std::size_t stop) const {
    return way == Way::back ? sentence.span.end : stop;
  }

  // "his trip to" and "It is his first visit to" tell of a trip made unless a modal stands before.
  [[nodiscard]] Realis realis(std::size_t begin, Span trigger, Way way) const {
    auto const words = cut(text(), trigger);
    static Pattern const noun{R"(^(?:[Tt]rip|[Vv]isit|[Tt]our|[Jj]ourney|[Ss]tay)s?$)"};
    static Pattern const verb_before{R"((?i)\b(?:to|will|would|may|might|could|not) $)"};
    Span const left{begin, trigger.begin};
    static Pattern const under_way{R"((?i)\b(?:is|are|was|were)(?: currently| now)? $)"};
    static Pattern const to_come{
        R"((?i)\b(?:next|tomorrow|later this|in the coming|from (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|this weekend)\b)"};
    if (words.ends_with("ing") && under_way.first(text(), left))
      return to_come.first(text(), sentence.span) ? Realis::planned : Realis::asserted;
    if (!noun.found(words) || verb_before.first(text(), left) || way != Way::stay)
      return english_realis(text(), sentence.span, begin, trigger);
    static Pattern const weak{
        R"((?i)\b(?:may|might|could|possible|potential|consider\w*|seek\w*|hop\w+|want\w*|propos\w+|invit\w+|if|whether|rumou?r\w*|likely)\b)"};
    static Pattern const plan{
        R"((?i)\b(?:will|would|plan\w*|schedul\w+|upcoming|ahead of|expect\w*|set|due|slated|before|next|intend\w*|prepar\w+)\b)"};
    static Pattern const off{R"((?i)\b(?:cancel\w*|called off|postpon\w+|scrapp\w+|shelv\w+)\b)"};
    static Pattern const no{R"((?i)\b(?:not|never|no|n['’]t|denied|without)\b)"};
    if (off.first(text(), sentence.span))
      return Realis::cancelled;
    if (no.first(text(), left))
      return Realis::denied;
    if (weak.first(text(), left))
      return Realis::possible;
    return plan.first(text(), left) ? Realis::planned : Realis::asserted;
  }

  [[nodiscard]] Span quote(std::size_t begin, Span trigger, std::size_t stop) const {
    auto from = trigger.begin;
    for (auto const* m : mentions_in(story, {begin, trigger.begin}, Thing::person))
      from = std::min(from, std::max(begin, m->phrase.begin));
    return trim(text(), {from, stop}, ",;:.\" ");
  }

  [[nodiscard]] Span purpose(std::size_t from) const {
    static Pattern const pattern{
        R"((?i)\b(?:to attend|to take part in|to join|to participate in|for (?:a |the )?(?=[A-Z\w ]{0,40}(?:summit|forum|conference|talks|meetings))) ?([^,.;“”"]{3,120}))"};
    auto const m = pattern.first(text(), {from, sentence.span.end});
    return m ? trim(text(), (*m)[1]) : Span{};
  }
};

} // namespace

void read_english_trips(Story& story, std::size_t index) {
  Reader reader{story, index, story.document.sentences[index]};
  std::vector<Span> done;
  for (auto const& rule : rules())
    for (auto const& m : rule.pattern.all(story.document.text, reader.sentence.span)) {
      auto const near = [&](Span d) {
        return d.overlaps(m[0]) || (m[0].begin > d.begin && m[0].begin < d.end + 60 && m[0].begin > d.end);
      };
      if (std::ranges::none_of(done, near) && reader.read(m[0], rule.way))
        done.push_back(m[0]);
    }
}

} // namespace attache::read::press
