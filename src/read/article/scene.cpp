#include "read/article/scene.h"

#include "read/article/cast.h"
#include "read/article/lexicon.h"
#include "read/article/pattern.h"

#include <algorithm>

namespace attache::read::press {

std::vector<Mention const*> mentions_in(Story const& story, Span within, Thing thing) {
  std::vector<Mention const*> found;
  for (auto const& m : story.mentions)
    if (m.thing == thing && within.holds(m.span) && (m.who != nobody || !m.group.empty()))
      found.push_back(&m);
  return found;
}

void add_once(std::vector<std::size_t>& list, std::size_t item) {
  if (item != nobody && std::ranges::find(list, item) == list.end())
    list.push_back(item);
}

std::vector<std::size_t> people_of(std::vector<Mention const*> const& mentions) {
  std::vector<std::size_t> people;
  for (auto const* m : mentions) {
    add_once(people, m->who);
    for (auto const who : m->group)
      add_once(people, who);
  }
  return people;
}

bool inside_person(Story const& story, Mention const& organisation) {
  return std::ranges::any_of(story.mentions, [&](Mention const& m) {
    return m.thing == Thing::person && m.sentence == organisation.sentence && m.phrase.overlaps(organisation.span);
  });
}

namespace {

bool capital_before(std::string_view text, std::size_t at) {
  static Pattern const glued{R"([A-Z][\w'’-]* $)"};
  return glued.first(text, {at > 20 ? at - 20 : 0, at}).has_value();
}

} // namespace

std::vector<Span> places_in(std::string_view text, Span within, bool korean) {
  std::vector<Span> found;
  auto const add = [&](Words const& list) {
    for (auto const& name : list.listed())
      for (auto const span : occurrences(text, within, name))
        found.push_back(span);
  };
  if (korean) {
    add(ko_places());
  } else {
    add(en_places());
    add(en_countries());
  }
  std::ranges::sort(found, [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.size() > b.size(); });
  std::vector<Span> kept;
  for (auto const span : found) {
    bool const covered = std::ranges::any_of(kept, [&](Span k) { return k.overlaps(span); });
    bool const part_of_name = !korean && capital_before(text, span.begin) && !cut(text, span).empty();
    if (!covered && !part_of_name)
      kept.push_back(span);
  }
  return kept;
}

std::size_t protagonist(Story const& story, std::size_t sentence) {
  for (auto i = story.happenings.size(); i-- > 0;)
    if (story.happenings[i].sentence < sentence && !story.happenings[i].people.empty() &&
        story.document.sentences[story.happenings[i].sentence].kind == BlockKind::body)
      return story.happenings[i].people.front();
  for (auto const& m : story.mentions)
    if (m.thing == Thing::person && m.who != nobody && m.sentence < sentence &&
        story.document.sentences[m.sentence].kind == BlockKind::body)
      return m.who;
  return nobody;
}

namespace {

bool same_time(std::optional<When> const& a, std::optional<When> const& b) {
  if (!a || !b || !a->from.known() || !b->from.known())
    return true;
  return a->from.at < end_of(b->to) && b->from.at < end_of(a->to);
}

bool same_set(std::vector<std::size_t> a, std::vector<std::size_t> b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  return a == b;
}

bool took_place(Realis realis) { return realis == Realis::asserted || realis == Realis::reported; }

bool shares_place(Story const& story, Happening const& a, Happening const& b) {
  if (a.places.empty() || b.places.empty())
    return true;
  for (auto const x : a.places)
    for (auto const y : b.places)
      if (cut(story.document.text, x) == cut(story.document.text, y))
        return true;
  return false;
}

// Two statements of one happening: the same people, and nothing that tells them apart.
bool repeats(Story const& story, Happening const& old, Happening const& fresh) {
  if (old.deed != fresh.deed || took_place(old.realis) != took_place(fresh.realis) ||
      !same_time(old.when, fresh.when) || !same_set(old.people, fresh.people))
    return false;
  auto const ends = [](Happening const& h) { return h.when ? h.when->to : Moment{}; };
  if (old.deed == Deed::trip && ends(old).precision == Precision::day && ends(old) == ends(fresh))
    return true; // home on the same day
  if (old.deed == Deed::trip)
    return shares_place(story, old, fresh) && (old.days == 0 || fresh.days == 0 || old.days == fresh.days);
  bool const several = old.people.size() + old.organisations.size() > 1;
  bool const vague = !several && !old.when && !fresh.when; // "met CEOs of many companies", said twice
  return (several || vague) && same_set(old.organisations, fresh.organisations) &&
         (old.realis == fresh.realis || (several && took_place(old.realis) && !old.when && !fresh.when)) &&
         (old.when.has_value() || !fresh.when.has_value() || old.sentence + 3 > fresh.sentence);
}

} // namespace

void keep_happening(Story& story, Happening happening) {
  for (auto& old : story.happenings) {
    if (!repeats(story, old, happening))
      continue;
    if (happening.when && (!old.when || (!old.when->from.known() && happening.when->from.known())))
      old.when = happening.when;
    if (old.days == 0) {
      old.days = happening.days;
      old.days_quote = happening.days_quote;
    }
    if (old.places.empty())
      old.places = happening.places;
    if (old.when && happening.when && !old.when->from.known())
      old.when->from = happening.when->from;
    if (old.topic.empty())
      old.topic = happening.topic;
    old.secret = old.secret || happening.secret;
    old.again.push_back({happening.quote, happening.realis, happening.attribution, happening.confidence});
    return;
  }
  story.happenings.push_back(std::move(happening));
}

namespace {

// The meeting told of in which everybody in the picture took part; null if there is none.
Happening* pictured(Story& story, std::vector<std::size_t> const& people) {
  for (auto& told : story.happenings)
    if (told.deed == Deed::meeting && took_place(told.realis) && std::ranges::all_of(people, [&](std::size_t who) {
          return std::ranges::find(told.people, who) != told.people.end();
        }))
      return &told;
  return nullptr;
}

} // namespace

void read_caption(Story& story, std::size_t index) {
  auto const& sentence = story.document.sentences[index];
  auto const people = people_of(mentions_in(story, sentence.span, Thing::person));
  if (people.size() < 2)
    return;
  Happening photo{.deed = Deed::meeting,
                  .sentence = index,
                  .quote = sentence.span,
                  .people = people,
                  .realis = Realis::photo,
                  .confidence = 0.5};
  photo.attribution = {.voice = Voice::narrator, .name = {}, .cue = {}, .hedged = false};
  if (auto* told = pictured(story, people)) {
    told->again.push_back({photo.quote, Realis::photo, photo.attribution, photo.confidence});
    return;
  }
  auto const& text = story.document.text;
  auto const dates = sentence.korean ? korean_dates(text, sentence.span, {.published = story.document.published})
                                     : english_dates(text, sentence.span, {.published = story.document.published});
  if (!dates.empty())
    photo.when = dates.front();
  auto const places = places_in(text, sentence.span, sentence.korean);
  if (places.size() == 1)
    photo.places = places;
  story.happenings.push_back(std::move(photo));
}

} // namespace attache::read::press
