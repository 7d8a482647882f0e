#include "read/article/lexicon.h"
#include "read/article/names.h"

#include <algorithm>

namespace attache::read::press {

namespace {

using Tokens = std::vector<Token>;

struct Reader {
  std::string_view text;
  Tokens const& tokens;
  std::size_t index;
  bool headline = false;
  std::vector<Sighting> found;

  void keep(Span name, double confidence, Span alias = {}) {
    auto const words = cut(text, name);
    if (name.empty() || en_places().has(words) || en_countries().has(words) || not_organisations().has(words) ||
        en_nationalities().has(lower(words)) || en_not_names().has(words))
      return;
    found.push_back({.thing = Thing::organisation,
                     .sentence = index,
                     .name = name,
                     .phrase = join(name, alias),
                     .alias = alias,
                     .confidence = confidence});
  }

  [[nodiscard]] std::string_view word(std::size_t at) const { return cut(text, tokens[at].span); }
  [[nodiscard]] bool is(std::size_t at, std::string_view low) const {
    return at < tokens.size() && tokens[at].low == low;
  }

  // The longest well-known name from `at`, in tokens.
  [[nodiscard]] std::size_t known_length(std::size_t at) const {
    for (std::size_t n = std::min<std::size_t>(5, tokens.size() - at); n > 0; --n)
      if (en_known_companies().has(cut(text, span_of(tokens, {at, at + n}))))
        return n;
    return 0;
  }

  static bool acronym(std::string_view words) {
    static Pattern const capitals{R"(^[A-Z][A-Z0-9&]{1,5}$)"};
    return capitals.found(words) && !not_organisations().has(words);
  }

  // "Asia-Pacific Economic Cooperation (APEC)": the letters in parentheses are the initials of the run.
  [[nodiscard]] Span initials_after(Run run) const {
    if (!is(run.end, "(") || !is(run.end + 2, ")"))
      return {};
    auto const letters = word(run.end + 1);
    if (letters.size() < 2 || letters.size() > 6 || letters[0] != word(run.begin)[0] ||
        not_organisations().has(letters))
      return {};
    return tokens[run.end + 1].span;
  }

  [[nodiscard]] bool ends_like_company(Run run) const {
    return run.size() > 1 && en_company_endings().has(word(run.end - 1));
  }

  // The noun before a run says that it is a company: "chipmaker Nvidia", "the startup Anthropic".
  [[nodiscard]] bool introduced(Run run) const {
    static Words const nouns{
        "chipmaker|carmaker|automaker|drugmaker|startup|start-up|company|firm|giant|maker|manufacturer|operator|"
        "developer|supplier|rival|competitor|subsidiary|affiliate|conglomerate|retailer|bank|newspaper|broadcaster|"
        "unicorn|foundry"};
    return run.begin > 0 && nouns.has(tokens[run.begin - 1].low) && tokens[run.begin].spaced;
  }

  // "Stargate, a U.S. data center project": the words behind say that it is one.
  [[nodiscard]] bool explained(Run run) const {
    static Pattern const words{
        R"(^, (?:a|an|the|which is|one of) (?:[\w.&'’-]+ ){0,6}?(?:company|startup|start-up|firm|project|venture|maker|chipmaker|carmaker|operator|provider|developer|manufacturer|subsidiary|bank|retailer|foundation|agency|fund|investor|unit|conglomerate|group)\b)"};
    auto const end = tokens[run.end - 1].span.end;
    return words.first(text, {end, std::min(text.size(), end + 90)}).has_value();
  }

  void runs() {
    for (std::size_t at = 0; at < tokens.size();) {
      if (auto const n = known_length(at); n > 0) {
        auto run = run_from(text, tokens, at);
        while (run.size() > n && !en_company_endings().has(word(run.end - 1)))
          --run.end;
        run.end = std::max(run.end, at + n);
        keep(span_of(tokens, run), 0.95, initials_after(run));
        at = run.end;
        continue;
      }
      auto const run = run_from(text, tokens, at);
      if (run.empty()) {
        ++at;
        continue;
      }
      if (!headline)
        read_run(run);
      at = run.end;
    }
  }

  void read_run(Run run) {
    auto const alias = initials_after(run);
    if (!alias.empty() && run.size() > 1)
      keep(span_of(tokens, run), 0.9, alias);
    else if (ends_like_company(run))
      keep(span_of(tokens, run), 0.85);
    else if (run.size() == 1 && acronym(word(run.begin)))
      keep(span_of(tokens, run), 0.55); // seen twice, it counts for more
    else if (introduced(run) || explained(run))
      keep(span_of(tokens, run), 0.8);
  }

  // A, B, C and D: the capitalised runs from `at` that commas and "and" join.
  [[nodiscard]] std::vector<Run> series(std::size_t at) const {
    std::vector<Run> items;
    while (at < tokens.size()) {
      auto const run = run_from(text, tokens, at);
      if (run.empty())
        break;
      items.push_back(run);
      at = run.end;
      bool const comma = is(at, ",");
      at += comma ? 1U : 0U;
      bool const joined = is(at, "and") || is(at, "or");
      at += joined ? 1U : 0U;
      if (!comma && !joined)
        break;
    }
    return items;
  }

  // "companies such as A, B and C", "the list includes A and B": every item is an organisation.
  void listed() {
    static Words const nouns{
        "companies|firms|clients|customers|makers|investors|startups|start-ups|rivals|suppliers|partners|"
        "chipmakers|carmakers|automakers|drugmakers|giants|banks|corporations|conglomerates|organizations|competitors|"
        "list|manufacturers"};
    static Words const links{"as|including|like|include|includes|included|are|were|:"};
    for (std::size_t at = 1; at < tokens.size(); ++at) {
      if (!links.has(tokens[at].low))
        continue;
      bool named = false;
      for (std::size_t back = 1; back <= 5 && back <= at; ++back)
        named = named || nouns.has(tokens[at - back].low);
      if (!named)
        continue;
      for (auto const run : series(at + 1))
        keep(span_of(tokens, run), 0.85);
    }
  }

  // In a series where one item is surely an organisation and the run has no title, its neighbours are too.
  void neighbours() {
    auto const sure = found;
    for (std::size_t at = 0; at < tokens.size();) {
      auto const items = series(at);
      if (items.size() < 3) {
        ++at;
        continue;
      }
      auto const is_known = [&](Run run) {
        auto const span = span_of(tokens, run);
        return std::ranges::any_of(sure, [&](Sighting const& s) { return s.name == span && s.confidence > 0.84; });
      };
      if (static_cast<std::size_t>(std::ranges::count_if(items, is_known)) * 2 >= items.size())
        for (auto const run : items)
          if (run.size() <= 3 && !is_known(run))
            keep(span_of(tokens, run), 0.7);
      at = items.back().end;
    }
  }
};

} // namespace

std::vector<Sighting> english_organisations(std::string_view text, Tokens const& tokens, std::size_t index,
                                            bool headline) {
  Reader reader{text, tokens, index, headline, {}};
  reader.runs();
  if (!headline) {
    reader.listed();
    reader.neighbours();
  }
  return reader.found;
}

} // namespace attache::read::press
