#include "read/article/cast.h"

#include "base/unicode.h"
#include "read/article/lexicon.h"
#include "read/article/names.h"

#include <algorithm>

namespace attache::read::press {

std::string name_key(std::string_view name) { return fold_case(squeeze(name)); }

namespace {

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  for (auto const& token : tokenize(name, {0, name.size()}))
    if (token.word)
      words.emplace_back(cut(name, token.span));
  return words;
}

std::string korean_surname(std::string_view name) {
  if (auto const space = name.rfind(' '); space != std::string_view::npos)
    return std::string{name.substr(space + 1)};
  auto at = std::size_t{0};
  next_code_point(name, at);
  if (code_points(name) == 4) {
    auto second = at;
    next_code_point(name, second);
    if (ko_surnames().has(name.substr(0, second)))
      return std::string{name.substr(0, second)};
  }
  return std::string{code_points(name) == 3 && ko_surnames().has(name.substr(0, at)) ? name.substr(0, at) : name};
}

bool family_first(std::vector<std::string> const& words) {
  auto const& first = words.front();
  auto const& last = words.back();
  if (!asian_surnames().has(first))
    return false;
  if (last.find('-') != last.npos)
    return true;
  return !asian_surnames().has(last) && (words.size() == 3 || !en_given_names().has(first));
}

} // namespace

std::string surname_of(std::string_view name) {
  if (has_hangul(name))
    return korean_surname(name);
  auto words = words_of(name);
  if (words.empty())
    return {};
  if (words.size() > 1 && (words.back() == "Jr" || words.back() == "Jr."))
    words.pop_back();
  return words.size() > 1 && family_first(words) ? words.front() : words.back();
}

std::vector<Span> occurrences(std::string_view text, Span within, std::string_view name) {
  std::vector<Span> found;
  auto const part = cut(text, within);
  auto const inside_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  for (auto at = part.find(name); at != part.npos && !name.empty(); at = part.find(name, at + 1)) {
    bool const open = at == 0 || (!inside_word(part[at - 1]) && part[at - 1] != '-' && part[at - 1] != '@');
    bool const hangul_before = at >= 3 && has_hangul(part.substr(at - 3, 3));
    auto const rest = part.substr(at + name.size());
    bool const latin_glued = !rest.empty() && rest[0] == '-' && rest.size() > 1 && inside_word(rest[1]);
    if (open && !hangul_before && !latin_glued && particle_or_nothing(rest))
      found.push_back({within.begin + at, within.begin + at + name.size()});
  }
  return found;
}

namespace {

bool full_name(std::string_view name) {
  if (has_hangul(name))
    return name.find(' ') != name.npos || (code_points(name) >= 3 && korean_surname(name) != name);
  return words_of(name).size() > 1;
}

std::size_t add_person(Story& story, std::string const& name, double confidence) {
  auto const key = name_key(name);
  for (std::size_t i = 0; i < story.people.size(); ++i)
    if (name_key(story.people[i].name) == key) {
      story.people[i].confidence = std::max(story.people[i].confidence, confidence);
      return i;
    }
  story.people.push_back({.name = name, .surname = surname_of(name), .mentions = {}, .confidence = confidence});
  return story.people.size() - 1;
}

std::size_t add_organisation(Story& story, std::string const& name, double confidence) {
  auto const key = name_key(name);
  for (std::size_t i = 0; i < story.organisations.size(); ++i)
    if (name_key(story.organisations[i].name) == key) {
      auto& known = story.organisations[i].confidence;
      known = known < 0.6 && confidence < 0.6 ? 0.7 : std::max(known, confidence); // twice the same acronym: a name
      return i;
    }
  story.organisations.push_back({.name = name, .mentions = {}, .confidence = confidence});
  return story.organisations.size() - 1;
}

void sight_known(Story& story, Known const& known) {
  auto const add = [&](Thing thing, std::string const& name) {
    if (name.size() < 2 || (thing == Thing::person && !full_name(name)))
      return;
    for (std::size_t s = 0; s < story.document.sentences.size(); ++s)
      for (auto const span : occurrences(story.document.text, story.document.sentences[s].span, name)) {
        auto const taken = [&](Sighting const& o) { return o.sentence == s && o.phrase.overlaps(span); };
        if (std::ranges::none_of(story.sightings, taken))
          story.sightings.push_back({.thing = thing, .sentence = s, .name = span, .phrase = span, .confidence = 0.9});
      }
  };
  for (auto const& name : known.people)
    add(Thing::person, nfc(name));
  for (auto const& name : known.organisations)
    add(Thing::organisation, nfc(name));
}

// A cap run like "Sam Altman" is a person when its surname alone is said to speak or act elsewhere; organisations are
// dropped where the same words are a person's.
void drop_false_organisations(Story& story) {
  auto const same_as_person = [&](Sighting const& org) {
    auto const key = name_key(cut(story.document.text, org.name));
    return std::ranges::any_of(story.people, [&](Person const& p) { return name_key(p.name) == key; });
  };
  std::erase_if(story.sightings,
                [&](Sighting const& s) { return s.thing == Thing::organisation && same_as_person(s); });
}

// "APEC", where "Asia-Pacific Economic Cooperation (APEC)" stands somewhere.
bool short_form(Story const& story, Sighting const& organisation) {
  auto const& text = story.document.text;
  return std::ranges::any_of(story.sightings, [&](Sighting const& other) {
    return other.thing == Thing::organisation && !other.alias.empty() && other.name != organisation.name &&
           cut(text, other.alias) == cut(text, organisation.name);
  });
}

} // namespace

void meet_the_cast(Story& story, Known const& known) {
  auto const& text = story.document.text;
  for (std::size_t i = 0; i < story.document.sentences.size(); ++i) {
    auto const& sentence = story.document.sentences[i];
    auto seen = sentence.korean ? sight_korean(text, sentence, i) : sight_english(text, sentence, i);
    story.sightings.insert(story.sightings.end(), seen.begin(), seen.end());
  }
  sight_known(story, known);
  auto const caption = [&](Sighting const& s) {
    return story.document.sentences[s.sentence].kind == BlockKind::caption;
  };
  for (bool const captions : {false, true}) // the body names people first: its spelling is the one shown
    for (auto const& sighting : story.sightings)
      if (auto const name = squeeze(cut(text, sighting.name));
          sighting.thing == Thing::person && caption(sighting) == captions && full_name(name))
        add_person(story, name, sighting.confidence);
  drop_false_organisations(story);
  for (auto const& sighting : story.sightings)
    if (sighting.thing == Thing::organisation && !short_form(story, sighting))
      add_organisation(story, squeeze(cut(text, sighting.name)), sighting.confidence);
}

} // namespace attache::read::press
