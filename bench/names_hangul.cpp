// Foreign names in Hangul and Korean companies: which Latin name comes first?
#include "names_bench.h"
#include "resolve/company_cross.h"
#include "resolve/fold.h"
#include "resolve/train.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace attache::bench {
namespace {

using namespace attache::resolve;

struct Entry {
  NamePair pair;
  std::string written_hangul, written_latin;
};

std::vector<Entry> entries(std::vector<Row> const& rows) {
  std::vector<Entry> out;
  for (auto const& row : rows) {
    Entry entry{.written_hangul = row.at("name_ko"), .written_latin = row.at("name_en")};
    for (auto const c : to_utf32(fold(entry.written_hangul)))
      if (is_syllable(c))
        entry.pair.hangul.push_back(c);
    entry.pair.latin = letters(fold(entry.written_latin));
    if (!entry.pair.hangul.empty() && !entry.pair.latin.empty())
      out.push_back(std::move(entry));
  }
  return out;
}

struct Places {
  int asked = 0, first = 0, in_ten = 0;
};

template <class Score>
void place(Places& places, Entry const& entry, std::vector<std::string> const& pool, Score const& score,
           nlohmann::json& lost) {
  auto const own = score(entry.pair.hangul, entry.pair.latin);
  int better = 0;
  std::string best;
  double top = own;
  for (auto const& latin : pool)
    if (latin != entry.pair.latin)
      if (auto const other = score(entry.pair.hangul, latin); other >= own) {
        ++better;
        if (other >= top) {
          top = other;
          best = latin;
        }
      }
  ++places.asked;
  places.first += better == 0 ? 1 : 0;
  places.in_ten += better < 10 ? 1 : 0;
  if (better > 0 && lost.size() < 60)
    lost.push_back(entry.written_hangul + " " + entry.written_latin + " <- " + best + " (" + std::to_string(better) +
                   ")");
}

nlohmann::json report(Places const& places) {
  return {{"asked", places.asked},
          {"first", places.asked == 0 ? 0.0 : static_cast<double>(places.first) / places.asked},
          {"in_ten", places.asked == 0 ? 0.0 : static_cast<double>(places.in_ten) / places.asked}};
}

std::vector<std::string> pool_of(std::vector<Entry> const& all) {
  std::set<std::string> names;
  for (auto const& entry : all)
    names.insert(entry.pair.latin);
  return {names.begin(), names.end()};
}

nlohmann::json with(Lattice const& lattice, std::vector<Entry> const& all, std::vector<std::string> const& pool,
                    int every, double alpha) {
  Places places;
  nlohmann::json lost = nlohmann::json::array();
  auto const score = [&](std::u32string_view hangul, std::string_view latin) {
    return alpha * static_cast<double>(chance_bits(latin)) - static_cast<double>(spelling_bits(lattice, hangul, latin));
  };
  int number = 0;
  for (auto const& entry : all)
    if (is_check(entry.written_latin) && ++number % every == 0)
      place(places, entry, pool, score, lost);
  auto out = report(places);
  out["lost"] = lost;
  return out;
}

} // namespace

nlohmann::json foreign_names() {
  auto const all = entries(read_csv(data_path("names/foreign_names_ko.csv")));
  auto const pool = pool_of(all);
  std::vector<NamePair> tune;
  for (auto const& entry : all)
    if (!is_check(entry.written_latin))
      tune.push_back(entry.pair);
  nlohmann::json out;
  constexpr int every = 16; // a sample of the check half, ranked among all names
  for (double const alpha : {0.0, 0.5, 0.75, 1.0})
    out["shipped"][std::to_string(alpha)] = with(foreign_lattice(), all, pool, every, alpha);
  auto const trained = train(foreign_lattice(), tune);
  for (double const alpha : {0.0, 0.5, 0.75, 1.0})
    out["trained"][std::to_string(alpha)] = with(trained, all, pool, every, alpha);
  return out;
}

nlohmann::json korean_companies() {
  struct Company {
    std::string written;
    CompanyName korean, english;
  };
  std::vector<Company> all;
  for (auto const& row : read_csv(data_path("names/kr_companies.csv")))
    if (!row.at("name_en").empty())
      all.push_back({row.at("name_ko") + " " + row.at("name_en"), parse_company(row.at("name_ko")),
                     parse_company(row.at("name_en"))});
  nlohmann::json out;
  for (bool const check : {false, true}) {
    Places places;
    nlohmann::json lost = nlohmann::json::array();
    int number = 0;
    constexpr int every = 4; // a sample of each half, ranked among all companies
    for (auto const& one : all) {
      if (is_check(one.written) != check || ++number % every != 0)
        continue;
      auto const own = company_reading_bits(one.korean, one.english);
      int better = 0;
      Company const* best = nullptr;
      double top = own;
      for (auto const& other : all)
        if (other.english.core != one.english.core)
          if (auto const bits = company_reading_bits(one.korean, other.english); bits >= own) {
            ++better;
            if (bits >= top) {
              top = bits;
              best = &other;
            }
          }
      ++places.asked;
      places.first += better == 0 ? 1 : 0;
      places.in_ten += better < 10 ? 1 : 0;
      if (better > 0)
        lost.push_back(one.written + " <- " + best->english.written + " (" + std::to_string(better) + ")");
    }
    auto figures = report(places);
    figures["lost"] = lost;
    out["shipped"][check ? "check" : "tune"] = figures;
  }
  return out;
}

} // namespace attache::bench
