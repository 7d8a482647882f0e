#include "resolve/name_model.h"

#include "resolve/fold.h"
#include "resolve/person_name.h"
#include "resolve/table.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::resolve {
namespace {

constexpr std::size_t most_lessons = 40'000;
constexpr std::size_t fewest_words = 50; // of foreign names, below which the shipped spellings are the better guess
constexpr std::string_view heading = "names learnt 1";

struct Sorted {
  std::vector<NamePair> korean, foreign;
  std::vector<CompanyPair> companies;
  std::vector<CompanyName> latin_only;
};

// A Korean name's given part, with the Latin words that are not the family name.
bool add_korean(Sorted& out, PersonName const& hangul, PersonName const& latin) {
  if (hangul.native_family.empty() || latin.bare.size() < 2)
    return false;
  auto const last = latin.bare.size() - 1;
  auto const family_first = family_bits(hangul.native_family, latin.bare.front());
  auto const family_last = family_bits(hangul.native_family, latin.bare[last]);
  constexpr float fits = 8.5F;
  if (std::min(family_first, family_last) >= fits)
    return false;
  std::string given;
  for (std::size_t i = 0; i <= last; ++i)
    if (i != (family_first <= family_last ? 0 : last))
      given += latin.bare[i];
  out.korean.push_back({.hangul = hangul.native.substr(hangul.native_family.size()), .latin = given});
  return true;
}

// Words side by side; of both orders the one that reads better.
void add_foreign(Sorted& out, PersonName const& hangul, PersonName const& latin) {
  auto const& words = hangul.native_words;
  if (words.size() != latin.bare.size()) {
    std::string joined;
    for (auto const& word : latin.bare)
      joined += word;
    out.foreign.push_back({.hangul = hangul.native, .latin = joined});
    return;
  }
  auto const cost = [&](bool reversed) {
    float sum = 0;
    for (std::size_t i = 0; i < words.size(); ++i)
      sum += spelling_bits(foreign_lattice(), words[i], latin.bare[reversed ? words.size() - 1 - i : i]);
    return sum;
  };
  bool const reversed = words.size() > 1 && cost(true) < cost(false);
  for (std::size_t i = 0; i < words.size(); ++i)
    out.foreign.push_back({.hangul = words[i], .latin = latin.bare[reversed ? words.size() - 1 - i : i]});
}

void sort_person(Sorted& out, Lesson const& lesson) {
  auto const native = parse_person(lesson.hangul);
  auto const roman = parse_person(lesson.latin);
  if (native.empty() || roman.empty() || native.front().script != Script::hangul ||
      roman.front().script != Script::latin)
    return;
  if (!add_korean(out, native.front(), roman.front()))
    add_foreign(out, native.front(), roman.front());
}

Sorted sort_out(std::vector<Lesson> const& lessons) {
  Sorted out;
  for (auto const& lesson : lessons) {
    if (lesson.kind == LessonKind::person) {
      sort_person(out, lesson);
    } else if (auto latin = parse_company(lesson.latin); !latin.empty() && latin.script == Script::latin) {
      if (auto hangul = parse_company(lesson.hangul); hangul.script == Script::hangul)
        out.companies.push_back({.hangul = std::move(hangul), .latin = std::move(latin)});
      else
        out.latin_only.push_back(std::move(latin));
    }
  }
  return out;
}

// Words that at least one in two hundred companies has say little.
void learn_common(CompanyReadings& into, std::vector<CompanyName> const& names) {
  std::map<std::string, std::size_t> counts;
  for (auto const& name : names)
    for (auto const& word : std::set<std::string>(name.words.begin(), name.words.end()))
      ++counts[word];
  for (auto const& [word, count] : counts)
    if (count >= 5 && count * 200 >= names.size())
      into.common.insert(word);
}

std::string section_of_words(CompanyReadings const& companies) {
  std::string out;
  auto const& shipped = shipped_readings().words;
  for (auto const& [part, readings] : companies.words) {
    auto const known = shipped.find(part);
    for (auto const& reading : readings)
      if (known == shipped.end() || std::ranges::find(known->second, reading) == known->second.end())
        out += fmt::format("word {} {} {:.2f}\n", to_utf8(part), reading.latin, reading.gain);
  }
  for (auto const& word : companies.common)
    out += fmt::format("common {}\n", word);
  return out;
}

std::string line_of(Aligner::Cut const& cut) {
  std::string out = "cut " + to_utf8(cut.hangul) + " ";
  for (std::size_t i = 0; i < cut.pieces.size(); ++i)
    out += (i > 0 ? "|" : "") + cut.pieces[i];
  return out + "\n";
}

Aligner::Cut cut_of(std::string_view hangul, std::string_view pieces) {
  Aligner::Cut out{.hangul = to_utf32(hangul), .pieces = {}};
  for (std::size_t at = 0; at <= pieces.size();) {
    auto const end = std::min(pieces.find('|', at), pieces.size());
    out.pieces.emplace_back(pieces.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

void add_word(CompanyReadings& into, std::string_view part, std::string_view latin, float gain) {
  auto const hangul = to_utf32(part);
  into.longest = std::max(into.longest, hangul.size());
  auto& readings = into.words[hangul];
  if (auto const known = std::ranges::find(readings, latin, &CompanyReading::latin); known != readings.end())
    known->gain = gain;
  else
    readings.push_back({.latin = std::string{latin}, .gain = gain});
}

// Sections "[korean]" and "[foreign]" hold lattices; other lines say what they are by their first word.
struct Parsed {
  std::string korean, foreign;
  std::vector<Aligner::Cut> cuts;
  NameModel model{.companies = shipped_readings()};
};

void take_line(Parsed& out, std::string_view line) {
  auto const words = split_words(line);
  auto const lattice = [&](std::string& into) { into.append(line.substr(2)).push_back('\n'); };
  if (words.size() < 2)
    return;
  if (words[0] == "K")
    lattice(out.korean);
  else if (words[0] == "F")
    lattice(out.foreign);
  else if (words[0] == "cut" && words.size() == 3)
    out.cuts.push_back(cut_of(words[1], words[2]));
  else if (words[0] == "word" && words.size() == 4)
    add_word(out.model.companies, words[1], words[2], table_number(words[3]));
  else if (words[0] == "common")
    out.model.companies.common.emplace(words[1]);
  else if (words[0] == "taught" && words.size() == 3) {
    out.model.people_taught = static_cast<std::size_t>(table_number(words[1]));
    out.model.companies_taught = static_cast<std::size_t>(table_number(words[2]));
  }
}

std::string with_prefix(std::string_view prefix, std::string_view lines) {
  std::string out;
  while (!lines.empty()) {
    auto const end = std::min(lines.find('\n'), lines.size());
    out += fmt::format("{} {}\n", prefix, lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return out;
}

} // namespace

NameModel teach(std::vector<Lesson> lessons) {
  std::ranges::sort(lessons);
  auto const twice = std::ranges::unique(lessons);
  lessons.erase(twice.begin(), twice.end());
  if (lessons.size() > most_lessons) { // every n-th, so that no part of the alphabet is left out
    std::vector<Lesson> fewer;
    for (std::size_t i = 0; i < most_lessons; ++i)
      fewer.push_back(std::move(lessons[i * lessons.size() / most_lessons]));
    lessons = std::move(fewer);
  }
  auto const sorted = sort_out(lessons);
  NameModel out{.companies = learn(shipped_readings(), sorted.companies)};
  learn_common(out.companies, sorted.latin_only);
  if (!sorted.korean.empty())
    out.korean = std::make_shared<Lattice const>(train(korean_lattice(), sorted.korean));
  if (sorted.foreign.size() >= fewest_words)
    out.foreign = std::make_shared<Aligner const>(Aligner::fit(foreign_lattice(), sorted.foreign));
  out.people_taught = sorted.korean.size() + (out.foreign ? sorted.foreign.size() : 0);
  out.companies_taught = sorted.companies.size() + sorted.latin_only.size();
  return out;
}

std::string to_text(NameModel const& model) {
  auto out = fmt::format("{}\ntaught {} {}\n", heading, model.people_taught, model.companies_taught);
  if (model.korean)
    out += with_prefix("K", to_text(*model.korean));
  if (model.foreign) {
    out += with_prefix("F", to_text(model.foreign->lattice()));
    for (auto const& cut : model.foreign->cuts())
      out += line_of(cut);
  }
  return out + section_of_words(model.companies);
}

Result<NameModel> parse_name_model(std::string_view text) {
  if (!text.starts_with(heading))
    return fail(Fault::input, "this is no model of names", {}, "attache train names makes one");
  Parsed parsed;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    take_line(parsed, text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (!parsed.korean.empty())
    parsed.model.korean = std::make_shared<Lattice const>(parse_lattice(parsed.korean));
  if (!parsed.cuts.empty())
    parsed.model.foreign =
        std::make_shared<Aligner const>(Aligner::of(parse_lattice(parsed.foreign), std::move(parsed.cuts)));
  return std::move(parsed.model);
}

Lattice const& korean_spellings(NameModel const* learnt) {
  return learnt != nullptr && learnt->korean ? *learnt->korean : korean_lattice();
}

CompanyReadings const& company_readings(NameModel const* learnt) {
  return learnt != nullptr ? learnt->companies : shipped_readings();
}

} // namespace attache::resolve
