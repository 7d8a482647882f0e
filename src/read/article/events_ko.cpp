// MEET and ATTEND in Korean.
#include "read/article/frame.h"
#include "read/article/names.h"
#include "read/article/pattern.h"
#include "read/article/scene.h"
#include "read/article/triggers.h"
#include "read/article/trips.h"

#include <algorithm>

namespace attache::read::press {

namespace {

enum class Part : std::uint8_t { none, subject, object, with, list, owner };

struct Reader {
  Story& story;
  std::size_t index;
  Sentence sentence;
  std::vector<Trigger> triggers;

  [[nodiscard]] std::string const& text() const { return story.document.text; }

  // What the particle behind a mention makes of it.
  [[nodiscard]] Part part_of(Mention const& m) const {
    static Pattern const after{
        R"(^(?:\([^)]{1,30}\))?(?:\s?(?:전|현)?\s?)?(?:(은|는|이|가|께서|측은|측이)(?=[\s,])|(을|를|과도|와도|도)(?=[\s,])|(과|와|과는|와는|과의|와의|하고|랑)(?=[\s,])|(의)(?=\s)|(,|·|\s?및|\s?그리고|\s?등(?:을|과|이|은)?|ㆍ)))"};
    auto const found = after.first(text(), {m.phrase.end, sentence.span.end});
    if (!found)
      return Part::none;
    auto const& g = *found;
    return !g[1].empty()   ? Part::subject
           : !g[2].empty() ? Part::object
           : !g[3].empty() ? Part::with
           : !g[4].empty() ? Part::owner
                           : Part::list;
  }

  // "A, B 등이": the last of a series tells for all of it.
  [[nodiscard]] Part series_part(std::vector<Mention const*> const& all, std::size_t i) const {
    static Pattern const close{R"(^\s?(?:등|등\s[^,.]{0,30}?)?(은|는|이|가|을|를|과|와|께서)(?:\s|,))"};
    auto part = part_of(*all[i]);
    while (part == Part::list || part == Part::none) {
      Span const gap{all[i]->phrase.end, i + 1 < all.size() ? all[i + 1]->phrase.begin : sentence.span.end};
      static Pattern const etc{
          R"(^[^,.]{0,6}등\s?(?:[가-힣A-Za-z0-9 ]{0,30}?)?(은|는|이|가|을|를|과|와|께서)(?:\s|,))"};
      if (auto const m = etc.first(text(), gap)) {
        auto const w = cut(text(), (*m)[1]);
        return w == "은" || w == "는" || w == "이" || w == "가" || w == "께서" ? Part::subject : Part::object;
      }
      if (i + 1 >= all.size() || part == Part::none || gap.size() > 24)
        return part == Part::list ? Part::object : part;
      part = part_of(*all[++i]);
      if (part == Part::with)
        return Part::with;
    }
    return part;
  }

  [[nodiscard]] Span scope(std::size_t at) const { return quotation_around(text(), sentence.span, at); }

  // The subject left of `at`: the nearest person with a subject's particle; else the topic of the sentences before.
  [[nodiscard]] std::vector<std::size_t> subjects(Span within, std::size_t at, bool& guessed) const {
    auto const all = mentions_in(story, {within.begin, at}, Thing::person);
    for (auto i = all.size(); i-- > 0;) {
      if (part_of(*all[i]) != Part::subject)
        continue;
      auto people = people_of({all[i]});
      for (auto k = i; k-- > 0;) { // A와 B는
        auto const part = part_of(*all[k]);
        if ((part != Part::with && part != Part::list) || all[k + 1]->phrase.begin > all[k]->phrase.end + 12)
          break;
        for (auto const who : people_of({all[k]}))
          add_once(people, who);
      }
      return people;
    }
    guessed = true;
    auto const who = topic_before();
    return who == nobody ? std::vector<std::size_t>{} : std::vector{who};
  }

