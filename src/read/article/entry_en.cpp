#include "read/article/entry_names.h"

#include "read/article/entry_words.h"
#include "read/article/lexicon.h"
#include "read/article/names.h"

#include <algorithm>

namespace attache::read::press {
namespace {

using Tokens = std::vector<Token>;

// A word that may be part of a name nobody has on a list: capitalised, of letters, and no word of offices or places.
bool may_name(std::string_view text, Token const& token) {
  auto const word = cut(text, token.span);
  auto const letters =
      std::ranges::none_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '&' || c == '_'; });
  auto const all_capitals = word.size() > 1 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  return token.word && token.capital && letters && !all_capitals && !office_words().has(token.low) &&
         !en_not_names().has(word) && !en_company_endings().has(word) && !en_places().has(word) &&
         !en_nationalities().has(token.low) && !en_known_companies().has(word) && !not_organisations().has(word);
}

bool is_particle(std::string const& low) {
  static Words const list{"van|von|de|der|den|bin|al|el|da|di|dos|du|la|le|ter|ten"};
  return list.has(low);
}

// An office of state: what follows it with "of" is a country.
bool governs(std::string_view title) {
  static Pattern const office{
      R"((?i)\b(?:president|minister|chancellor|premier|governor|mayor|senator|secretary|king|queen|prince|princess|emir|sultan|leader|advis[eo]r|ambassador|representative|envoy)\b)"};
  return office.found(title);
}

struct Reader {
  std::string_view text;
  Known const& known;
  Tokens tokens;
  std::vector<Sighting> organisations;
  std::vector<Named> found;

  [[nodiscard]] bool is(std::size_t at, std::string_view low) const {
    return at < tokens.size() && tokens[at].low == low;
  }
  [[nodiscard]] bool taken(Span span) const {
    auto const by = [&](Named const& one) { return one.name.overlaps(span) || one.organisation.overlaps(span); };
    return std::ranges::any_of(found, by) ||
           std::ranges::any_of(organisations, [&](Sighting const& one) { return one.name.overlaps(span); });
  }

  // Two or three words from `at` that may be somebody's name.
  [[nodiscard]] Run name_at(std::size_t at) const {
    Run run{at, at};
    while (run.end < tokens.size() && run.size() < 4) {
      auto const& token = tokens[run.end];
      auto const joins = run.end > at && is_particle(token.low) && run.end + 1 < tokens.size();
      if ((run.end > at && !token.spaced) || (!joins && !may_name(text, token)))
        break;
      ++run.end;
    }
    if (en_titles().first(text, span_of(tokens, run))) // "Abu Dhabi Crown Prince"
      return {};
    auto const& last = tokens[run.empty() ? at : run.end - 1].low;
    auto const particles = std::count_if(tokens.begin() + static_cast<std::ptrdiff_t>(run.begin),
                                         tokens.begin() + static_cast<std::ptrdiff_t>(run.end),
                                         [](Token const& token) { return is_particle(token.low); });
    auto const words = static_cast<std::ptrdiff_t>(run.size()) - particles;
    auto const place =
        en_places().has(cut(text, span_of(tokens, run))) || en_known_companies().has(cut(text, span_of(tokens, run)));
    auto const whole = !place && words >= 2 && words <= 3 && !is_particle(last) && !last.ends_with('.');
    return whole ? run : Run{};
  }

  // Does what stands before `at` say that those who are met come now: "with", "lunch:", "w/"?
  [[nodiscard]] bool comes_next(std::size_t at) const {
    if (at == 0)
      return false;
    auto before = at - 1;
    if (!tokens[before].word && before > 0 && (is(before, "/") || is(before, ":") || is(before, "-")))
      --before;
    auto const& low = tokens[before].low;
    return low == "with" || low == "w" || (before + 1 < at && meeting_words().has(low));
  }

