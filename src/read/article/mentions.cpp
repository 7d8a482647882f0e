#include "base/unicode.h"
#include "read/article/cast.h"
#include "read/article/lexicon.h"
#include "read/article/names.h"

#include <algorithm>
#include <map>

namespace attache::read::press {

namespace {

struct Name {
  std::string text;
  Thing thing = Thing::person;
  std::size_t who = nobody;
};

struct Finder {
  Story& story;
  std::vector<Mention> found;

  [[nodiscard]] std::string_view text() const { return story.document.text; }

  [[nodiscard]] bool taken(Span span) const {
    return std::ranges::any_of(found, [&](Mention const& m) { return m.span.overlaps(span); });
  }

  [[nodiscard]] std::vector<Name> names() const {
    std::vector<Name> all;
    for (std::size_t i = 0; i < story.people.size(); ++i)
      all.push_back({story.people[i].name, Thing::person, i});
    for (std::size_t i = 0; i < story.organisations.size(); ++i)
      all.push_back({story.organisations[i].name, Thing::organisation, i});
    for (auto const& sighting : story.sightings)
      if (sighting.thing == Thing::organisation && !sighting.alias.empty())
        for (std::size_t i = 0; i < story.organisations.size(); ++i)
          if (name_key(story.organisations[i].name) == name_key(cut(text(), sighting.name)))
            all.push_back({std::string{cut(text(), sighting.alias)}, Thing::organisation, i});
    std::ranges::stable_sort(all, [](Name const& a, Name const& b) { return a.text.size() > b.text.size(); });
    return all;
  }

  [[nodiscard]] std::size_t sighting_at(Span name, Thing thing) const {
    for (std::size_t i = 0; i < story.sightings.size(); ++i)
      if (story.sightings[i].thing == thing && story.sightings[i].name == name)
        return i;
    return nobody;
  }

  void add(std::size_t sentence, Span span, Thing thing, std::size_t who, Form form) {
    auto const sighting = sighting_at(span, thing);
    auto const phrase = sighting == nobody ? span : story.sightings[sighting].phrase;
    found.push_back({.thing = thing,
                     .sentence = sentence,
                     .span = span,
                     .phrase = phrase,
                     .form = form,
                     .who = who,
                     .group = {},
                     .sighting = sighting});
  }

  void full_names() {
    for (auto const& name : names())
      for (std::size_t s = 0; s < story.document.sentences.size(); ++s)
        for (auto const span : occurrences(text(), story.document.sentences[s].span, name.text))
          if (!taken(span))
            add(s, span, name.thing, name.who, Form::full);
  }

  // The titles with which the person of a sighting has been named in full, joined.
  [[nodiscard]] bool title_fits(std::size_t person, std::string_view title) const {
    auto const wanted = lower(title);
    for (auto const& sighting : story.sightings) {
      if (sighting.thing != Thing::person || sighting.title.empty() ||
          name_key(cut(text(), sighting.name)) != name_key(story.people[person].name))
        continue;
      auto const stated = lower(cut(text(), sighting.title));
      if (stated.find(wanted) != stated.npos || wanted.find(stated) != wanted.npos)
        return true;
    }
    return false;
  }

  [[nodiscard]] bool surname_matches(Person const& person, std::string_view surname) const {
    if (person.surname == surname)
      return true;
    auto const first = person.name.substr(0, person.name.find(' '));
    bool const hangul = has_hangul(surname);
    if (hangul != has_hangul(person.name))
      return false;
    return hangul ? first == surname && code_points(surname) > 1 : first == surname && asian_surnames().has(first);
  }

  // Who "Chairman Lee" or "Lee" is; nobody if two could be meant.
  [[nodiscard]] std::size_t by_surname(std::string_view surname, std::string_view title) const {
    std::vector<std::size_t> able;
    for (std::size_t i = 0; i < story.people.size(); ++i)
      if (surname_matches(story.people[i], surname))
        able.push_back(i);
    if (able.size() > 1 && !title.empty()) {
      auto fitting = able;
      std::erase_if(fitting, [&](std::size_t i) { return !title_fits(i, title); });
      if (fitting.size() == 1)
        return fitting.front();
    }
    std::erase_if(able, [&](std::size_t i) { return photo_only(i); });
    return able.size() == 1 ? able.front() : nobody;
  }

  [[nodiscard]] bool photo_only(std::size_t person) const {
    return std::ranges::none_of(found, [&](Mention const& m) {
      return m.thing == Thing::person && m.who == person &&
             story.document.sentences[m.sentence].kind != BlockKind::caption;
    });
  }

  void titled() {
    for (std::size_t i = 0; i < story.sightings.size(); ++i) {
      auto const sighting = story.sightings[i];
      if (sighting.thing != Thing::person || taken(sighting.name))
        continue;
      auto const name = cut(text(), sighting.name);
      auto who = by_surname(name, cut(text(), sighting.title));
      if (who == nobody && unheard_of(name) && (!has_hangul(name) || code_points(name) > 1)) {
        who = story.people.size(); // "Chairman Lee" whom the article never names in full
        story.people.push_back({.name = squeeze(name), .surname = squeeze(name), .mentions = {}, .confidence = 0.45});
      }
      add(sighting.sentence, sighting.name, Thing::person, who, Form::titled);
    }
  }

  [[nodiscard]] bool unheard_of(std::string_view surname) const {
    return std::ranges::none_of(story.people, [&](Person const& p) { return surname_matches(p, surname); });
  }

  // "Huang said": a surname on its own, in Latin letters or at least two syllables long.
  void surnames() {
    std::map<std::string, std::size_t> forms;
    for (auto const& person : story.people) {
      auto const& surname = person.surname;
      bool const korean_syllable = has_hangul(surname) && code_points(surname) < 2;
      if (!surname.empty() && !korean_syllable && surname != person.name)
        forms[surname] = by_surname(surname, {});
    }
    for (auto const& [surname, who] : forms)
      for (std::size_t s = 0; s < story.document.sentences.size(); ++s)
        for (auto const span : occurrences(text(), story.document.sentences[s].span, surname))
          if (!taken(span) && stands_alone(span))
            add(s, span, Thing::person, who, Form::surname);
  }

  // No other capitalised word is glued to it: "Huang" but not "Huang Foundation".
  [[nodiscard]] bool stands_alone(Span span) const {
    static Pattern const after{R"(^ (?:[A-Z][a-z]+(?:-[a-z]+)?)\b)"};
    static Pattern const before{R"([A-Z][\w'’-]* \z)"};
    Span const right{span.end, std::min(text().size(), span.end + 24)};
    Span const left{span.begin > 24 ? span.begin - 24 : 0, span.begin};
    auto const next = after.first(text(), right);
    bool const glued = next && !en_not_names().has(cut(text(), {(*next)[0].begin + 1, (*next)[0].end}));
    return !glued && !before.first(text(), left).has_value();
  }
};

} // namespace

void find_mentions(Story& story) {
  Finder finder{story, {}};
  finder.full_names();
  finder.titled();
  finder.surnames();
  std::ranges::sort(finder.found, [](Mention const& a, Mention const& b) { return a.span.begin < b.span.begin; });
  story.mentions = std::move(finder.found);
}

} // namespace attache::read::press