  [[nodiscard]] std::size_t topic_before() const {
    for (auto i = index; i-- > 0;) {
      auto const& earlier = story.document.sentences[i];
      if (earlier.kind != BlockKind::body || !earlier.korean)
        continue;
      Reader const there{story, i, earlier, {}};
      auto const all = mentions_in(story, earlier.span, Thing::person);
      for (auto const* m : all)
        if (there.part_of(*m) == Part::subject && m->who != nobody)
          return m->who;
      if (all.size() == 1 && all.front()->who != nobody && there.part_of(*all.front()) != Part::object &&
          there.part_of(*all.front()) != Part::with)
        return all.front()->who;
    }
    return protagonist(story, index);
  }

  [[nodiscard]] std::size_t clause_begin(Trigger const& trigger) const {
    auto begin = scope(trigger.span.begin).begin;
    for (auto const& t : triggers)
      if (t.span.end <= trigger.span.begin)
        begin = std::max(begin, t.span.end);
    return begin;
  }

  void counterparts(Happening& happening, Span clause) const {
    auto const all = mentions_in(story, clause, Thing::person);
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto const part = series_part(all, i);
      bool const owner = part == Part::owner && i > 0 && part_of(*all[i - 1]) == Part::with &&
                         clause.end - all[i]->phrase.end < 16; // A와 B의 회동
      happening.between = happening.between || owner;
      if (part == Part::object || part == Part::with || owner)
        for (auto const who : people_of({all[i]}))
          add_once(happening.people, who);
    }
    auto const companies = mentions_in(story, clause, Thing::organisation);
    for (auto const* m : companies)
      if (!inside_person(story, *m) && takes_part(*m))
        add_once(happening.organisations, m->who);
  }

  // "BYD와 화웨이의 최고경영진을", "NTT도코모와 KDDI 등": an organisation whose people are met.
  [[nodiscard]] bool takes_part(Mention const& m) const {
    static Pattern const after{
        R"(^(?:\([^)]{1,24}\))?(?:[과와,·ㆍ]|\s및|\s?등|의\s(?:[가-힣A-Z]+\s){0,2}(?:최고|경영|대표|임원|관계자|CEO|수뇌|고위|회장|사장|창업|리더|실무)|\s(?:[가-힣A-Z]+\s){0,2}(?:최고경영진|경영진|임원|관계자|CEO|대표|수뇌부|고위|본사 관계자|측)|[을를]|\s?측(?:과|을)))"};
    static Pattern const place{R"(^(?:에서|에|\s?(?:본사|공장|사옥|캠퍼스|사업장|연구소|매장)))"};
    return !place.first(text(), {m.span.end, sentence.span.end}) &&
           after.first(text(), {m.span.end, sentence.span.end}).has_value();
  }

  [[nodiscard]] std::optional<When> date(Span clause, Realis realis, std::size_t at) const {
    Clock const clock{.published = story.document.published,
                      .last = story.last_date,
                      .future = realis == Realis::planned || realis == Realis::possible};
    std::optional<When> best;
    for (auto const& d : korean_dates(text(), clause, clock)) {
      static Pattern const source{
          R"(^\s(?:업계|재계|관련|[가-힣]{2,8}(?:업계|부|청|측))[가-힣 ]{0,12}(?:따르면|의하면))"};
      if (d.span.begin < at && !source.first(text(), {d.span.end, clause.end}))
        best = d;
    }
    return best;
  }