  // "Jane Doe <> ...", "Jane Doe lunch", "Jane Doe (Acme)", "Jane Doe / Tim Moreau" at the beginning of a title.
  [[nodiscard]] bool leads(Run run) const {
    if (run.begin != 0 || run.end >= tokens.size())
      return false;
    if (is(run.end, "/") && run.end + 1 < tokens.size())
      return taken_by_person(tokens[run.end + 1].span);
    return is(run.end, "(") || is(run.end, "<") || (tokens[run.end].word && meeting_words().has(tokens[run.end].low));
  }

  // "and Jane Doe", ", Jane Doe" behind somebody who is met.
  [[nodiscard]] bool follows_guest(std::size_t at) const {
    if (at < 2 || !(is(at - 1, "and") || is(at - 1, ",") || is(at - 1, "&") || is(at - 1, "/")))
      return false;
    auto const end = tokens[at - 2].span.end;
    return std::ranges::any_of(found, [&](Named const& one) {
      return one.name.end == end || one.organisation.end == end || one.organisation.end + 1 == end;
    });
  }

  void by_grammar() {
    Sentence const sentence{.span = {0, text.size()}};
    for (auto const& one : sight_english(text, sentence, 0))
      if (one.thing == Thing::person)
        found.push_back(sighted(one));
      else
        organisations.push_back(one);
    std::erase_if(organisations, [&](Sighting const& org) { // said to be one by a title alone
      return std::ranges::any_of(found, [&](Named const& one) { return one.organisation == org.name; });
    });
    std::erase_if(found, [&](Named const& one) { return office_like(one); });
    for (auto& one : found)
      if (governs(cut(text, one.title)) && !surely_organisation(one.organisation))
        one.organisation = {}; // "President Jane Doe of Freedonia"
  }

  // A given name on the list is not enough where nothing says that somebody is met: "Martin Luther King Day".
  [[nodiscard]] Named sighted(Sighting const& one) const {
    Named named{whole_name(one), one.title, one.where, one.confidence};
    Run run;
    for (std::size_t at = 0; at < tokens.size(); ++at)
      if (named.name.holds(tokens[at].span))
        run = {run.empty() ? at : run.begin, at + 1};
    while (run.size() > 2 && is_acronym(run.end - 1)) { // "Lisa Moreau AMD"
      --run.end;
      named.organisation = tokens[run.end].span;
      named.name = span_of(tokens, run);
    }
    auto const goes_on =
        run.end < tokens.size() && tokens[run.end].capital && tokens[run.end].spaced && named.organisation.empty();
    auto const placed = comes_next(run.begin) || leads(run) || follows_guest(run.begin) || stands_alone(run);
    if (named.title.empty() && (goes_on || !placed))
      named.confidence = std::min(named.confidence, 0.55);
    return named;
  }

  [[nodiscard]] bool is_acronym(std::size_t at) const {
    auto const word = cut(text, tokens[at].span);
    return word.size() > 1 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // Between marks, or with nothing around it: "Jane Harper - pricing", "1:1 Jane Harper", "Jane Harper / Tim Moreau".
  [[nodiscard]] bool stands_alone(Run run) const {
    auto const mark = [&](std::size_t at) { return !tokens[at].word || tokens[at].number; };
    auto const opens = run.begin == 0 || mark(run.begin - 1);
    return opens && (run.end == tokens.size() || mark(run.end) || joining_words().has(tokens[run.end].low));
  }

  // "Hamad bin Khalifa Al" goes on with the word behind, and "Prime Minister Theresa" with a word that is also a month.
  [[nodiscard]] Span whole_name(Sighting const& one) const {
    for (std::size_t at = 1; at < tokens.size(); ++at) {
      auto const& before = tokens[at - 1];
      if (before.span.end != one.name.end || !tokens[at].word || !tokens[at].capital || !tokens[at].spaced)
        continue;
      auto const ends = at + 1 == tokens.size() || (!tokens[at + 1].word && !is(at + 1, "'s"));
      auto const short_name = !one.title.empty() && before.span.begin == one.name.begin && ends;
      if (short_name || (is_particle(before.low) && may_name(text, tokens[at])))
        return {one.name.begin, tokens[at].span.end};
    }
    return one.name;
  }

  // "Sullivan's Team", "Investor Relations": a word of offices in a name without a title.
  [[nodiscard]] bool office_like(Named const& one) const {
    return std::ranges::any_of(tokens, [&](Token const& token) {
      return one.name.holds(token.span) && (office_words().has(token.low) || meeting_words().has(token.low)) &&
             !en_given_names().has(cut(text, token.span));
    });
  }

  void by_place() {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      auto const run = name_at(at);
      if (run.empty() || taken(span_of(tokens, run)))
        continue;
      if (comes_next(at) || leads(run) || follows_guest(at))
        found.push_back({span_of(tokens, run), {}, {}, 0.55});
      at = run.end - 1;
    }
  }

