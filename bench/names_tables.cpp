// Tables of people with duplicates: which rows are one? Clusters are compared with the truth, pair by pair.
#include "names_bench.h"
#include "resolve/registry.h"

#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <unordered_set>

namespace attache::bench {
namespace {

using namespace attache::resolve;

struct Table {
  std::string file;
  std::vector<RegistryColumn> columns;
  std::function<std::string(Row const&)> truth;
  double least_bits = 0;
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::uint64_t pairs_of(std::uint64_t count) { return count * (count - 1) / 2; }

std::uint64_t pairs_within(std::vector<std::string> const& labels) {
  std::unordered_map<std::string, std::uint64_t> sizes;
  for (auto const& label : labels)
    ++sizes[label];
  std::uint64_t out = 0;
  for (auto const& [label, size] : sizes)
    out += pairs_of(size);
  return out;
}

nlohmann::json pairwise(std::vector<std::uint32_t> const& found, std::vector<std::string> const& truth) {
  std::vector<std::string> said;
  std::vector<std::string> both;
  for (std::size_t i = 0; i < found.size(); ++i) {
    said.push_back(std::to_string(found[i]));
    both.push_back(said.back() + "|" + truth[i]);
  }
  auto const right = static_cast<double>(pairs_within(both));
  auto const precision = right / std::max(1.0, static_cast<double>(pairs_within(said)));
  auto const recall = right / std::max(1.0, static_cast<double>(pairs_within(truth)));
  return {{"precision", precision},
          {"recall", recall},
          {"f1", 2 * precision * recall / std::max(1e-9, precision + recall)}};
}

nlohmann::json measure(Table const& table, std::vector<Row> const& rows) {
  auto const start = cpu_seconds();
  Registry registry(table.columns);
  std::vector<std::string> truth;
  for (auto const& row : rows) {
    std::vector<std::string_view> values;
    for (auto const& column : table.columns)
      values.push_back(row.at(column.name));
    registry.add(values);
    truth.push_back(table.truth(row));
  }
  auto const pairs = registry_pairs(registry);
  auto const blocked = cpu_seconds();
  auto const model = RegistryModel::fit(registry, pairs);
  auto const fitted = cpu_seconds();
  std::vector<ScoredPair> scored;
  std::uint64_t held = 0;
  for (auto const& [a, b] : pairs) {
    held += truth[a] == truth[b] ? 1 : 0;
    if (auto const bits = model.bits(registry, a, b); bits > 0)
      scored.push_back({.a = a, .b = b, .bits = static_cast<float>(bits)});
  }
  auto const done = cpu_seconds();
  auto const score = [&](std::uint32_t a, std::uint32_t b) { return model.bits(registry, a, b); };
  auto const clusters = registry_clusters(rows.size(), scored, score, table.least_bits);
  auto out = pairwise(clusters, truth);
  out["rows"] = rows.size();
  out["pairs"] = pairs.size();
  out["blocking_recall"] = static_cast<double>(held) / std::max(1.0, static_cast<double>(pairs_within(truth)));
  out["pairs_per_second"] = static_cast<double>(pairs.size()) / std::max(1e-6, done - fitted);
  out["cpu_seconds"] = {{"blocking", blocked - start},
                        {"fitting", fitted - blocked},
                        {"scoring", done - fitted},
                        {"all", cpu_seconds() - start}};
  out["prior_bits"] = model.prior_bits();
  if (std::getenv("ATTACHE_BENCH_ERRORS") != nullptr) {
    auto const show = [&](std::uint32_t i) {
      std::string text;
      for (auto const& column : table.columns)
        text += rows[i].at(column.name) + " | ";
      return text;
    };
    for (auto const& [a, b] : pairs)
      if ((clusters[a] == clusters[b]) != (truth[a] == truth[b]) && out["errors"].size() < 60 &&
          (a * 7 + b) % 11 == 0) {
        std::string why;
        for (auto const& reason : model.reasons(registry, a, b))
          why += reason.field + " " + std::to_string(static_cast<int>(reason.bits * 10) / 10.0).substr(0, 5) + "; ";
        out["errors"].push_back((truth[a] == truth[b] ? "missed " : "wrong ") + show(a) + " <> " + show(b) + why);
      }
  }
  return out;
}

nlohmann::json halves(Table const& table, std::vector<Row> const& rows) {
  std::vector<Row> tune;
  std::vector<Row> check;
  for (auto const& row : rows)
    (is_check(table.truth(row)) ? check : tune).push_back(row);
  nlohmann::json out{{"tune", measure(table, tune)}};
  if (with_check())
    out["check"] = measure(table, check);
  return out;
}

// Three sources of a small truth set as one table: customers, a watch list and a register.
std::vector<Row> senzing_rows() {
  std::map<std::string, std::string> clusters;
  for (auto const& row : read_csv(data_path("names/senzing/actual_truthset_key.csv")))
    clusters[row.at("DATA_SOURCE") + row.at("RECORD_ID")] = row.at("CLUSTER_ID");
  std::vector<Row> out;
  for (auto const* const file : {"customers", "watchlist", "reference"})
    for (auto const& row : read_csv(data_path(std::string{"names/senzing/"} + file + ".csv"))) {
      auto const cell = [&](char const* column) {
        auto const found = row.find(column);
        return found == row.end() ? std::string{} : found->second;
      };
      auto const cluster = clusters.find(cell("DATA_SOURCE") + cell("RECORD_ID"));
      if (cluster == clusters.end())
        continue;
      auto const whole = cell("PRIMARY_NAME_FULL");
      auto const space = whole.rfind(' ');
      auto given = cell("PRIMARY_NAME_FIRST");
      auto family = cell("PRIMARY_NAME_LAST");
      if (!whole.empty() && space != std::string::npos) {
        given = whole.substr(0, space);
        family = whole.substr(space + 1);
      }
      out.push_back({{"given", given},
                     {"family", family},
                     {"native", cell("NATIVE_NAME_FULL")},
                     {"organisation", cell("PRIMARY_NAME_ORG")},
                     {"born", cell("DATE_OF_BIRTH")},
                     {"address", cell("ADDR_FULL") + " " + cell("ADDR_LINE1")},
                     {"city", cell("ADDR_CITY")},
                     {"postcode", cell("ADDR_POSTAL_CODE")},
                     {"email", cell("EMAIL_ADDRESS")},
                     {"phone", cell("PHONE_NUMBER")},
                     {"passport", cell("PASSPORT_NUMBER")},
                     {"licence", cell("DRIVERS_LICENSE_NUMBER")},
                     {"ssn", cell("SSN_NUMBER")},
                     {"national", cell("NATIONAL_ID_NUMBER")},
                     {"cluster", cluster->second}});
    }
  return out;
}

} // namespace

nlohmann::json tables() {
  using enum Trait;
  Table const fake{
      .file = "fake_1000.csv",
      .columns = {{"first_name", given}, {"surname", family}, {"dob", birthday}, {"city", place}, {"email", email}},
      .truth = [](Row const& row) { return row.at("cluster"); }};
  Table const febrl{.file = "febrl3.csv",
                    .columns = {{"given_name", given},
                                {"surname", family},
                                {"street_number", category},
                                {"address_1", street},
                                {"address_2", street},
                                {"suburb", place},
                                {"postcode", postcode},
                                {"state", category},
                                {"date_of_birth", birthday},
                                {"soc_sec_id", identifier}},
                    .truth = [](Row const& row) { return row.at("rec_id").substr(0, row.at("rec_id").find('-', 4)); }};
  Table const figures{.file = "historical_figures_dev.csv",
                      .columns = {{"full_name", full_name},
                                  {"first_name", given},
                                  {"surname", family},
                                  {"dob", birthday},
                                  {"birth_place", place},
                                  {"postcode_fake", postcode},
                                  {"gender", category},
                                  {"occupation", category}},
                      .truth = [](Row const& row) { return row.at("cluster"); }};
  Table const senzing{.file = {},
                      .columns = {{"given", given},
                                  {"family", family},
                                  {"native", place},
                                  {"organisation", place},
                                  {"born", birthday},
                                  {"address", street},
                                  {"city", place},
                                  {"postcode", postcode},
                                  {"email", email},
                                  {"phone", phone},
                                  {"passport", identifier},
                                  {"licence", identifier},
                                  {"ssn", identifier},
                                  {"national", identifier}},
                      .truth = [](Row const& row) { return row.at("cluster"); }};
  nlohmann::json out{{"senzing", halves(senzing, senzing_rows())}};
  for (auto const& [name, table] : {std::pair{"fake_1000", fake}, {"febrl3", febrl}, {"historical_figures", figures}})
    out[name] = halves(table, read_csv(data_path("names/" + table.file)));
  return out;
}

} // namespace attache::bench