  // The words before 에서: "미국 워싱턴 상무부에서".
  [[nodiscard]] std::vector<Span> venue(Span clause) const {
    static Pattern const pattern{
        R"(((?:[가-힣A-Za-z0-9()·'‘’]+\s){0,4}[가-힣A-Za-z0-9()·'‘’]+?)(?:에서|에서는|에서도)(?=[\s,]))"};
    static Pattern const not_place{
        R"((?:자리|가운데|상황|분야|과정|차원|회의|회담|회동|면담|간담회|인터뷰|출장|통화|기자회견|행사|보도|업계|재계|일각|안팎|내부|만찬|오찬|점|바탕|포럼|이후|이번 방문)$)"};
    std::vector<Span> found;
    for (auto const& m : pattern.all(text(), clause)) {
      auto span = m[1];
      static Pattern const lead{
          R"(^(?:.*(?:[은는이가을를과와도]|만나|[0-9]+일|[0-9]시께?|오전|오후|현지시간\)|이날|지난|오는|따르면|등|최근|당시|끝난|함께|전날|취임|아침|저녁|낮|밤|위해|맞아|고|며|서)\s)+)"};
      if (auto const cutoff = lead.first(text(), span))
        span.begin = (*cutoff)[0].end;
      if (!span.empty() && !not_place.found(cut(text(), span)) && code_like(span))
        found.push_back(span);
    }
    if (found.size() > 1)
      found.erase(found.begin(), found.end() - 1);
    return found;
  }

  [[nodiscard]] bool code_like(Span span) const {
    return span.size() >= 3 && mentions_in(story, span, Thing::person).empty();
  }

  [[nodiscard]] Span topic(std::size_t from) const {
    static Pattern const pattern{
        R"(((?:[가-힣A-Za-z0-9()·'‘’,]+\s){0,5}[가-힣A-Za-z0-9()·'‘’]+?)(?:을|를|에 대해|에 대한 의견을|에 관해|을 두고|를 두고|과 관련해|와 관련해)\s(?:[가-힣]+\s){0,2}(?:논의|협의|이야기|의논|의견|공유|대화|교환|나눴|모색))"};
    auto const m = pattern.first(text(), {from, scope(from > 0 ? from - 1 : from).end});
    if (!m)
      return {};
    auto span = (*m)[1];
    static Pattern const lead{R"(^[가-힣]{0,4}(?:고|서|며|나)?\s)"};
    if (cut(text(), span).size() > 0 && span.begin == from)
      if (auto const l = lead.first(text(), span))
        span.begin = (*l)[0].end;
    return trim(text(), span);
  }

  [[nodiscard]] Span quote(Trigger const& trigger, Span clause) const {
    auto begin = trigger.span.begin;
    for (auto const thing : {Thing::person, Thing::organisation})
      for (auto const* m : mentions_in(story, clause, thing))
        begin = std::min(begin, std::max(clause.begin, m->phrase.begin));
    static Pattern const word{R"(^[가-힣]*)"};
    auto const part = scope(trigger.span.begin);
    auto end = part.end;
    for (auto const& t : triggers)
      if (t.span.begin > trigger.span.end && t.deed != Deed::event)
        end = std::min(end, t.span.begin);
    return trim(text(), {begin, std::max(end, trigger.span.end)}, ",.\" ");
  }

  void finish(Trigger const& trigger, Happening happening, Span clause) {
    happening.deed = trigger.deed == Deed::talk ? Deed::meeting : trigger.deed;
    happening.sentence = index;
    happening.realis = korean_realis(text(), sentence.span, trigger.span);
    happening.quote = quote(trigger, clause);
    happening.when = date(clause, happening.realis, trigger.span.begin);
    if (!happening.when && triggers.size() == 1)
      happening.when = date(sentence.span, happening.realis, trigger.span.begin);
    static Pattern const link{R"(^(?:이어|이어서|뒤이어|곧이어|이후|이에 앞서|또한?|같은 자리)\s)"};
    auto const last = std::find_if(story.happenings.rbegin(), story.happenings.rend(),
                                   [](Happening const& h) { return h.deed != Deed::trip; });
    if (!happening.when && happening.realis == Realis::asserted && last != story.happenings.rend() && last->when &&
        last->sentence + 2 > index && last->when->from == last->when->to && link.first(text(), sentence.span)) {
      happening.when = last->when;
      happening.when->derived = true;
    }
    auto const& published = story.document.published;
    if (happening.realis == Realis::asserted && happening.when && published.known() &&
        happening.when->from.at >= end_of(published))
      happening.realis = Realis::planned;
    happening.places = venue(clause);
    happening.topic = topic(trigger.span.end);
    static Pattern const hidden{R"(비공개|비밀리|단독으로|사적인|극비)"};
    happening.secret = hidden.first(text(), {clause.begin, happening.quote.end}).has_value();
    happening.attribution = korean_attribution(story, index, trigger.span);
    settle(happening.realis, happening.attribution);
    keep_happening(story, std::move(happening));
  }

