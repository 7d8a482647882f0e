#include "resolve/particulars.h"

#include "resolve/fold.h"
#include "resolve/registry_levels.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unicode/locid.h>
#include <unordered_map>

namespace attache::resolve {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_digit); }

struct Heading {
  std::string_view part, kind;
};
// In order: the first that the heading contains. Letters only, folded.
constexpr std::array headings{Heading{"passport", "passport"},
                              Heading{"여권", "passport"},
                              Heading{"ssn", "ssn"},
                              Heading{"socialsec", "ssn"},
                              Heading{"driver", "licence"},
                              Heading{"licen", "licence"},
                              Heading{"면허", "licence"},
                              Heading{"nationalid", "national"},
                              Heading{"identitycard", "national"},
                              Heading{"주민", "national"},
                              Heading{"taxid", "tax"},
                              Heading{"taxn", "tax"},
                              Heading{"vat", "tax"},
                              Heading{"inncode", "tax"},
                              Heading{"사업자", "tax"},
                              Heading{"ogrn", "registration"},
                              Heading{"registrationn", "registration"},
                              Heading{"companyn", "registration"},
                              Heading{"법인등록", "registration"},
                              Heading{"leicode", "lei"},
                              Heading{"leinumber", "lei"},
                              Heading{"duns", "duns"},
                              Heading{"npinumber", "npi"},
                              Heading{"npicode", "npi"},
                              Heading{"swiftbic", "bic"},
                              Heading{"wikidataid", "wikidata"},
                              Heading{"accountn", "account"},
                              Heading{"trustedid", "trusted"},
                              Heading{"otherid", "other"},
                              Heading{"idnumber", "other"}};

std::string_view kind_of(std::string_view heading) {
  std::string plain;
  for (auto const c : fold(heading))
    if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)
      plain.push_back(c);
  auto const found =
      std::ranges::find_if(headings, [&](Heading const& one) { return plain.find(one.part) != std::string::npos; });
  return found == headings.end() ? std::string_view{} : found->kind;
}

// The words of a number: those with a digit, run together.
std::string number_in(std::string_view text) {
  std::string out;
  auto const folded = fold(text);
  for (auto const word : split_words(folded))
    if (has_digit(word))
      out += letters(word);
  return out;
}

