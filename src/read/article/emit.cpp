#include "read/article/emit.h"

#include "base/unicode.h"
#include "model/vocabulary.h"
#include "read/article/cast.h"
#include "read/article/scene.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace attache::read::press {

namespace {

struct Writer {
  Story const& story;
  Batch batch;
  std::vector<RecordId> people, organisations;
  int mentions = 0, events = 0, trips = 0;

  [[nodiscard]] std::string const& text() const { return story.document.text; }

  RecordId record(RecordKind kind, std::string key) {
    auto const id = static_cast<RecordId>(batch.records.size() + 1);
    batch.records.push_back({.id = id, .source = {}, .kind = kind, .key = std::move(key)});
    return id;
  }

  [[nodiscard]] std::string where(Span span) const {
    auto const line = std::count(text().begin(), text().begin() + static_cast<std::ptrdiff_t>(span.begin), '\n') + 1;
    return fmt::format("line {}", line);
  }

  // A claim without exact words does not exist: an empty span keeps nothing.
  Claim* claim(RecordId subject, std::string_view property, std::string value, Span quote, double confidence) {
    quote = trim(text(), quote);
    if (quote.empty())
      return nullptr;
    Claim made{.subject = subject, .property = std::string{property}, .value = std::move(value)};
    made.evidence = {
        .locator = where(quote), .begin = quote.begin, .end = quote.end, .quote = std::string{cut(text(), quote)}};
    made.attribution = {.voice = Voice::narrator, .name = {}, .cue = {}, .hedged = false};
    made.confidence = std::round(confidence * 100) / 100;
    made.status = confidence < review_threshold ? Status::proposed : Status::accepted;
    batch.claims.push_back(std::move(made));
    return &batch.claims.back();
  }

  [[nodiscard]] bool in_caption(std::size_t sentence) const {
    return story.document.sentences[sentence].kind == BlockKind::caption;
  }

  // The body is better evidence of a name than a caption, wherever it stands.
  void names(RecordId id, Thing thing, std::string const& name, std::vector<std::size_t> at, double confidence) {
    std::ranges::stable_partition(at, [&](std::size_t i) { return !in_caption(story.mentions[i].sentence); });
    std::vector<std::string> told{name_key(name)};
    bool named = false;
    for (auto const i : at) {
      auto const& m = story.mentions[i];
      if (m.form == Form::pronoun || m.form == Form::group)
        continue;
      auto const title = m.sighting == nobody ? Span{} : story.sightings[m.sighting].title;
      auto const shown = m.form == Form::titled ? join(title, m.span) : m.span;
      auto const words = squeeze(cut(text(), shown));
      if (!named && name_key(words) == told.front()) {
        claim(id, property::name, words, shown, caption_weighed(m, confidence));
        named = true;
      } else if (std::ranges::find(told, name_key(words)) == told.end()) {
        told.push_back(name_key(words));
        claim(id, property::alias, words, shown,
              caption_weighed(m, std::min(confidence, thing == Thing::person ? 0.75 : 0.8)));
      }
    }
    if (!named && !at.empty())
      claim(id, property::name, name, story.mentions[at.front()].span,
            caption_weighed(story.mentions[at.front()], confidence));
  }

  [[nodiscard]] double caption_weighed(Mention const& m, double confidence) const {
    return in_caption(m.sentence) ? std::min(confidence, 0.5) : confidence;
  }

  void cast() {
    people.assign(story.people.size(), {});
    organisations.assign(story.organisations.size(), {});
    std::vector<bool> person_done(story.people.size()), organisation_done(story.organisations.size());
    for (auto const& m : story.mentions) {
      if (m.who == nobody)
        continue;
      bool const person = m.thing == Thing::person;
      auto done = person ? person_done[m.who] : organisation_done[m.who];
      if (done)
        continue;
      done = true;
      auto const id =
          record(person ? RecordKind::person : RecordKind::organisation, fmt::format("mention:{}", ++mentions));
      if (person) {
        people[m.who] = id;
        names(id, m.thing, story.people[m.who].name, story.people[m.who].mentions, story.people[m.who].confidence);
      } else {
        organisations[m.who] = id;
        auto const& o = story.organisations[m.who];
        names(id, m.thing, o.name, o.mentions, o.confidence);
      }
    }
  }

  [[nodiscard]] RecordId organisation_at(Span where, std::size_t sentence) const {
    for (auto const& m : story.mentions)
      if (m.thing == Thing::organisation && m.sentence == sentence && m.who != nobody && where.holds(m.span) &&
          m.span.begin == where.begin)
        return organisations[m.who];
    for (auto const& m : story.mentions)
      if (m.thing == Thing::organisation && m.sentence == sentence && m.who != nobody && where.holds(m.span))
        return organisations[m.who];
    return {};
  }

  // Each title a person is given, once per organisation.
  void roles() {
    std::vector<std::string> told;
    for (auto const& m : story.mentions) {
      if (m.thing != Thing::person || m.who == nobody || m.sighting == nobody)
        continue;
      auto const& sighting = story.sightings[m.sighting];
      if (sighting.title.empty())
        continue;
      auto const organisation = sighting.where.empty() ? RecordId{} : organisation_at(sighting.where, m.sentence);
      auto const title = squeeze(cut(text(), sighting.title));
      auto const key = fmt::format("{}|{}|{}", m.who, number(organisation), name_key(title));
      if (std::ranges::find(told, key) != told.end())
        continue;
      told.push_back(key);
      auto* made =
          claim(people[m.who], property::role, title, sighting.phrase, caption_weighed(m, sighting.confidence));
      if (made != nullptr) {
        made->object = organisation;
        made->valid.to = {};
      }
    }
  }

