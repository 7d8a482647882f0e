// MEET and ATTEND in English.
#include "read/article/frame.h"
#include "read/article/lexicon.h"
#include "read/article/pattern.h"
#include "read/article/scene.h"
#include "read/article/triggers.h"
#include "read/article/trips.h"

#include <algorithm>

namespace attache::read::press {

namespace {

struct Reader {
  Story& story;
  std::size_t index;
  Sentence sentence;
  std::vector<Trigger> triggers;

  [[nodiscard]] std::string const& text() const { return story.document.text; }

  // ", who is ... ," and ", whose company ... ,": the stretches a subject is not looked for in.
  [[nodiscard]] std::vector<Span> asides(Span left) const {
    static Pattern const relative{R"(,\s(?:who|whose|which|where)\b[^,]*(?:,|$))"};
    std::vector<Span> found;
    for (auto const& m : relative.all(text(), left))
      if ((*std::prev(text().begin() + static_cast<std::ptrdiff_t>(m[0].end))) == ',')
        found.push_back(m[0]);
    return found;
  }

  // Where the clause of a trigger begins.
  [[nodiscard]] std::size_t clause_begin(std::size_t at) const {
    auto const part = quotation_around(text(), sentence.span, at);
    static Pattern const boundary{
        R"(;|, (?:but|while|and (?:then|later|also))\b|\b(?:and then|but|while|whereas|that|after|before|because|when|where|although|though|since|as|if|whether|who|told reporters|said)\b|,\s(?:and|or)\s(?=(?:he|she|they|will|would|is|was|has|had|plans)\b))"};
    auto begin = part.begin;
    for (auto const& m : boundary.all(text(), {part.begin, at})) {
      auto const inner = mentions_in(story, {m[0].end, at}, Thing::person);
      bool const own_subject = !inner.empty();
      bool const aside = std::ranges::any_of(asides({part.begin, at}), [&](Span a) { return a.overlaps(m[0]); });
      if (own_subject && !aside)
        begin = m[0].end;
    }
    return begin;
  }

  // Where the words after a trigger stop belonging to it.
  [[nodiscard]] std::size_t clause_end(std::size_t at) const {
    auto const part = quotation_around(text(), sentence.span, at > 0 ? at - 1 : at);
    static Pattern const stop{
        R"([;:]|, (?:but|while|where|which|after|before|as|saying|who|and (?:then|later|also|will|would|was|is|has|had|he|she|they|said))\b|\b(?:and then|and (?:discuss|agree|announc|talk|said|told|sign|visit|tour|attend|will|would|also|later)\w*|and (?:paid|met|held|had|took|went|made|gave|spoke|saw|left|flew|\w+ed)\b|after|before|during which|because|that|in order|who|regarding|according to|when|while)\b)"};
    auto const m = stop.first(text(), {at, part.end});
    return m ? (*m)[0].begin : part.end;
  }

  // The people who do it: those of the clause, outside asides; else those of the sentence; else who was spoken of.
  [[nodiscard]] std::vector<std::size_t> subject(Trigger const& trigger, bool& guessed) const {
    auto const begin = clause_begin(trigger.span.begin);
    auto const in = [&](Span region) {
      auto const skip = asides(region);
      auto found = mentions_in(story, region, Thing::person);
      std::erase_if(found, [&](Mention const* m) { return m->who == nobody && m->group.empty(); });
      std::erase_if(found, [&](Mention const* m) {
        return std::ranges::any_of(skip, [&](Span a) { return a.holds(m->span); }) || owned(*m);
      });
      if (!found.empty() && found.back()->form == Form::pronoun)
        found = {found.back()};
      return people_of(subject_group(found, trigger.span.begin));
    };
    auto people = in({begin, trigger.span.begin});
    if (people.empty() && begin > sentence.span.begin)
      people = in({sentence.span.begin, begin});
    guessed = people.empty();
    if (people.empty() && trigger.shape != Shape::together)
      if (auto const who = protagonist(story, index); who != nobody)
        people.push_back(who);
    return people;
  }

