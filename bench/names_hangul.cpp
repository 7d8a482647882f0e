// Foreign names in Hangul and Korean companies: which Latin name comes first?
#include "names_bench.h"
#include "resolve/aligner.h"
#include "resolve/company_cross.h"
#include "resolve/fold.h"
#include "resolve/train.h"

#include <algorithm>
#include <functional>
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

using Score = std::function<double(std::u32string_view, std::string_view)>;

// The names that `coarse` puts first, then in the order of `fine`; ties count as lost. Another spelling of the same
// Hangul that the set has too ("Frederic", "Frederick") is no mistake.
using Truths = std::set<std::pair<std::u32string, std::string>>;
nlohmann::json ranked(Truths const& truths, std::vector<Entry> const& asked, std::vector<std::string> const& pool,
                      Score const& coarse, Score const& fine) {
  constexpr std::size_t kept = 150;
  Places places;
  nlohmann::json lost = nlohmann::json::array();
  int strictly_first = 0;
  for (auto const& entry : asked) {
    std::vector<std::pair<double, std::string_view>> best;
    for (auto const& latin : pool)
      best.emplace_back(spells_out(entry.pair.hangul, latin) ? -1000 : -coarse(entry.pair.hangul, latin), latin);
    std::ranges::nth_element(best, best.begin() + kept);
    best.resize(kept);
    for (auto& [score, latin] : best)
      score = -fine(entry.pair.hangul, latin);
    auto const own = -fine(entry.pair.hangul, entry.pair.latin);
    auto const kept_it = std::ranges::find(best, entry.pair.latin, &std::pair<double, std::string_view>::second);
    auto better = std::ranges::count_if(best, [&](auto const& one) {
      return one.first <= own && !truths.contains({entry.pair.hangul, std::string{one.second}});
    });
    auto const strict = std::ranges::count_if(
        best, [&](auto const& one) { return one.first <= own && one.second != entry.pair.latin; });
    strictly_first += strict == 0 && kept_it != best.end() ? 1 : 0;
    better += kept_it == best.end() ? 100 : 0;
    ++places.asked;
    places.first += better == 0 ? 1 : 0;
    places.in_ten += better < 10 ? 1 : 0;
    if (better > 0)
      lost.push_back(entry.written_hangul + " " + entry.written_latin + " <- " +
                     std::string{std::ranges::min(best).second} + " (" + std::to_string(better) + ")");
  }
  auto out = report(places);
  out["first_and_only_this_spelling"] = places.asked == 0 ? 0.0 : static_cast<double>(strictly_first) / places.asked;
  out["lost"] = lost;
  return out;
}

std::vector<Entry> every(std::size_t step, std::vector<Entry> const& entries) {
  std::vector<Entry> out;
  for (std::size_t i = 0; i < entries.size(); i += step)
    out.push_back(entries[i]);
  return out;
}

// What is fitted on, and what is asked: the check half, or the held-out fifth of the tune half.
struct Halves {
  std::vector<NamePair> taught;
  std::vector<Entry> asked;
};

Halves halves(std::vector<Entry> const& all, bool check) {
  Halves out;
  for (auto const& entry : all) {
    auto const checks = is_check(entry.written_latin);
    if (check ? checks : !checks && is_held_out(entry.written_latin))
      out.asked.push_back(entry);
    else if (!checks)
      out.taught.push_back(entry.pair);
  }
  return out;
}

nlohmann::json foreign(std::vector<Entry> const& all, bool check) {
  auto const [taught, all_asked] = halves(all, check);
  auto const pool = pool_of(all);
  Truths truths;
  for (auto const& entry : all)
    truths.emplace(entry.pair.hangul, entry.pair.latin);
  auto const asked = every(check ? 8 : 4, all_asked); // a sample, ranked among all names
  auto const by = [](Lattice const& lattice) {
    return [&lattice](std::u32string_view hangul, std::string_view latin) {
      return 0.5 * static_cast<double>(chance_bits(latin)) - static_cast<double>(spelling_bits(lattice, hangul, latin));
    };
  };
  auto const aligner = Aligner::fit(foreign_lattice(), taught);
  auto const fine = [&](std::u32string_view hangul, std::string_view latin) {
    return aligner.reading_bits(hangul, latin);
  };
  return {{"shipped", ranked(truths, asked, pool, by(foreign_lattice()), by(foreign_lattice()))},
          {"lattice_refitted", ranked(truths, asked, pool, by(aligner.lattice()), by(aligner.lattice()))},
          {"aligner_fitted", ranked(truths, asked, pool, by(aligner.lattice()), fine)}};
}

} // namespace

nlohmann::json foreign_names() {
  auto const all = entries(read_csv(data_path("names/foreign_names_ko.csv")));
  nlohmann::json out;
  out["tune"] = foreign(all, false);
  if (with_check())
    out["check"] = foreign(all, true);
  return out;
}

namespace {

struct Company {
  std::string written;
  CompanyPair pair;
};

// Which English name comes first among all; another company of the same name is no mistake.
nlohmann::json companies_ranked(std::vector<Company const*> const& asked, std::vector<Company> const& all,
                                CompanyReadings const& readings) {
  Places places;
  nlohmann::json lost = nlohmann::json::array();
  for (auto const* const one : asked) {
    CompanyReader const reader(one->pair.hangul, readings);
    auto const own = reader.bits(one->pair.latin);
    int better = 0;
    std::pair<double, std::string> best{own, {}};
    for (auto const& other : all)
      if (other.pair.latin.core != one->pair.latin.core)
        if (auto const bits = reader.bits(other.pair.latin); bits >= own) {
          ++better;
          best = std::max(best, {bits, other.pair.latin.written});
        }
    ++places.asked;
    places.first += better == 0 ? 1 : 0;
    places.in_ten += better < 10 ? 1 : 0;
    if (better > 0)
      lost.push_back(one->written + " <- " + best.second + " (" + std::to_string(better) + ")");
  }
  auto out = report(places);
  out["lost"] = lost;
  return out;
}

nlohmann::json companies(std::vector<Company> const& all, bool check) {
  std::vector<Company const*> asked;
  std::vector<CompanyPair> taught;
  for (auto const& one : all) {
    auto const checks = is_check(one.written);
    if (checks == check && is_held_out(one.written)) // of the check half a fifth too: each is held against all
      asked.push_back(&one);
    else if (!checks)
      taught.push_back(one.pair);
  }
  return {{"shipped", companies_ranked(asked, all, shipped_readings())},
          {"trained", companies_ranked(asked, all, learn(shipped_readings(), taught))},
          {"trained_on_nothing_shipped", companies_ranked(asked, all, learn({}, taught))},
          {"sounds_only", companies_ranked(asked, all, {})}};
}

} // namespace

nlohmann::json korean_companies() {
  std::vector<Company> all;
  for (auto const& row : read_csv(data_path("names/kr_companies.csv")))
    if (!row.at("name_en").empty())
      all.push_back({.written = row.at("name_ko") + " " + row.at("name_en"),
                     .pair = {parse_company(row.at("name_ko")), parse_company(row.at("name_en"))}});
  nlohmann::json out;
  out["tune"] = companies(all, false);
  if (with_check())
    out["check"] = companies(all, true);
  return out;
}

} // namespace attache::bench
