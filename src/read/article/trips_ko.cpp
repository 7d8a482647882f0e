#include "read/article/frame.h"
#include "read/article/pattern.h"
#include "read/article/scene.h"
#include "read/article/trips.h"

#include <algorithm>

namespace attache::read::press {

namespace {

enum class Way : std::uint8_t { there, back, stay };

struct Rule {
  Pattern pattern;
  Way way;
};

std::vector<Rule> const& rules() {
  static std::vector<Rule> const table = {
      {Pattern{R"((?:귀국했|귀국한|귀국할|귀국해|귀국|입국했|입국한|입국할|돌아왔|돌아온|돌아올))"}, Way::back},
      {Pattern{
           R"((?:출국했|출국한|출국할|출국해|출국|떠났|떠난|떠날|떠나|향했|향한|도착했|도착해|도착한|건너갔|건너가|방미|방중|방일|방한)(?=[가-힣\s,.]))"},
       Way::there},
      {Pattern{
           R"((?:방문했|방문한|방문할|방문해|방문하|찾았|찾은|찾을|다녀왔|다녀온|돌았|돌고|머물렀|머물며|머문|출장|순방)(?=[가-힣\s,.]))"},
       Way::stay},
  };
  return table;
}

struct Reader {
  Story& story;
  std::size_t index;
  Sentence sentence;

  [[nodiscard]] std::string const& text() const { return story.document.text; }

  // The nearest person with a subject's particle left of `at`; else the topic of the sentences before.
  [[nodiscard]] std::size_t traveller(std::size_t at, bool& guessed) const {
    static Pattern const particle{R"(^(?:은|는|이|가|께서|도)(?=[\s,]))"};
    static Pattern const owner{R"(^의\s)"};
    auto const part = quotation_around(text(), sentence.span, at);
    for (auto const region : {Span{part.begin, at}, Span{sentence.span.begin, at}}) {
      auto const all = mentions_in(story, region, Thing::person);
      for (auto i = all.size(); i-- > 0;)
        if (all[i]->who != nobody && (particle.first(text(), {all[i]->phrase.end, sentence.span.end}) ||
                                      owner.first(text(), {all[i]->phrase.end, sentence.span.end})))
          return all[i]->who;
    }
    guessed = true;
    for (auto i = index; i-- > 0;) {
      auto const& earlier = story.document.sentences[i];
      if (earlier.kind != BlockKind::body)
        continue;
      for (auto const* m : mentions_in(story, earlier.span, Thing::person))
        if (m->who != nobody && particle.first(text(), {m->phrase.end, earlier.span.end}))
          return m->who;
    }
    return protagonist(story, index);
  }

  [[nodiscard]] std::vector<Span> places(Span region) const {
    std::vector<Span> found;
    for (auto const span : places_in(text(), region, true)) {
      static Pattern const noise{R"(^(?:인|산|제|계|과의|시장|기업|업체|정부|반도체|측|현지|국적|내\b))"};
      if (noise.first(text(), {span.end, sentence.span.end}))
        continue;
      bool const follows = !found.empty() && span.begin <= found.back().end + 1;
      if (follows)
        found.back().end = span.end;
      else
        found.push_back(span);
    }
    return found;
  }

  // 방미, 방일: the place is in the word.
  [[nodiscard]] std::optional<Span> place_in_word(Span trigger) const {
    auto const w = cut(text(), trigger);
    if (w == "방미" || w == "방중" || w == "방일" || w == "방한")
      return Span{trigger.begin + std::string_view{"방"}.size(), trigger.end};
    return std::nullopt;
  }

  void times(Happening& trip, Way way, Span region) const {
    Clock const clock{.published = story.document.published,
                      .last = story.last_date,
                      .future = trip.realis == Realis::planned || trip.realis == Realis::possible};
    static Pattern const source{R"(^\s(?:업계|재계|관련|[가-힣]{2,10})[가-힣 ]{0,12}(?:따르면|의하면))"};
    for (auto d : korean_dates(text(), region, clock)) {
      if (source.first(text(), {d.span.end, sentence.span.end}))
        continue;
      if (d.from == d.to && d.from.precision == Precision::day) {
        if (way == Way::back)
          d.from = {};
        else if (way == Way::there)
          d.to = {};
      }
      trip.when = d;
    }
    for (auto const& d : durations(text(), sentence.span, true)) {
      trip.days = d.days;
      trip.days_quote = d.span;
      break;
    }
  }