// Who gave it: the last stated of "(VAT, DE)" that is a country, else the last.
std::string authority_in(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const end = std::min(text.find(','), text.size());
    auto const part = text.substr(0, end);
    if (auto const words = split_words(part); !words.empty())
      out = country_code(part.substr(part.find(words.front()), std::string_view::npos));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

bool is_country(std::string_view authority) { return authority.size() == 2; }

bool kinds_meet(Identifier const& a, Identifier const& b) {
  return a.kind == b.kind || a.kind == "other" || b.kind == "other" || a.kind == "national" || b.kind == "national" ||
         a.kind == "registration" || b.kind == "registration";
}

// One number in two authorities' hands is two numbers, for the kinds that are given by countries.
bool authorities_differ(Identifier const& a, Identifier const& b) {
  return a.kind != "licence" && is_country(a.authority) && is_country(b.authority) && a.authority != b.authority;
}

Fit compare(Identifier const& a, Identifier const& b) {
  if (!kinds_meet(a, b) || authorities_differ(a, b))
    return Fit::unknown;
  if (a.number == b.number)
    return Fit::same;
  auto const& shorter = a.number.size() <= b.number.size() ? a.number : b.number;
  auto const& longer = a.number.size() <= b.number.size() ? b.number : a.number;
  constexpr std::size_t tail = 4; // what is given of a secret number
  if (shorter.size() == tail && a.kind == b.kind && longer.size() > tail)
    return longer.ends_with(shorter) ? Fit::part : Fit::different;
  if (longer.size() >= 6 && longer.ends_with(shorter) && shorter.size() + 2 >= longer.size())
    return Fit::slip; // "DE123456789" and "123456789"
  if (shorter.size() >= 7 && edits(a.number, b.number, 1) <= 1)
    return Fit::slip;
  return a.kind == b.kind && a.kind != "other" ? Fit::different : Fit::unknown;
}

// Parts of a date; 0 where it has none.
struct DateParts {
  int year = 0, month = 0, day = 0;
};

int number_at(std::string_view text, std::size_t at, std::size_t size) {
  int out = 0;
  if (at + size <= text.size())
    std::from_chars(text.data() + at, text.data() + at + size, out);
  return out;
}

DateParts date_parts(std::string_view text) {
  if (text.starts_with("--"))
    return {.month = number_at(text, 2, 2), .day = number_at(text, 5, 2)};
  return {.year = number_at(text, 0, 4), .month = number_at(text, 5, 2), .day = number_at(text, 8, 2)};
}

// One digit differs, or two neighbours are exchanged: 21 and 12.
bool is_slip(DateParts const& a, DateParts const& b) {
  auto const digits = [](DateParts const& date) {
    std::array<int, 8> out{};
    auto rest = date.year * 10000 + date.month * 100 + date.day;
    for (auto at = out.rbegin(); at != out.rend(); ++at, rest /= 10)
      *at = rest % 10;
    return out;
  };
  auto const x = digits(a);
  auto const y = digits(b);
  auto const first = static_cast<std::size_t>(std::ranges::mismatch(x, y).in1 - x.begin());
  auto const same_behind = [&](std::size_t from) {
    return std::equal(x.begin() + static_cast<std::ptrdiff_t>(from), x.end(),
                      y.begin() + static_cast<std::ptrdiff_t>(from));
  };
  if (first + 1 >= x.size() || same_behind(first + 1))
    return true;
  return x.at(first) == y.at(first + 1) && x.at(first + 1) == y.at(first) && same_behind(first + 2);
}

Fit compare_whole(DateParts const& a, DateParts const& b) {
  bool const year = a.year == b.year;
  bool const month = a.month == b.month;
  bool const day = a.day == b.day;
  if (year && month && day)
    return Fit::same;
  DateParts const exchanged{.year = a.year, .month = a.day, .day = a.month};
  if ((year && a.month == b.day && a.day == b.month) || is_slip(a, b))
    return Fit::slip;
  if (is_slip(exchanged, b)) // two slips
    return Fit::near;
  return static_cast<int>(year) + static_cast<int>(month) + static_cast<int>(day) == 2 ? Fit::near : Fit::different;
}

Fit compare_date(DateParts const& a, DateParts const& b) {
  auto const differ = [](int x, int y) { return x != 0 && y != 0 && x != y; };
  if (a.day != 0 && b.day != 0 && a.year != 0 && b.year != 0)
    return compare_whole(a, b);
  if ((a.year == 0 || b.year == 0) && (a.day == 0 || b.day == 0))
    return Fit::unknown;
  if (differ(a.month, b.month) || differ(a.day, b.day))
    return Fit::different;
  if (differ(a.year, b.year))
    return std::abs(a.year - b.year) == 1 ? Fit::near : Fit::different;
  return Fit::part;
}

// Shortenings of addresses; a word that says no more than "this is a street" is dropped.
std::string_view plain_word(std::string_view word) {
  static std::unordered_map<std::string_view, std::string_view> const table{

      {"street", ""},   {"str", ""},         {"st", ""},         {"strasse", ""}, {"road", ""},    {"rd", ""},
      {"avenue", ""},   {"ave", ""},         {"av", ""},         {"lane", ""},    {"ln", ""},      {"drive", ""},
      {"dr", ""},       {"boulevard", ""},   {"blvd", ""},       {"way", ""},     {"place", ""},   {"pl", ""},
      {"court", ""},    {"ct", ""},          {"square", ""},     {"sq", ""},      {"suite", ""},   {"ste", ""},
      {"unit", ""},     {"apartment", ""},   {"apartments", ""}, {"apt", ""},     {"appt", ""},    {"building", ""},
      {"bldg", ""},     {"bld", ""},         {"floor", ""},      {"fl", ""},      {"no", ""},      {"number", ""},
      {"house", ""},    {"ul", ""},          {"ulitsa", ""},     {"ulica", ""},   {"po", ""},      {"pobox", ""},
      {"box", ""},      {"the", ""},         {"of", ""},         {"and", ""},     {"plaza", ""},   {"rue", ""},
      {"calle", ""},    {"via", ""},         {"north", "n"},     {"south", "s"},  {"east", "e"},   {"west", "w"},
      {"district", ""}, {"province", ""},    {"city", ""},       {"town", ""},    {"village", ""}, {"region", ""},
      {"republic", ""}, {"near", ""},        {"highway", "hwy"}, {"mount", "mt"}, {"saint", ""},   {"county", ""},
      {"state", ""},    {"governorate", ""}, {"area", ""},       {"box", ""}};
  auto const found = table.find(word);
  return found == table.end() ? word : found->second;
}

void keep_word(Address& out, std::string_view word) {
  if (has_digit(word)) {
    std::string plain{word};
    if (auto const from = plain.find_first_not_of('0'); from != std::string::npos)
      out.numbers.push_back(plain.substr(from));
    return;
  }
  for (auto const* const ending : {"strasse", "straat", "gasse"})
    if (word.size() > 9 && word.ends_with(ending))
      word.remove_suffix(std::string_view{ending}.size());
  if (auto const plain = plain_word(word); plain.size() > 1)
    out.words.emplace_back(plain);
}

void sort_unique(std::vector<std::string>& list) {
  std::ranges::sort(list);
  auto const twice = std::ranges::unique(list);
  list.erase(twice.begin(), twice.end());
}

std::size_t shared(std::vector<std::string> const& a, std::vector<std::string> const& b, std::size_t least) {
  std::size_t out = 0;
  for (auto const& word : a)
    if (word.size() >= least)
      out += std::ranges::any_of(b, [&](auto const& other) {
        return word == other || (word.size() >= 5 && other.size() >= 5 && edits(word, other, 1) <= 1);
      });
  return out;
}

Fit compare(Address const& a, Address const& b) {
  auto const words = std::min(shared(a.words, b.words, 2), shared(b.words, a.words, 2));
  std::size_t numbers = 0;
  bool postcode = false;
  for (auto const& number : a.numbers)
    if (std::ranges::find(b.numbers, number) != b.numbers.end()) {
      ++numbers;
      postcode = postcode || number.size() >= 5;
    }
  auto const fewer = std::min(a.words.size(), b.words.size());
  bool const both_have_more = words < fewer; // "Main, Las Vegas" and "Main, Henderson"
  if (numbers > 0 && words > 0 && words + 1 >= fewer && (numbers > 1 || (!postcode && !both_have_more)))
    return Fit::same;
  if ((numbers > 0 && words > 1) || (words >= 4 && words + 1 >= fewer && (a.numbers.empty() || b.numbers.empty())))
    return Fit::slip;
  return postcode || words > 1 ? Fit::part : words > 0 ? Fit::near : Fit::different;
}

std::unordered_map<std::string, std::string> country_table() {
  std::unordered_map<std::string, std::string> out;
  for (auto const* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    icu::Locale const place("en", *code);
    icu::UnicodeString name;
    place.getDisplayCountry(icu::Locale::getEnglish(), name);
    std::string utf8;
    name.toUTF8String(utf8);
    auto const small = fold(*code);
    out.emplace(letters(fold(utf8)), small);
    out.emplace(fold(place.getISO3Country()), small);
  }
  for (auto const& [name, code] : {std::pair{"unitedstatesofamerica", "us"},
                                   {"unitedstate", "us"},
                                   {"england", "gb"},
                                   {"greatbritain", "gb"},
                                   {"uk", "gb"},
                                   {"korea", "kr"},
                                   {"republicofkorea", "kr"},
                                   {"hongkong", "hk"},
                                   {"macau", "mo"},
                                   {"burma", "mm"},
                                   {"russianfederation", "ru"},
                                   {"czechrepublic", "cz"},
                                   {"turkey", "tr"},
                                   {"ivorycoast", "ci"},
                                   {"prchina", "cn"},
                                   {"peoplesrepublicofchina", "cn"}})
    out.emplace(name, code);
  return out;
}

} // namespace