  // The organisation behind a name: "(Acme)", "from Acme"; ", Acme" and "@ Acme" if it is known to be one.
  void belong(Named& one) const {
    auto const after = std::ranges::find_if(tokens, [&](Token const& t) { return t.span.begin >= one.name.end; });
    auto const at = static_cast<std::size_t>(after - tokens.begin());
    auto const bracket = is(at, "("), plain = bracket || is(at, "from") || (is(at, "of") && one.title.empty());
    static Words const loose{"@|at|/|-|,|of"};
    if (!plain && (at >= tokens.size() || !loose.has(tokens[at].low)))
      return;
    auto const run = run_from(text, tokens, at + 1);
    auto const span = span_of(tokens, run);
    if (run.empty() || (bracket && !is(run.end, ")")) || !may_employ(span, run) || taken_by_person(span))
      return;
    auto const sure = surely_organisation(span);
    if ((!plain || governs(cut(text, one.title))) && !sure)
      return;
    one.organisation = span;
    if (bracket || sure)
      one.confidence = std::max(one.confidence, 0.7);
  }

  [[nodiscard]] bool taken_by_person(Span span) const {
    return std::ranges::any_of(found, [&](Named const& one) { return one.name.overlaps(span); });
  }
  [[nodiscard]] bool surely_organisation(Span span) const {
    auto const words = lower(cut(text, span));
    return en_known_companies().has(cut(text, span)) ||
           std::ranges::any_of(organisations, [&](Sighting const& one) { return one.name == span; }) ||
           std::ranges::any_of(known.organisations, [&](std::string const& name) { return lower(name) == words; });
  }
  [[nodiscard]] bool may_employ(Span span, Run run) const {
    auto const words = cut(text, span);
    return !no_organisations().has(lower(words)) && !en_places().has(words) && !en_countries().has(words) &&
           run.size() <= 5 && !(run.size() == 1 && tokens[run.begin].number);
  }
};

} // namespace

std::string quiet(std::string_view text) {
  auto const is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  auto const loud = std::ranges::none_of(text, is_small); // "LUNCH WITH JANE DOE"
  std::string out{text};
  for (auto const& token : tokenize(text, {0, text.size()}))
    if (loud && token.word && token.span.size() > 3)
      out.replace(token.span.begin + 1, token.span.size() - 1, token.low.substr(1));
  for (auto const& token : tokenize(text, {0, text.size()}))
    if (token.word && (meeting_words().has(token.low) || joining_words().has(token.low)))
      out.replace(token.span.begin, token.span.size(), token.low);
  return out;
}

std::vector<Named> english_guests(std::string_view text, Known const& known) {
  Reader reader{text, known, tokenize(text, {0, text.size()}), {}, {}};
  reader.by_grammar();
  reader.by_place();
  for (auto& one : reader.found)
    if (one.organisation.empty())
      reader.belong(one);
  return reader.found;
}

} // namespace attache::read::press