  [[nodiscard]] Realis realis(Span trigger) const {
    auto const w = cut(text(), trigger);
    if (w != "출장" && w != "순방")
      return korean_realis(text(), sentence.span, trigger);
    static Pattern const coming{
        R"(^(?:을|를|에|길에|차)?\s?(?:나설|떠날|갈|앞두|계획|예정|검토|취소|추진|오를|미뤘|연기))"};
    if (coming.first(text(), {trigger.end, sentence.span.end}))
      return korean_realis(text(), sentence.span, trigger) == Realis::cancelled ? Realis::cancelled : Realis::planned;
    return korean_realis(text(), sentence.span, trigger);
  }

  bool read(Span trigger, Way way, std::size_t from) {
    Happening trip{.deed = Deed::trip, .sentence = index};
    auto const part = quotation_around(text(), sentence.span, trigger.begin);
    Span const region{std::max(from, part.begin), trigger.begin};
    trip.places = places(region);
    if (auto const inside = place_in_word(trigger))
      trip.places.push_back(*inside);
    static Pattern const airport{R"(([가-힣]{2,6}(?:국제)?공항)(?:을|를)?(?:으로|에서|을 통해|를 통해|에))"};
    auto const gate = airport.first(text(), region);
    if (trip.places.empty() && gate)
      trip.places.push_back((*gate)[1]);
    static Pattern const journey{R"(출장|순방|방문|일정)"};
    if (trip.places.empty() && !(way == Way::back && journey.first(text(), region)))
      return false;
    bool guessed = false;
    auto who = traveller(trigger.begin, guessed);
    static Pattern const staying{R"(^\s중인\s)"};
    if (staying.first(text(), {trigger.end, sentence.span.end})) { // 방한 중인 찐 총리
      auto const guests = mentions_in(story, {trigger.end, sentence.span.end}, Thing::person);
      who = guests.empty() ? nobody : guests.front()->who;
    }
    if (who == nobody)
      return false;
    trip.people = {who};
    trip.realis = realis(trigger);
    trip.quote = quote(region, trigger, part);
    times(trip, way, region);
    complete_trip(trip);
    trip.attribution = korean_attribution(story, index, trigger);
    settle(trip.realis, trip.attribution);
    trip.confidence = guessed ? 0.7 : 0.85;
    keep_happening(story, std::move(trip));
    return true;
  }

  [[nodiscard]] Span quote(Span region, Span trigger, Span part) const {
    static Pattern const rest{R"(^[가-힣]*)"};
    auto const m = rest.first(text(), {trigger.end, part.end});
    return trim(text(), {region.begin, m ? (*m)[0].end : trigger.end}, ",.\" ");
  }
};

} // namespace

void read_korean_trips(Story& story, std::size_t index) {
  Reader reader{story, index, story.document.sentences[index]};
  struct Hit {
    Span span;
    Way way;
  };
  std::vector<Hit> hits;
  for (auto const& rule : rules())
    for (auto const& m : rule.pattern.all(story.document.text, reader.sentence.span))
      if (std::ranges::none_of(hits, [&](Hit const& h) { return h.span.overlaps(m[0]); }))
        hits.push_back({m[0], rule.way});
  std::ranges::sort(hits, [](Hit const& a, Hit const& b) { return a.span.begin < b.span.begin; });
  auto from = reader.sentence.span.begin;
  bool left = false;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    static Pattern const leads_on{R"(^(?:을|를|길에|에서|차|에)?[가-힣0-9\s]{0,34}$)"};
    bool const leads = i + 1 < hits.size() && cut(story.document.text, hits[i].span) == "출장" &&
                       leads_on.first(story.document.text, {hits[i].span.end, hits[i + 1].span.begin});
    if (leads)
      continue; // "출장을 끝내고 귀국했다" is one trip, told by its last verb
    auto const way = left && hits[i].way == Way::stay ? Way::there : hits[i].way;
    bool const told = reader.read(hits[i].span, way, from);
    left = !told && hits[i].way == Way::there; // "7일 출국해 독일을 방문했다": the day belongs to what follows
    if (told)
      from = hits[i].span.end;
  }
}

} // namespace attache::read::press