std::optional<Identifier> identifier_of(std::string_view heading, std::string_view value) {
  auto const kind = kind_of(heading);
  if (kind.empty())
    return {};
  auto const open = value.find('(');
  Identifier out{.kind = std::string{kind}, .authority = {}, .number = number_in(value.substr(0, open))};
  if (open != std::string_view::npos)
    out.authority = authority_in(value.substr(open + 1, value.find(')', open) - open - 1));
  constexpr int fewest = 4;
  if (std::ranges::count_if(out.number, is_digit) < fewest)
    return {};
  return out;
}

IdentifierFit compare_identifiers(std::vector<Identifier> const& a, std::vector<Identifier> const& b) {
  IdentifierFit out;
  for (auto const& x : a)
    for (auto const& y : b)
      if (auto const fit = compare(x, y); fit > out.fit)
        out = {.fit = fit, .a = &x, .b = &y};
  return out;
}

Fit compare_dates(std::vector<std::string> const& a, std::vector<std::string> const& b) {
  auto best = Fit::unknown;
  for (auto const& x : a)
    for (auto const& y : b)
      best = std::max(best, compare_date(date_parts(x), date_parts(y)));
  return best;
}

Address address_of(std::string_view text) {
  Address out{.written = std::string{text}, .words = {}, .numbers = {}};
  std::string word;
  auto const finish = [&] {
    if (!word.empty())
      keep_word(out, word);
    word.clear();
  };
  for (auto const c : fold(text))
    if ((c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80)
      word.push_back(c);
    else if (c != '\'')
      finish();
  finish();
  sort_unique(out.words);
  sort_unique(out.numbers);
  return out;
}

AddressFit compare_addresses(std::vector<Address> const& a, std::vector<Address> const& b) {
  AddressFit out;
  for (auto const& x : a)
    for (auto const& y : b)
      if (auto const fit = compare(x, y); fit > out.fit)
        out = {.fit = fit, .a = &x, .b = &y};
  return out;
}

std::string country_code(std::string_view text) {
  static auto const table = country_table();
  auto folded = fold(text);
  auto const plain = letters(folded);
  if (plain.size() == 2 && plain != "uk")
    return plain;
  auto const found = table.find(plain);
  return found == table.end() ? folded : found->second;
}

std::string gender_code(std::string_view text) {
  auto const folded = fold(text);
  if (folded == "f" || folded == "female" || folded == "woman" || folded == "여" || folded == "여성" ||
      folded == "여자")
    return "f";
  if (folded == "m" || folded == "male" || folded == "man" || folded == "남" || folded == "남성" || folded == "남자")
    return "m";
  return {};
}

} // namespace attache::resolve
