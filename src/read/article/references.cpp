// Pronouns and groups: "he", "the two", "두 사람". Where two readings stand, none is taken.
#include "read/article/cast.h"
#include "read/article/pattern.h"

#include <algorithm>
#include <array>

namespace attache::read::press {

namespace {

struct Resolver {
  Story& story;
  std::vector<Mention> found;

  // People named in `sentence` before `limit`, in order, without doubles; open ones are left out.
  [[nodiscard]] std::vector<std::size_t> named(std::size_t sentence, std::size_t limit) const {
    std::vector<std::size_t> people;
    for (std::vector<Mention> const* list : std::array<std::vector<Mention> const*, 2>{&story.mentions, &found})
      for (auto const& m : *list) {
        if (m.sentence != sentence || m.thing != Thing::person || m.span.begin >= limit)
          continue;
        for (auto const who : m.group.empty() ? std::vector<std::size_t>{m.who} : m.group)
          if (who != nobody && std::ranges::find(people, who) == people.end())
            people.push_back(who);
      }
    return people;
  }

  // Body sentences before `sentence`, nearest first, at most `count`.
  [[nodiscard]] std::vector<std::size_t> before(std::size_t sentence, std::size_t count) const {
    std::vector<std::size_t> back;
    while (sentence-- > 0 && back.size() < count)
      if (story.document.sentences[sentence].kind == BlockKind::body)
        back.push_back(sentence);
    return back;
  }

  // The subject of this sentence or of the nearest one that names anybody.
  [[nodiscard]] std::size_t one(std::size_t sentence, std::size_t at) const {
    if (auto const here = named(sentence, at); !here.empty())
      return here.front();
    for (auto const earlier : before(sentence, 2))
      if (auto const people = named(earlier, story.document.text.size()); !people.empty())
        return people.front();
    return nobody;
  }

  [[nodiscard]] std::vector<std::size_t> several(std::size_t sentence, std::size_t at, std::size_t count) const {
    auto const fits = [&](std::size_t n) { return count == 0 ? n == 2 || n == 3 : n == count; };
    if (auto people = named(sentence, at); fits(people.size()))
      return people;
    for (auto const earlier : before(sentence, 3)) {
      auto people = named(earlier, story.document.text.size());
      if (fits(people.size()))
        return people;
      if (people.size() > 1)
        return {};
    }
    return {};
  }

  void add(std::size_t sentence, Span span, Form form, std::size_t who, std::vector<std::size_t> group) {
    if (who == nobody && group.empty())
      return;
    found.push_back({.thing = Thing::person,
                     .sentence = sentence,
                     .span = span,
                     .phrase = span,
                     .form = form,
                     .who = who,
                     .group = std::move(group)});
  }

  void read(std::size_t index) {
    static Pattern const he{R"(\b(?:[Hh]e|[Ss]he)\b)"};
    static Pattern const they{
        R"((?i)\b(?:the (two|three|four)(?: (?:men|women|leaders|executives|individuals|ministers|chiefs|sides|of them|chairmen|billionaires|CEOs))?|(the pair|both men|both leaders|both sides)|(they))\b)"};
    static Pattern const korean{
        R"((두|세|네) ?(?:사람|명|장관|정상|회장|총수|인사|수장|CEO|대표|기업인)|(양측|양 (?:정상|장관|측|회장|총리|대표)|양국 정상|양국 장관)|(이들)(?=[은이도])|(그)(?=는 |가 ))"};
    auto const& sentence = story.document.sentences[index];
    auto const& text = story.document.text;
    auto const counted = [&](Span word) -> std::size_t {
      auto const w = lower(cut(text, word));
      return w == "two" || w == "두" ? 2 : w == "three" || w == "세" ? 3 : w.empty() ? 0 : 4;
    };
    if (sentence.korean) {
      for (auto const& m : korean.all(text, sentence.span))
        if (!m[4].empty())
          add(index, m[0], Form::pronoun, one(index, m[0].begin), {});
        else
          add(index, m[0], Form::group, nobody, several(index, m[0].begin, m[2].empty() ? counted(m[1]) : 2));
      return;
    }
    for (auto const& m : he.all(text, sentence.span))
      add(index, m[0], Form::pronoun, one(index, m[0].begin), {});
    for (auto const& m : they.all(text, sentence.span))
      add(index, m[0], Form::group, nobody, several(index, m[0].begin, m[2].empty() ? counted(m[1]) : 2));
  }
};

} // namespace

void resolve_references(Story& story) {
  Resolver resolver{story, {}};
  for (std::size_t i = 0; i < story.document.sentences.size(); ++i)
    if (story.document.sentences[i].kind == BlockKind::body)
      resolver.read(i);
  auto& mentions = story.mentions;
  auto const named = mentions;
  std::erase_if(resolver.found, [&](Mention const& reference) {
    return std::ranges::any_of(named, [&](Mention const& m) { return m.phrase.overlaps(reference.span); });
  });
  mentions.insert(mentions.end(), resolver.found.begin(), resolver.found.end());
  std::ranges::sort(mentions, [](Mention const& a, Mention const& b) { return a.span.begin < b.span.begin; });
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].who == nobody)
      continue;
    auto& list = mentions[i].thing == Thing::person ? story.people[mentions[i].who].mentions
                                                    : story.organisations[mentions[i].who].mentions;
    list.push_back(i);
  }
}

} // namespace attache::read::press
