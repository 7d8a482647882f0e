#include "read/article/lexicon.h"
#include "read/article/names.h"

#include <algorithm>

namespace attache::read::press {

namespace {

using Tokens = std::vector<Token>;

bool particle(std::string const& low) {
  static Words const list{"van|von|de|der|den|bin|al|el|da|di|le|la|ter|ten"};
  return list.has(low);
}

bool name_word(std::string_view text, Token const& token) {
  auto const word = cut(text, token.span);
  static Words const nouns{
      "Summit|Forum|Conference|Meeting|Council|Office|House|Day|Award|Week|Plan|Act|Project|Center|Centre|"
      "Street|Avenue|Hotel|Tower|Building|Airport|Hall|Park|Road|Square|Valley|Coast|Pandemic|Index"};
  return token.word && token.capital && !token.number && !en_not_names().has(word) && !nouns.has(word) &&
         !not_organisations().has(word) && !en_nationalities().has(token.low);
}

} // namespace

Span span_of(Tokens const& tokens, Run run) {
  return run.empty() ? Span{} : Span{tokens[run.begin].span.begin, tokens[run.end - 1].span.end};
}

namespace {

bool run_word(std::string_view text, Token const& token) {
  return token.word && token.capital && !en_not_names().has(cut(text, token.span));
}

// "Bank of America", "Johnson & Johnson": the word at `at` may stand inside a name.
bool inner(std::string_view text, Tokens const& tokens, std::size_t at) {
  static Words const heads{
      "Bank|University|Ministry|Department|Board|Institute|College|Academy|Chamber|Federation|House|"
      "School|Republic|Kingdom|Organization|Council|Office|Secretary"};
  if (at == 0 || at + 1 >= tokens.size() || !run_word(text, tokens[at + 1]) || !tokens[at + 1].spaced)
    return false;
  auto const mark = cut(text, tokens[at].span);
  return (mark == "&" && tokens[at].spaced) || (mark == "of" && heads.has(cut(text, tokens[at - 1].span)));
}

} // namespace

Run run_from(std::string_view text, Tokens const& tokens, std::size_t at) {
  Run run{at, at};
  while (run.end < tokens.size()) {
    bool const first = run.end == at;
    if (!first && !tokens[run.end].spaced)
      break;
    if (!run_word(text, tokens[run.end]) && (first || !inner(text, tokens, run.end)))
      break;
    ++run.end;
  }
  return run;
}

Run run_before(std::string_view text, Tokens const& tokens, std::size_t end) {
  for (std::size_t n = std::min<std::size_t>(end, 4); n > 1; --n) // "SK hynix": well known, though not in capitals
    if (tokens[end - 1].word && !tokens[end - 1].capital &&
        en_known_companies().has(cut(text, span_of(tokens, {end - n, end}))))
      return {end - n, end};
  Run run{end, end};
  while (run.begin > 0) {
    auto const at = run.begin - 1;
    bool const next_spaced = run.begin == end || tokens[run.begin].spaced;
    if (!next_spaced || (!run_word(text, tokens[at]) && (run.begin == end || !inner(text, tokens, at))))
      break;
    --run.begin;
  }
  while (!run.empty() && en_nationalities().has(tokens[run.begin].low))
    ++run.begin;
  return run;
}

namespace {

struct Title {
  Run run;
  Span span;
};

std::vector<Title> titles_in(std::string_view text, Span sentence, Tokens const& tokens) {
  std::vector<Title> titles;
  for (auto const& match : en_titles().all(text, sentence)) {
    Title title{.run = {}, .span = trim(text, match[0])};
    auto const first = std::ranges::find_if(tokens, [&](Token const& t) { return t.span.begin >= title.span.begin; });
    auto const last = std::find_if(first, tokens.end(), [&](Token const& t) { return t.span.begin >= title.span.end; });
    title.run = {static_cast<std::size_t>(first - tokens.begin()), static_cast<std::size_t>(last - tokens.begin())};
    if (!title.run.empty())
      titles.push_back(title);
  }
  return titles;
}

bool in_title(std::vector<Title> const& titles, std::size_t at) {
  return std::ranges::any_of(titles, [&](Title const& t) { return t.run.begin <= at && at < t.run.end; });
}

struct Reader {
  std::string_view text;
  Sentence const& sentence;
  std::size_t index;
  Tokens tokens;
  std::vector<Title> titles;
  std::vector<Sighting> found;