  // "조현동 주미대사 등이 참석한 가운데": they take part in the meeting just told of.
  bool joins_earlier(Trigger const& trigger, Span clause) {
    static Pattern const amid{R"(^(?:참석한|참석해|배석한|동석한)[가-힣]*\s?(?:가운데|자리))"};
    static Pattern const meeting{R"((?:회담|회동|면담|간담회|만찬|오찬|만남|자리)[은는이에]?)"};
    if (story.happenings.empty() || story.happenings.back().deed != Deed::meeting ||
        story.happenings.back().sentence + 2 < index || story.happenings.back().sentence == index)
      return false;
    if (!amid.first(text(), {trigger.span.begin, sentence.span.end}) && !meeting.first(text(), clause))
      return false;
    auto const joined = people_of(mentions_in(story, clause, Thing::person));
    auto& last = story.happenings.back();
    auto const realis = korean_realis(text(), sentence.span, trigger.span);
    if (realis != Realis::asserted || (last.realis != Realis::asserted && last.realis != Realis::reported))
      return false;
    for (auto const who : joined)
      add_once(last.people, who);
    if (!joined.empty())
      last.again.push_back(
          {trim(text(), sentence.span, "."), realis, korean_attribution(story, index, trigger.span), 0.7});
    return !joined.empty();
  }

  void attend(Trigger const& trigger, Span clause) {
    if (joins_earlier(trigger, clause))
      return;
    static Pattern const name{
        R"(((?:[가-힣A-Za-z0-9()·'‘’]+\s){0,4}[가-힣A-Za-z0-9()·'‘’]*(?:포럼|정상회의|서밋|콘퍼런스|컨퍼런스|회의|총회|행사|시상식|기념식|만찬|리셉션|박람회|CES|MWC|APEC|개막식|결혼식|장례식|갈라))에)"};
    auto const m = name.first(text(), clause);
    bool guessed = false;
    auto people = subjects(scope(trigger.span.begin), trigger.span.begin, guessed);
    if (!m || people.empty())
      return;
    Happening happening{
        .people = std::move(people), .event_name = trim(text(), (*m)[1]), .confidence = guessed ? 0.55 : 0.7};
    finish(trigger, std::move(happening), clause);
  }

  // "두 장관은 ... 논의했다" behind their meeting says what they spoke of there.
  bool continues(Happening const& talk, Trigger const& trigger, Span clause) {
    if (story.happenings.empty() || story.happenings.back().sentence + 3 < index)
      return false;
    auto& last = story.happenings.back();
    bool const same = last.deed == Deed::meeting && std::ranges::all_of(talk.people, [&](std::size_t who) {
                        return std::ranges::find(last.people, who) != last.people.end();
                      });
    if (same)
      last.again.push_back({quote(trigger, clause), last.realis, korean_attribution(story, index, trigger.span), 0.7});
    return same;
  }

  // "A와 협력을 논의했다": a talk is a meeting where somebody stands with 와 or a group speaks.
  [[nodiscard]] bool spoken_with(Span clause) const {
    for (auto const* m : mentions_in(story, clause, Thing::person))
      if (part_of(*m) == Part::with || m->group.size() > 1)
        return true;
    return false;
  }