  struct Stand {
    Realis realis;
    Attribution attribution;
    Interval valid;
    bool derived = false;
    double confidence = 0;
  };

  void say(RecordId subject, std::string_view property, std::string value, RecordId object, Span quote,
           Stand const& stand) {
    auto* made = claim(subject, property, std::move(value), quote, stand.confidence);
    if (made == nullptr)
      return;
    made->object = object;
    made->realis = stand.realis;
    made->attribution = stand.attribution;
    made->valid = stand.valid;
    made->derived = stand.derived;
  }

  [[nodiscard]] Stand stand_of(Happening const& h) const {
    Stand stand{
        .realis = h.realis, .attribution = h.attribution, .valid = {}, .derived = false, .confidence = h.confidence};
    if (h.when) {
      stand.valid = {.from = h.when->from, .to = h.when->to, .zone = {}};
      stand.derived = h.when->derived;
    }
    if (h.realis == Realis::possible && h.attribution.voice == Voice::narrator)
      stand.confidence = std::min(stand.confidence, 0.55);
    return stand;
  }

  // The stand of a retelling: its own firmness and speaker, the time of the whole.
  [[nodiscard]] static Stand retold(Stand stand, Retelling const& again) {
    stand.realis = again.realis;
    stand.attribution = again.attribution;
    stand.confidence = again.confidence;
    return stand;
  }

  void contact(Happening const& h) {
    auto const id = record(RecordKind::contact, fmt::format("event:{}", ++events));
    auto const stand = stand_of(h);
    auto const kind = h.deed == Deed::call ? "call" : h.deed == Deed::event ? "event" : "meeting";
    say(id, property::contact_kind, kind, {}, h.quote, stand);
    for (auto const who : h.people)
      say(id, property::participant, {}, people[who], h.quote, stand);
    for (auto const who : h.organisations)
      say(id, property::participant, {}, organisations[who], h.quote, stand);
    for (auto const place : h.places)
      say(id, property::place, squeeze(cut(text(), place)), {}, place, stand);
    say(id, property::topic, squeeze(cut(text(), h.topic)), {}, h.topic, stand);
    say(id, property::title, squeeze(cut(text(), h.event_name)), {}, h.event_name, stand);
    if (h.secret)
      say(id, property::privacy, "private", {}, h.quote, stand);
    for (auto const& again : h.again)
      say(id, property::contact_kind, kind, {}, again.quote, retold(stand, again));
  }

  // 방미, 방일: the one syllable of a country, written out.
  [[nodiscard]] static std::string full_place(std::string const& place) {
    static constexpr std::pair<std::string_view, std::string_view> table[] = {
        {"미", "미국"}, {"중", "중국"}, {"일", "일본"}, {"한", "한국"}, {"美", "미국"}, {"中", "중국"}, {"日", "일본"}};
    for (auto const& [part, whole] : table)
      if (place == part)
        return std::string{whole};
    return place;
  }

  void trip(Happening const& h) {
    auto const id = record(RecordKind::trip, fmt::format("trip:{}", ++trips));
    auto const stand = stand_of(h);
    for (auto const who : h.people)
      say(id, property::traveller, {}, people[who], h.quote, stand);
    for (auto const place : h.places)
      say(id, property::stop, full_place(squeeze(cut(text(), place))), {}, place, stand);
    if (h.days > 0)
      say(id, property::duration_days, std::to_string(h.days), {}, h.days_quote, stand);
    say(id, property::purpose, squeeze(cut(text(), h.topic)), {}, h.topic, stand);
    for (auto const& again : h.again)
      for (auto const who : h.people)
        say(id, property::traveller, {}, people[who], again.quote, retold(stand, again));
  }

  void links() {
    for (auto const& l : story.links) {
      bool const founder = l.property == property::founder_of;
      Stand const stand{
          .realis = l.realis, .attribution = l.attribution, .valid = {}, .derived = false, .confidence = l.confidence};
      say(founder ? people[l.from] : organisations[l.from], l.property, {}, organisations[l.to], l.quote, stand);
    }
  }

  void amounts() {
    for (auto const& a : story.amounts) {
      Stand const stand{
          .realis = a.realis, .attribution = a.attribution, .valid = {}, .derived = false, .confidence = a.confidence};
      say(organisations[a.of], property::figure, fmt::format("{} {} {:.0f}", a.kind, a.money.currency, a.money.amount),
          {}, a.quote, stand);
    }
  }

  // A record of which nothing is said is none: whoever is named but never located is left out by cast().
  void write() {
    cast();
    roles();
    for (auto const& h : story.happenings)
      h.deed == Deed::trip ? trip(h) : contact(h);
    links();
    amounts();
  }
};

} // namespace

Batch emit(Story const& story) {
  Writer writer{story, {}, {}, {}};
  writer.write();
  return std::move(writer.batch);
}

} // namespace attache::read::press