  // Of several people before a verb, those joined by commas and "and" that stand right before it, or, where other words
  // lie between, those that the clause began with.
  [[nodiscard]] std::vector<Mention const*> subject_group(std::vector<Mention const*> const& all,
                                                          std::size_t at) const {
    static Pattern const joined{
        R"(^(?:['’]s)?(?:,\s(?:who|whose|which|where)\b[^,]*(?:,[^,]{0,12})??)?\s*,?\s*(?:and|or|as well as|together with|along with|alongside)?\s*$)"};
    static Pattern const close{
        R"(^(?:['’]s)?(?:\s*,[^,]*,)?\s*,?(?:\s(?:also|then|later|both|\w+ly|had|has|have|will|would|is|was|were|are|to|and|never|not|did|may|might|could|once|again|each|all|in \w+|on \w+))*\s*$)"};
    if (all.size() < 2)
      return all;
    auto const linked = [&](std::size_t i) {
      return joined.first(text(), {all[i]->phrase.end, std::max(all[i]->phrase.end, all[i + 1]->phrase.begin)})
                 .has_value() ||
             all[i + 1]->phrase.begin <= all[i]->phrase.end;
    };
    auto first = all.size() - 1;
    while (first > 0 && linked(first - 1))
      --first;
    std::size_t last = 0;
    while (last + 1 < all.size() && linked(last))
      ++last;
    bool const adjacent = close.first(text(), {std::min(at, all.back()->phrase.end), at}).has_value();
    return adjacent ? std::vector(all.begin() + static_cast<std::ptrdiff_t>(first), all.end())
                    : std::vector(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(last) + 1);
  }

  // "Lee's meeting": the owner is a subject; "Lee's company": he is not.
  [[nodiscard]] bool owned(Mention const& m) const {
    static Pattern const possessive{
        R"(^['’]s (?!(?:[\w-]+ ){0,3}(?:meeting|talks|dinner|lunch|visit|trip|tour|summit|breakfast)))"};
    return possessive.first(text(), {m.span.end, sentence.span.end}).has_value();
  }

  // Organisations that take part: "CEOs of A and B", "executives from A", "met with A".
  void organisations(Span region, Happening& happening) const {
    static Pattern const lead{
        R"((?i)(?:\b(?:with|of|from|and|like|including|as|between|met|meet|meets|at|visited)|,)\s(?:the\s)?(?:[\w-]+\s){0,2}$)"};
    static Pattern const place{
        R"(^(?:['’]s)?\s(?:headquarters|office|campus|plant|factory|store|building|hotel|tower|center|centre|chief|CEO|chairman))"};
    static Pattern const at_place{
        R"((?i)(?<!executives )(?<!officials )(?<!leaders )(?<!people )\bat\s(?:the\s)?(?:[\w-]+\s){0,2}$)"};
    for (auto const* m : mentions_in(story, region, Thing::organisation)) {
      Span const before{region.begin > 3 ? region.begin - 3 : 0, m->span.begin};
      if (inside_person(story, *m) || !lead.first(text(), before) || at_place.first(text(), before) ||
          place.first(text(), {m->span.end, sentence.span.end}))
        continue;
      add_once(happening.organisations, m->who);
    }
  }

  [[nodiscard]] std::optional<When> date(Span region, Realis realis, std::size_t near) const {
    Clock const clock{.published = story.document.published,
                      .last = story.last_date,
                      .future = realis == Realis::planned || realis == Realis::possible};
    auto const dates = english_dates(text(), region, clock);
    std::optional<When> best;
    std::size_t least = text().size();
    for (auto const& d : dates) {
      auto const gap = d.span.begin > near ? d.span.begin - near : near - d.span.begin;
      if (gap < least) {
        least = gap;
        best = d;
      }
    }
    return best;
  }

  // "Before that, he met ...": the day of what was told before, if nothing else is said.
  [[nodiscard]] std::optional<When> same_day(std::size_t at) const {
    static Pattern const link{
        R"(^["“]?(?:Before that|After that|Then|Later|Afterwards|Afterward|Next|Prior to that|Before the|After the)\b)"};
    if (!link.first(text(), {sentence.span.begin, at}) || story.happenings.empty())
      return std::nullopt;
    auto const& last = story.happenings.back();
    if (!last.when || last.deed == Deed::trip || last.sentence + 4 < index || last.when->from != last.when->to)
      return std::nullopt;
    return When{.span = {}, .from = last.when->from, .to = last.when->to, .derived = true};
  }

  [[nodiscard]] std::vector<Span> venue(Span region) const {
    static Pattern const pattern{
        R"(\b(?:at|in|inside|near) ((?:(?:the|a|an|his|her|their) )?(?:(?:[\w'’.-]+ ){0,4}(?:restaurant|hotel|headquarters|office|residence|club|house|airport|campus|cafe|bar|center|centre|palace|ministry|embassy|resort|home|building|ranch|villa|plant)\b|(?:[A-Z][\w'’&.-]*)(?: (?:[A-Z][\w'’&.-]*|of|the|&)(?=\W))*)(?:(?: (?:in|on|of|near)|,(?: a| the) (?:[\w-]+ ){0,3}in|,) (?:the )?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun))(?:[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*| (?:district|area|city)(?: of)?)*))*))"};
    std::vector<Span> found;
    for (auto const& m : pattern.all(text(), region)) {
      auto const name = cut(text(), m[1]);
      static Pattern const not_place{
          R"(^(?:the )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|AI\b|I\b))"};
      if (not_place.found(name) || not_organisations().has(name))
        continue;
      auto const people = mentions_in(story, m[1], Thing::person);
      if (people.empty())
        found.push_back(trim(text(), m[1], ",. "));
      if (found.size() == 2)
        break;
    }
    return found;
  }