  void read(Trigger const& trigger) {
    Span const clause{clause_begin(trigger), trigger.span.begin};
    if (trigger.deed == Deed::event)
      return attend(trigger, clause);
    if (trigger.deed == Deed::talk && (triggers.size() > 1 || !spoken_with(clause)))
      return;
    bool guessed = false;
    Happening happening;
    happening.people = subjects(scope(trigger.span.begin), trigger.span.begin, guessed);
    auto const before = happening.people.size();
    counterparts(happening, clause);
    if (happening.between && guessed)
      happening.people.erase(happening.people.begin(), happening.people.begin() + static_cast<std::ptrdiff_t>(before));
    bool const met = happening.people.size() > before || !happening.organisations.empty();
    if (!met && !(before > 1 && !guessed) && !unnamed(trigger, clause, guessed))
      return;
    if (happening.people.size() + happening.organisations.size() < 2 && happening.people.empty())
      return;
    if (trigger.deed == Deed::talk && continues(happening, trigger, clause))
      return;
    happening.confidence = guessed ? 0.7 : met || before > 1 ? 0.9 : 0.75;
    finish(trigger, std::move(happening), clause);
  }

  // "글로벌 기업 20여 곳의 최고경영자를 만나": nobody is named, yet it was a meeting.
  [[nodiscard]] bool unnamed(Trigger const& trigger, Span clause, bool guessed) const {
    static Pattern const people{
        R"((?:최고경영자|CEO|경영진|임원|관계자|전문가|석학|기업인|총수|장관|투자자|리더|의원|학자|인사|수장|대표)(?:들|진)?(?:을|를|과|와|등을|들과|과의|와의)?\s(?:[가-힣]+\s){0,4}$)"};
    return !guessed && people.first(text(), {clause.begin, trigger.span.begin}).has_value();
  }

  // "BMS 등도 만난 기업 명단에 올랐다" is read by the verb above; "명단에 포함됐다" here.
  void list_of_meetings() {
    static Pattern const list{R"((?:면담|만남|회동|만난)[가-힣\s]{0,12}(?:명단|목록|리스트)에)"};
    auto const m = list.first(text(), sentence.span);
    auto const before = std::find_if(story.happenings.rbegin(), story.happenings.rend(), [&](Happening const& h) {
      return h.deed == Deed::meeting && !h.people.empty() && h.realis != Realis::photo && h.sentence + 3 > index;
    });
    if (!m || before == story.happenings.rend())
      return;
    Happening happening{.sentence = index,
                        .quote = trim(text(), sentence.span, "."),
                        .people = {before->people.front()},
                        .confidence = 0.7};
    for (auto const* o : mentions_in(story, {sentence.span.begin, (*m)[0].begin}, Thing::organisation))
      if (!inside_person(story, *o))
        add_once(happening.organisations, o->who);
    if (happening.organisations.empty())
      return;
    bool const real = before->realis == Realis::asserted || before->realis == Realis::reported;
    auto const own = korean_realis(text(), sentence.span, {(*m)[0].end, (*m)[0].end + 1});
    happening.realis = !real ? before->realis : own;
    happening.attribution = korean_attribution(story, index, (*m)[0]);
    settle(happening.realis, happening.attribution);
    keep_happening(story, std::move(happening));
  }
};

} // namespace

void read_korean_events(Story& story, std::size_t index) {
  Reader reader{story, index, story.document.sentences[index], {}};
  reader.triggers = korean_triggers(story.document.text, reader.sentence.span);
  static Pattern const list{R"((?:면담|만남|회동|만난)[가-힣\s]{0,12}(?:명단|목록|리스트)에)"};
  if (list.first(story.document.text, reader.sentence.span))
    reader.list_of_meetings();
  else
    for (auto const& trigger : std::vector{reader.triggers})
      reader.read(trigger);
  read_korean_trips(story, index);
  auto const dates = korean_dates(story.document.text, reader.sentence.span,
                                  {.published = story.document.published, .last = story.last_date});
  for (auto const& d : dates)
    if (d.from.precision == Precision::day)
      story.last_date = d.from;
}

} // namespace attache::read::press
