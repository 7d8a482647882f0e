// Korean people: Hangul against the Latin name each of them chose.
#include "names_bench.h"
#include "resolve/names.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::bench {
namespace {

using namespace attache::resolve;

struct Person {
  std::string hangul, latin;
  std::vector<PersonName> hangul_name, latin_name;
};

std::vector<Person> parsed(std::vector<std::pair<std::string, std::string>> const& names) {
  std::vector<Person> out;
  for (auto const& [hangul, latin] : names)
    out.push_back(
        {.hangul = hangul, .latin = latin, .hangul_name = parse_person(hangul), .latin_name = parse_person(latin)});
  return out;
}

double bits(Person const& hangul, Person const& latin) { return match(hangul.hangul_name, latin.latin_name, {}).bits; }

// First place among all Latin names (ties count as lost), and as labelled pairs all against all at `agree` bits.
nlohmann::json ranked(std::vector<Person> const& people, bool check) {
  int first = 0;
  int asked = 0;
  Counts counts;
  nlohmann::json lost = nlohmann::json::array();
  for (auto const& one : people) {
    if (is_check(one.hangul) != check)
      continue;
    auto const own = bits(one, one);
    auto const better = std::ranges::find_if(
        people, [&](Person const& other) { return other.latin != one.latin && bits(one, other) >= own; });
    ++asked;
    first += better == people.end() ? 1 : 0;
    if (better != people.end() && own < 100)
      lost.push_back(
          fmt::format("{} {} {:.1f} < {} {:.1f}", one.hangul, one.latin, own, better->latin, bits(one, *better)));
    for (auto const& other : people) {
      auto const found = match(one.hangul_name, other.latin_name, {});
      bool const same = one.hangul == other.hangul || one.latin == other.latin;
      counts.add(found.agreement == Agreement::variant, same);
      if (same && found.agreement != Agreement::variant)
        lost.push_back(fmt::format("missed {} {} {:.1f}", one.hangul, other.latin, found.bits));
      if (!same && found.agreement == Agreement::variant)
        lost.push_back(fmt::format("wrong {} {} {:.1f}", one.hangul, other.latin, found.bits));
    }
  }
  auto out = figures(counts);
  out["people"] = asked;
  out["first"] = asked == 0 ? 0 : static_cast<double>(first) / asked;
  out["errors"] = lost;
  return out;
}

std::vector<std::pair<std::string, std::string>> members() {
  std::map<std::string, std::pair<std::string, std::string>> by_id;
  for (auto const& row : read_csv(data_path("real/names/korean_dev.csv"))) {
    auto const& name = row.at("name");
    auto const script = parse_person(name).empty() ? Script::none : parse_person(name).front().script;
    if (script == Script::hangul)
      by_id[row.at("person_id")].first = name;
    else if (script == Script::latin && by_id[row.at("person_id")].second.empty())
      by_id[row.at("person_id")].second = name;
  }
  std::vector<std::pair<std::string, std::string>> out;
  for (auto const& [id, pair] : by_id)
    if (!pair.first.empty() && !pair.second.empty())
      out.push_back(pair);
  return out;
}

} // namespace

nlohmann::json korean_people() {
  std::vector<std::pair<std::string, std::string>> names;
  for (auto const& row : read_csv(data_path("names/kr_people.csv")))
    names.emplace_back(row.at("name_ko"), row.at("name_en"));
  auto const people = parsed(names);
  auto const others = parsed(members());
  return {{"tune", ranked(people, false)},
          {"check", ranked(people, true)},
          {"members_tune", ranked(others, false)},
          {"members_check", ranked(others, true)}};
}

} // namespace attache::bench