  [[nodiscard]] Span topic(std::size_t from) const {
    static Pattern const pattern{
        R"((?i)\b(?:to discuss|to talk (?:over|about)|discuss(?:ed|ing)|talked (?:over|about)|exchanged views on|talks? about|talks on|about|on ways to|over) ((?![\d.]+ )[^,.;“”"]{3,110}))"};
    auto const m = pattern.first(text(), {from, sentence.span.end});
    return m ? trim(text(), (*m)[1]) : Span{};
  }

  [[nodiscard]] Span quote(Trigger const& trigger, std::size_t stop) const {
    auto begin = trigger.span.begin;
    auto const from = clause_begin(begin);
    for (auto const* m : mentions_in(story, {from, begin}, Thing::person))
      begin = std::min(begin, m->phrase.begin);
    begin = std::max(begin, from);
    return trim(text(), {begin, std::max(stop, trigger.span.end)}, ",;:.\" ");
  }

  void finish(Trigger const& trigger, Happening happening) {
    auto const begin = clause_begin(trigger.span.begin);
    auto const stop = clause_end(trigger.span.end);
    happening.deed = trigger.deed;
    happening.sentence = index;
    happening.realis = english_realis(text(), sentence.span, begin, trigger.span);
    happening.quote = quote(trigger, stop);
    Span const clause{begin, stop};
    happening.when = date(clause, happening.realis, trigger.span.end);
    if (!happening.when && triggers.size() == 1)
      happening.when = date(sentence.span, happening.realis, trigger.span.end);
    if (!happening.when && happening.realis == Realis::asserted)
      happening.when = same_day(trigger.span.begin);
    auto const& published = story.document.published;
    if (happening.realis == Realis::asserted && happening.when && published.known() &&
        happening.when->from.at >= end_of(published))
      happening.realis = Realis::planned;
    happening.places = venue({trigger.span.end, stop});
    if (happening.places.empty())
      happening.places = venue({sentence.span.begin, trigger.span.begin});
    happening.topic = topic(trigger.span.end);
    static Pattern const hidden{
        R"((?i)\b(?:private|privately|behind closed doors|closed-door|unannounced|secret(?:ly)?|confidential)\b)"};
    happening.secret = hidden.first(text(), clause).has_value();
    happening.attribution = english_attribution(story, index, trigger.span);
    settle(happening.realis, happening.attribution);
    keep_happening(story, std::move(happening));
  }

  void read(Trigger const& trigger) {
    bool guessed = false;
    Happening happening;
    auto const stop = clause_end(trigger.span.end);
    Span const after{trigger.span.end, stop};
    auto objects = people_of(mentions_in(story, after, Thing::person));
    if (trigger.shape == Shape::together) {
      happening.people = subject(trigger, guessed);
      if (happening.people.size() < 2 || !together(trigger))
        return;
      happening.confidence = 0.6;
      return finish(trigger, happening);
    }
    if (trigger.shape != Shape::between)
      happening.people = subject(trigger, guessed);
    for (auto const who : objects)
      add_once(happening.people, who);
    if (trigger.deed != Deed::event)
      organisations(after, happening);
    if (trigger.deed == Deed::event)
      return attend(trigger, happening, stop);
    auto const sides = happening.people.size() + happening.organisations.size();
    if (sides < 2 && !(sides == 1 && !guessed && counterparts(after)))
      return;
    happening.confidence = guessed ? 0.65 : trigger.shape == Shape::hosting ? 0.7 : sides < 2 ? 0.75 : 0.9;
    finish(trigger, happening);
  }

  // "met with CEOs of more than 20 companies": nobody is named, yet it was a meeting.
  [[nodiscard]] bool counterparts(Span after) const {
    static Pattern const nouns{
        R"((?i)\b(?:CEOs?|chief executives?|executives|leaders|heads|chiefs|officials|founders|experts|scholars|investors|companies|ministers?|lawmakers|scientists|professors|entrepreneurs|president|chairman|king|prince)\b)"};
    return nouns.first(text(), {after.begin, std::min(after.end, after.begin + 90)}).has_value();
  }

  // "Altman and Son agreed": both stand before the verb as one subject.
  [[nodiscard]] bool together(Trigger const& trigger) const {
    auto const begin = clause_begin(trigger.span.begin);
    auto const people = mentions_in(story, {begin, trigger.span.begin}, Thing::person);
    if (people.empty())
      return false;
    static Pattern const adjacent{R"(^(?:['’]s)?,?\s?(?:both |also |then |have |had |later )*$)"};
    static Pattern const linked{R"(\band\b|,)"};
    auto const& last = *people.back();
    if (!adjacent.first(text(), {last.phrase.end, trigger.span.begin}))
      return false;
    if (!last.group.empty())
      return true;
    return people.size() > 1 &&
           linked.first(text(), {people[people.size() - 2]->phrase.end, last.phrase.begin + 1}).has_value();
  }

  // "Kwak also attended the meeting": he took part in the one just told of.
  bool joins_earlier(Trigger const& trigger, Happening const& happening, std::size_t stop) {
    static Pattern const it{
        R"(^\s*(?:in\s)?(?:the|this|that)\s(?:\w+\s)?(?:meeting|dinner|lunch|talks|breakfast|gathering|session|discussions|event)\b(?! (?:of|with|between|in|on|at)\b))"};
    if (!it.first(text(), {trigger.span.end, stop}) || story.happenings.empty())
      return false;
    auto& last = story.happenings.back();
    auto const realis = english_realis(text(), sentence.span, clause_begin(trigger.span.begin), trigger.span);
    bool const real = last.realis == Realis::asserted || last.realis == Realis::reported;
    if (last.deed != Deed::meeting || last.sentence + 3 < index || realis != Realis::asserted || !real)
      return false;
    for (auto const who : happening.people)
      add_once(last.people, who);
    last.again.push_back({quote(trigger, stop), last.realis, english_attribution(story, index, trigger.span), 0.75});
    return true;
  }

  void attend(Trigger const& trigger, Happening happening, std::size_t stop) {
    if (joins_earlier(trigger, happening, stop))
      return;
    static Pattern const name{
        R"(((?:the |a |an )?(?:[\w'’-]+ ){0,6}(?:\([A-Z]+\) )?(?:[\w'’-]+ )?(?:[Ss]ummit|[Ff]orum|[Cc]onference|[Ee]xpo|[Ff]air|[Gg]ala|[Dd]inner|[Cc]eremony|[Bb]anquet|CES|MWC|APEC|[Cc]ongress|[Ss]ymposium|[Rr]eception|[Ff]estival|[Ww]edding|[Ff]uneral|[Ee]vent)\b))"};
    auto const m = name.first(text(), {trigger.span.end, stop});
    if (!m || happening.people.empty())
      return;
    happening.confidence = 0.7;
    happening.organisations.clear();
    happening.event_name = trim(text(), (*m)[1]);
    finish(trigger, happening);
  }

  // "Companies such as A and B were also included in the list of meetings".
  void list_of_meetings() {
    static Pattern const list{
        R"((?i)\b(?:list of (?:meetings|companies|people|those)|on the list|meeting list|list of \w+ met)\b)"};
    auto const m = list.first(text(), sentence.span);
    auto const before = std::find_if(story.happenings.rbegin(), story.happenings.rend(), [&](Happening const& h) {
      return h.deed == Deed::meeting && !h.people.empty() && h.realis != Realis::photo && h.sentence + 3 > index;
    });
    if (!m || before == story.happenings.rend())
      return;
    Happening happening{.deed = Deed::meeting,
                        .sentence = index,
                        .quote = trim(text(), sentence.span, "."),
                        .people = {before->people.front()},
                        .confidence = 0.7};
    for (auto const* o : mentions_in(story, sentence.span, Thing::organisation))
      if (!inside_person(story, *o))
        add_once(happening.organisations, o->who);
    if (happening.organisations.empty())
      return;
    static Pattern const weak{
        R"((?i)\b(?:will|would|may|might|could|can|expected|planned|to be|not|never|if|whether|reportedly|possible)\b)"};
    bool const real = before->realis == Realis::asserted || before->realis == Realis::reported;
    happening.realis = !real ? before->realis : weak.first(text(), sentence.span) ? Realis::possible : Realis::asserted;
    happening.attribution = english_attribution(story, index, (*m)[0]);
    settle(happening.realis, happening.attribution);
    keep_happening(story, std::move(happening));
  }
};

} // namespace

void read_english_events(Story& story, std::size_t index) {
  Reader reader{story, index, story.document.sentences[index], {}};
  reader.triggers = english_triggers(story.document.text, reader.sentence.span);
  auto const triggers = reader.triggers;
  for (auto const& trigger : triggers)
    reader.read(trigger);
  reader.list_of_meetings();
  read_english_trips(story, index);
  for (auto const& d : english_dates(story.document.text, reader.sentence.span,
                                     {.published = story.document.published, .last = story.last_date}))
    if (d.from.precision == Precision::day)
      story.last_date = d.from;
}

} // namespace attache::read::press