  Reader(std::string_view words, Sentence const& of, std::size_t number)
      : text(words), sentence(of), index(number), tokens(tokenize(words, of.span)),
        titles(titles_in(words, of.span, tokens)) {}

  // A name of at most four words from `at`; initials and particles inside.
  [[nodiscard]] Run name_from(std::size_t at) const {
    Run run{at, at};
    while (run.end < tokens.size() && run.size() < 4) {
      auto const& token = tokens[run.end];
      if ((run.end > at && !token.spaced) || in_title(titles, run.end))
        break;
      bool const joins =
          run.end > at && particle(token.low) && run.end + 1 < tokens.size() && name_word(text, tokens[run.end + 1]);
      if (!name_word(text, token) && !joins)
        break;
      ++run.end;
    }
    return run;
  }

  [[nodiscard]] Run name_before(std::size_t end) const {
    Run run{end, end};
    while (run.begin > 0 && run.size() < 4) {
      auto const at = run.begin - 1;
      if (!name_word(text, tokens[at]) || in_title(titles, at) || (run.begin < end && !tokens[run.begin].spaced))
        break;
      --run.begin;
    }
    return run;
  }

  [[nodiscard]] bool is(std::size_t at, std::string_view low) const {
    return at < tokens.size() && tokens[at].low == low;
  }

  void keep(Run name, Span title, Span org, Span phrase, double confidence) {
    if (en_countries().has(cut(text, org)) || en_places().has(cut(text, org)))
      org = {};
    auto const span = span_of(tokens, name);
    found.push_back({.thing = Thing::person,
                     .sentence = index,
                     .name = span,
                     .phrase = join(join(span, title), phrase),
                     .title = title,
                     .where = org,
                     .confidence = confidence});
  }

  // "Samsung Electronics Chairman Lee Jae-yong", "Nvidia's chief executive, Jensen Huang", "Dr. Kim".
  bool title_then_name(Title const& title) {
    auto at = title.run.end;
    auto end = title.run.begin;
    bool const owned = end > 0 && is(end - 1, "'s");
    bool const comma = is(at, ",") && owned;
    auto const name = name_from(at + (comma ? 1U : 0U));
    if (!name.empty() && name.size() == 1 && en_company_endings().has(cut(text, tokens[name.begin].span)))
      return false;
    if (name.empty() || (comma && name.size() < 2) || !tokens[name.begin].spaced)
      return false;
    if (owned)
      --end;
    while (!owned && end > 0 && (is(end - 1, "former") || is(end - 1, "new")))
      --end;
    auto const org = run_before(text, tokens, end);
    auto const where = span_of(tokens, org);
    keep(name, title.span, where, join(where, title.span), name.size() > 1 ? 0.95 : 0.7);
    return true;
  }

  // ", CEO of Nvidia" and ", Nvidia's chief executive" behind a name; also "the head of OpenAI, Sam Altman".
  bool title_apart(Title const& title) {
    auto end = title.run.begin;
    static Words const determiners{"the|its|a|an|their|then|now|also|who is|current|former"};
    while (end > 0 && determiners.has(tokens[end - 1].low))
      --end;
    Span where;
    auto comma = end;
    if (auto const owner = run_before(text, tokens, end - (end > 0 && is(end - 1, "'s") ? 1U : 0U)); !owner.empty()) {
      where = span_of(tokens, owner);
      comma = owner.begin;
    }
    auto after = title.run.end;
    if (is(after, "of") || is(after, "at") || is(after, "for") || is(after, "with")) {
      ++after;
      if (is(after, "the"))
        ++after;
      if (auto const org = run_from(text, tokens, after); !org.empty()) {
        where = span_of(tokens, org);
        after = org.end;
      }
    }
    if (comma > 0 && (is(comma - 1, ",") || is(comma - 1, "("))) {
      auto const name = name_before(comma - 1);
      if (!name.empty() && !en_known_companies().has(cut(text, span_of(tokens, name)))) {
        keep(name, title.span, where, where, name.size() > 1 ? 0.95 : 0.6);
        return true;
      }
    }
    if (where.empty() || !is(after, ","))
      return false;
    auto const name = name_from(after + 1);
    if (name.size() < 2 || is(name.end, "'s"))
      return false;
    keep(name, title.span, where, where, 0.8);
    return true;
  }

