// Labelled pairs of names: one answer a pair.
#include "names_bench.h"
#include "resolve/company_name.h"
#include "resolve/names.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

namespace attache::bench {
namespace {

using namespace attache::resolve;

struct Said {
  bool same = false;
  double bits = 0;
};

Said people_match(std::string const& a, std::string const& b) {
  auto const found = compare_names(a, b).match;
  return {.same = likely_same(found), .bits = found.bits};
}

Said companies_match(std::string const& a, std::string const& b) {
  auto const found = match_companies(parse_company(a), parse_company(b), {});
  constexpr double enough = 1.5; // bits, chosen on the tune half of the figi pairs
  return {.same = found.agreement >= Agreement::partial && found.bits > enough, .bits = found.bits};
}

struct Tested {
  Counts tune, check;
  std::vector<Evidence> evidence_tune, evidence_check;
  nlohmann::json errors = nlohmann::json::array();
};

void add(Tested& tested, Row const& row, Said const& found) {
  auto const said = found.same;
  bool const truth = row.at("is_match") == "true";
  (is_check(row.at("name1")) ? tested.check : tested.tune).add(said, truth);
  (is_check(row.at("name1")) ? tested.evidence_check : tested.evidence_tune).push_back({found.bits, truth});
  if (said != truth)
    tested.errors.push_back((truth ? "missed: " : "wrong: ") + row.at("name1") + " | " + row.at("name2"));
}

nlohmann::json report(Tested const& tested) {
  return {{"tune", figures(tested.tune)},
          {"check", figures(tested.check)},
          {"calibration", calibration(tested.evidence_tune, tested.evidence_check)},
          {"errors", tested.errors}};
}

} // namespace

nlohmann::json labelled_pairs() {
  Tested screening;
  for (auto const& row : read_csv(data_path("names/name_bench.csv")))
    add(screening, row,
        row.at("schema") == "Person" ? people_match(row.at("name1"), row.at("name2"))
                                     : companies_match(row.at("name1"), row.at("name2")));
  Tested figi;
  for (auto const& row : read_csv(data_path("names/figi_company_pairs.csv")))
    add(figi, row, companies_match(row.at("name1"), row.at("name2")));
  return {{"name_bench", report(screening)}, {"figi", report(figi)}};
}

nlohmann::json speed() {
  auto const pairs_a_second = [](std::vector<PersonName> const& left, std::vector<PersonName> const& right) {
    double sum = 0;
    long count = 0;
    auto const start = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - start < std::chrono::seconds{1})
      for (auto const& a : left)
        for (auto const& b : right) {
          sum += match(a, b, {}).bits;
          ++count;
        }
    auto const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return sum == 0.5 ? 0.0 : static_cast<double>(count) / seconds;
  };
  std::vector<PersonName> hangul;
  std::vector<PersonName> latin;
  for (auto const& row : read_csv(data_path("names/kr_people.csv"))) {
    hangul.push_back(parse_person(row.at("name_ko")).front());
    latin.push_back(parse_person(row.at("name_en")).front());
  }
  return {{"latin_pairs_per_second", pairs_a_second(latin, latin)},
          {"lattice_pairs_per_second", pairs_a_second(hangul, latin)}};
}

} // namespace attache::bench
