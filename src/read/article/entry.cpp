#include "read/article/entry.h"

#include "base/unicode.h"
#include "read/article/cast.h"
#include "read/article/emit.h"
#include "read/article/entry_names.h"
#include "read/article/entry_words.h"
#include "read/article/lexicon.h"
#include "read/article/names.h"

#include <algorithm>
#include <functional>
#include <memory>

namespace attache::read {

namespace press {

namespace {

// "the Vice President", kept as somebody's name.
bool is_office(std::string const& name) {
  auto const title = en_titles().first(name, {0, name.size()});
  return title && trim(name, (*title)[0]).end == name.size();
}

// "Prime Minister Jane Harper", kept as somebody's name.
std::string without_office(std::string const& name) {
  auto const title = en_titles().first(name, {0, name.size()});
  return title && (*title)[0].begin == 0 ? name.substr((*title)[0].end) : name;
}

// Names that begin alike: the word, or of Hangul, which particles follow, the first two syllables.
std::string start_of(Token const& token) { return has_hangul(token.low) ? token.low.substr(0, 6) : token.low; }

} // namespace

NameIndex::NameIndex(std::vector<std::string> const& names) {
  for (auto const& name : names) {
    auto const known = lower(squeeze(without_office(nfc(name))));
    auto const tokens = tokenize(known, {0, known.size()});
    auto const full = code_points(known) >= 3 && (has_hangul(known) || tokens.size() > 1);
    if (full && !tokens.empty() && !is_office(known))
      by_start_[start_of(tokens.front())].push_back(known);
  }
}

std::vector<Named> NameIndex::in(std::string_view text) const {
  std::vector<Named> found;
  auto const folded = lower(text);
  for (auto const& token : tokenize(folded, {0, folded.size()})) {
    auto const names = by_start_.find(start_of(token));
    if (names == by_start_.end())
      continue;
    for (auto const& name : names->second) {
      Span const span{token.span.begin, token.span.begin + name.size()};
      auto const places = occurrences(folded, {span.begin, folded.size()}, name);
      if (!places.empty() && places.front() == span)
        found.push_back({span, {}, {}, 0.9});
    }
  }
  std::ranges::stable_sort(found, std::greater{}, [](Named const& one) { return one.name.size(); });
  return found;
}

} // namespace press

namespace {

using namespace press;

constexpr double surname_alone = 0.5;
constexpr std::size_t longest_title = 400; // bytes; what is longer is a text, not a title

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  auto const folded = fold_case(name);
  for (auto const& token : tokenize(folded, {0, folded.size()}))
    if (token.word)
      words.push_back(token.low.ends_with('.') ? token.low.substr(0, token.low.size() - 1) : token.low);
  static Words const suffixes{"jr|sr|ii|iii|iv"};
  if (words.size() > 2 && suffixes.has(words.back()))
    words.pop_back();
  return words;
}

// One has no more than the initial of the other's word, or nothing.
bool fit(std::string const& a, std::string const& b) {
  return a == b || (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
}

// First and last word alike, and nothing between them that contradicts: "Jane Doe", "Jane Q. Doe".
bool same_name(std::string_view a, std::string_view b) {
  auto const x = words_of(a), y = words_of(b);
  if (x.size() < 2 || y.size() < 2)
    return !x.empty() && x == y;
  if (x.front() != y.front() || x.back() != y.back())
    return false;
  return x.size() != 3 || y.size() != 3 || fit(x[1], y[1]);
}

// A name with what is said around it.
struct Place {
  Named named;
  std::string name;
  bool owner = false;
};

// What the office knows, made ready.
struct Ready {
  Known known;
  NameIndex people{known.people}, owner{known.owner};
};

class Reader {
public:
  Reader(std::string_view title, Ready const& ready)
      : title_{title}, text_{quiet(title)}, ready_{ready}, known_{ready.known} {}

  Guests read();

private:
  void add(std::vector<Named> const& found);
  void add_known(std::vector<Named> const& found);
  [[nodiscard]] bool is_owner(Place const& place) const;
  [[nodiscard]] std::string shown(Named const& named) const;
  [[nodiscard]] std::string_view behind(Span span) const;
  [[nodiscard]] bool meets_others(Place const& place) const;
  [[nodiscard]] bool only_mentioned(Place const& place) const;
  [[nodiscard]] bool paired() const;

  std::string_view title_; // as written
  std::string text_;       // the same, made quiet
  Ready const& ready_;
  Known const& known_;
  std::vector<Place> places_;
};

std::string Reader::shown(Named const& named) const {
  auto const name = squeeze(cut(title_, named.name));
  auto const alone = has_hangul(name) ? code_points(name) < 2 : name.find(' ') == std::string::npos;
  return alone && !named.title.empty() ? squeeze(cut(title_, join(named.title, named.name))) : name;
}

void Reader::add(std::vector<Named> const& found) {
  for (auto const& named : found) {
    auto const overlaps = [&](Place const& other) { return other.named.name.overlaps(named.name); };
    if (named.name.empty() || std::ranges::any_of(places_, overlaps))
      continue;
    Place place{.named = named, .name = shown(named)};
    auto const bare = squeeze(cut(title_, named.name));
    if (place.name != bare)
      place.named.confidence = std::min(place.named.confidence, surname_alone);
    else if (bare.find(' ') == std::string::npos && !(has_hangul(bare) && code_points(bare) >= 2))
      continue; // a first name alone
    places_.push_back(std::move(place));
  }
}

// Who is known takes the place of a part of the name ("Hamad bin" of "Hamad bin Yusuf"), with the office that was seen.
void Reader::add_known(std::vector<Named> const& found) {
  for (auto const& named : found)
    for (auto& place : places_) {
      if (!named.name.holds(place.named.name))
        continue;
      place.named.confidence = std::max(place.named.confidence, named.confidence);
      place.named.name = named.name;
      place.name = squeeze(cut(title_, named.name));
    }
  add(found);
}

bool Reader::is_owner(Place const& place) const {
  auto const titled = squeeze(cut(text_, join(place.named.title, place.named.name)));
  return std::ranges::any_of(known_.owner, [&](std::string const& own) {
    return same_name(own, place.name) || words_of(own) == words_of(titled);
  });
}

std::string_view Reader::behind(Span span) const { return std::string_view{text_}.substr(span.end); }

Pattern const& deed() {
  static Pattern const pattern{
      R"(^(?:\s*\([^)]*\))?(?:'s|’s)?\s+(?:[A-Za-z]+ ){0,2}(?:call|meeting|meets|meet|met|lunch|dinner|visit|visits|talks|conversation|discussion|breakfast|hosts|trip|travel|bilateral|joins|welcomes|greets|briefing|remarks|readout)\b)"};
  return pattern;
}

// Whose spokesman tells of a meeting, whose staff it is: "Jane Doe's team".
bool Reader::only_mentioned(Place const& place) const {
  auto const rest = behind(place.named.name);
  auto const owns = rest.starts_with("'s") || rest.starts_with("’s");
  return (owns && !deed().found(rest)) || lower(cut(title_, place.named.title)).find("spokes") != std::string::npos;
}

// "Jane Doe's call with", "Jane Doe meets", "홍길동 사장이 ... 와": the subject of what the title tells.
bool Reader::meets_others(Place const& place) const {
  static Pattern const subject{R"(^(?:이|가|은|는|께서)\s)"};
  auto const rest = behind(join(place.named.name, place.named.title));
  auto const owns = rest.starts_with("'s") || rest.starts_with("’s");
  auto const tells = deed().found(rest) && (owns || rest.find(" with ") != std::string_view::npos);
  return tells || subject.found(rest);
}

// "A <> B", "A / B", "A x B": a meeting of these two.
bool Reader::paired() const {
  static Pattern const mark{R"(^\s*(?:<>|<->|↔|/|\|\||\bx\b|1:1|<\s?>)\s*)"};
  return std::ranges::any_of(places_, [&](Place const& a) {
    auto const rest = behind(a.named.name);
    auto const found = mark.first(rest, {0, rest.size()});
    return found && std::ranges::any_of(places_, [&](Place const& b) {
             return b.named.name.begin == a.named.name.end + (*found)[0].end;
           });
  });
}

Guests Reader::read() {
  add(ready_.owner.in(text_));
  if (has_hangul(text_))
    add(korean_guests(text_));
  add(english_guests(text_, known_));
  add_known(ready_.people.in(text_));
  std::ranges::stable_sort(places_, {}, [](Place const& place) { return place.named.name.begin; });
  std::erase_if(places_, [&](Place const& place) { return only_mentioned(place); });
  Guests guests;
  auto others_meet = paired();
  for (auto& place : places_) {
    place.owner = is_owner(place);
    if (place.owner)
      guests.owner = Owner::named;
    others_meet = others_meet || (!place.owner && meets_others(place));
  }
  for (auto const& place : places_) {
    auto const twice = [&](Guest const& other) { return name_key(other.name) == name_key(place.name); };
    if (!place.owner && std::ranges::none_of(guests.people, twice))
      guests.people.push_back({.name = place.name,
                               .title = squeeze(cut(title_, place.named.title)),
                               .organisation = squeeze(cut(title_, place.named.organisation)),
                               .confidence = place.named.confidence});
  }
  if (guests.owner == Owner::absent && !others_meet && !guests.people.empty())
    guests.owner = Owner::implied;
  return guests;
}

} // namespace

FindGuests title_reader(Known known) {
  auto const ready = std::make_shared<Ready const>(Ready{.known = std::move(known)});
  return [ready](std::string_view title) -> Guests {
    auto const text = squeeze(nfc(title));
    if (text.size() > longest_title || no_meeting().found(text))
      return {};
    return Reader{text, *ready}.read();
  };
}

} // namespace attache::read