  [[nodiscard]] bool person_like(Run run) const {
    if (run.size() < 2 || run.size() > 3)
      return false;
    auto const word = [&](std::size_t at) { return cut(text, tokens[at].span); };
    auto const first = word(run.begin), last = word(run.end - 1);
    if (en_known_companies().has(cut(text, span_of(tokens, run))) || en_company_endings().has(last) ||
        en_places().has(cut(text, span_of(tokens, run))) || en_company_endings().has(first))
      return false;
    static Pattern const hyphenated{R"(^[A-Z][a-z]+-[a-z]+$)"};
    bool const korean = (asian_surnames().has(first) && hyphenated.found(last)) ||
                        (asian_surnames().has(last) && hyphenated.found(first));
    bool const initial = run.size() == 3 && word(run.begin + 1).size() == 2 && word(run.begin + 1)[1] == '.';
    bool const known_given = en_given_names().has(first) && !en_places().has(last) && !not_organisations().has(last);
    return korean || initial || known_given;
  }

  void bare_names() {
    for (std::size_t at = 0; at < tokens.size();) {
      auto const run = name_from(at);
      if (run.empty()) {
        ++at;
        continue;
      }
      auto const span = span_of(tokens, run);
      bool const taken = std::ranges::any_of(found, [&](Sighting const& s) { return s.phrase.overlaps(span); });
      if (!taken && person_like(run))
        keep(run, {}, {}, {}, 0.8);
      at = run.end;
    }
  }

  // [Masayoshi Son/SoftBank Group Chairman: "..."]
  void sound_bite() {
    static Pattern const bite{R"(^\s*[\[(]([A-Z][^/\[\]:"]{2,50})\s*/\s*([^/\[\]:"]{2,80}):)"};
    auto const match = bite.first(text, sentence.span);
    if (!match)
      return;
    auto const office = (*match)[2];
    auto const title = std::ranges::find_if(titles, [&](Title const& t) { return office.holds(t.span); });
    auto const org = title == titles.end() ? office : trim(text, {office.begin, title->span.begin});
    std::erase_if(found, [&](Sighting const& s) { return s.phrase.overlaps((*match)[0]); });
    found.push_back({.thing = Thing::person,
                     .sentence = index,
                     .name = trim(text, (*match)[1]),
                     .phrase = join((*match)[1], office),
                     .title = title == titles.end() ? Span{} : title->span,
                     .where = org,
                     .confidence = 0.95});
  }
};

} // namespace

std::vector<Sighting> sight_english(std::string_view text, Sentence const& sentence, std::size_t index) {
  Reader reader{text, sentence, index};
  for (auto const& title : reader.titles)
    if (!reader.title_then_name(title))
      reader.title_apart(title);
  reader.sound_bite();
  reader.bare_names();
  auto organisations = english_organisations(text, reader.tokens, index,
                                             sentence.kind == BlockKind::title || sentence.kind == BlockKind::subtitle);
  std::erase_if(organisations, [&](Sighting const& org) {
    return std::ranges::any_of(reader.found, [&](Sighting const& person) { return person.name.overlaps(org.name); });
  });
  for (auto const& person : reader.found)
    if (!person.where.empty())
      organisations.push_back({.thing = Thing::organisation,
                               .sentence = index,
                               .name = person.where,
                               .phrase = person.where,
                               .confidence = 0.9});
  reader.found.insert(reader.found.end(), organisations.begin(), organisations.end());
  return reader.found;
}

} // namespace attache::read::press
