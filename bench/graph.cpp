// Ties and paths on the contact sets of ../shared/data/graph, answers checked before anything is timed. One JSON line.
//   bench_graph build SET_FOLDER SNAPSHOT     from the generator's files to a snapshot on the disk
//   bench_graph ask SNAPSHOT ORACLE_FOLDER    every question once cold and once warm
//   bench_graph keep FILE CONTACTS            contacts made durable in an office file, one by one and in groups
//   bench_graph ties SNAPSHOT FILE            the prices of all ties as CSV, for the peers
//   bench_graph hard                          hub, star, clique, equal costs, an empty past
#include "bench/graph_set.h"
#include "keep/net/file.h"
#include "keep/net/snapshot.h"
#include "keep/sqlite/store.h"
#include "model/vocabulary.h"
#include "net/law.h"
#include "net/reach.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>

using namespace attache;
using Json = nlohmann::ordered_json;

namespace {

Instant const as_of{std::chrono::seconds{1686096000}}; // 2023-06-07
constexpr double tolerance = 2e-5;                     // of the oracle's six decimals

double seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

struct Times {
  std::vector<double> wall, cpu; // milliseconds
  template <class F>
  auto operator()(F f) {
    auto const wall_before = seconds(CLOCK_MONOTONIC), cpu_before = seconds(CLOCK_PROCESS_CPUTIME_ID);
    auto result = f();
    cpu.push_back(1e3 * (seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu_before));
    wall.push_back(1e3 * (seconds(CLOCK_MONOTONIC) - wall_before));
    return result;
  }
};

double quantile(std::vector<double> values, double share) {
  std::ranges::sort(values);
  return values.empty() ? 0 : values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + .5)];
}

Json json_of(Times const& times) {
  auto const round = [](double ms) { return std::round(ms * 1e4) / 1e4; };
  return {{"median_ms", round(quantile(times.wall, .5))},  {"p95_ms", round(quantile(times.wall, .95))},
          {"max_ms", round(quantile(times.wall, 1))},      {"cpu_median_ms", round(quantile(times.cpu, .5))},
          {"cpu_p95_ms", round(quantile(times.cpu, .95))}, {"runs", times.wall.size()}};
}

// A number of /proc/self/status in MB.
double memory_mb(std::string const& field) {
  std::ifstream status{"/proc/self/status"};
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field))
      return std::stod(line.substr(field.size() + 1)) / 1024;
  return 0;
}

Result<Json> build(std::string const& folder, std::string const& path) {
  Times reading, laying, writing;
  auto material = TRY(reading([&] { return bench::read_set(folder); }));
  auto const contacts = static_cast<double>(material.contacts.size());
  auto const block = TRY(laying([&] { return net::build(std::move(material)); }));
  TRY(writing([&] { return keep::net::write_snapshot(path, block); }));
  return Json{{"contacts", contacts},
              {"read_csv", json_of(reading)},
              {"build", json_of(laying)},
              {"write", json_of(writing)},
              {"snapshot_bytes_per_contact", static_cast<double>(block.size()) / contacts},
              {"peak_mb", memory_mb("VmHWM")}};
}

bool is_near(double a, double b) { return std::abs(a - b) <= tolerance; }

bool agrees(std::vector<net::Route> const& routes, bench::PathAnswer const& answer) {
  if (routes.size() != answer.found)
    return false;
  return routes.empty() || (is_near(net::probability_of(routes.front().cost), answer.best) &&
                            is_near(net::probability_of(routes.back().cost), answer.last));
}

struct Set {
  std::string folder;
  net::Graph const& graph;
  std::vector<bench::PathQuestion> questions;
  std::vector<net::Node> team;
};

net::Lens lens_on(Set const& set, Instant at = as_of) { return {set.graph, at, net::fading()}; }

// How many of the oracle's answers we do not give.
Result<std::size_t> mismatches(Set const& set, int hops) {
  auto const answers = TRY(bench::read_answers(set.folder, hops));
  auto lens = lens_on(set);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    auto const& [from, to] = set.questions[i];
    wrong += agrees(net::best_routes(lens, {.starts = {from}, .target = to, .max_hops = hops}), answers[i]) ? 0 : 1;
  }
  return wrong;
}

Json ask_paths(Set const& set) {
  Times first, warm, excluded, new_date;
  auto lens = lens_on(set);
  auto const ask = [](net::Lens& through, bench::PathQuestion const& question) {
    return net::best_routes(through, {.starts = {question.from}, .target = question.to});
  };
  for (auto const& question : set.questions)
    first([&] { return ask(lens, question); });
  for (auto const& question : set.questions)
    warm([&] { return ask(lens, question); });
  for (auto const& question : set.questions) // the first introducer and their organisation are closed
    excluded([&] {
      auto const closed = lens.arcs(question.from).empty() ? 0 : lens.arcs(question.from).front().to;
      auto const organisation = set.graph.place(closed).organisation;
      return net::best_routes(lens, {.starts = {question.from}, .target = question.to, .pass = [&](net::Node node) {
                                       auto const is_closed =
                                           node == closed || set.graph.place(node).organisation == organisation;
                                       return is_closed ? net::no_way : net::cost_of(.8);
                                     }});
    });
  for (std::size_t i = 0; i < set.questions.size(); ++i)
    new_date([&] {
      auto other = lens_on(set, as_of - std::chrono::days{37 * (i + 1)});
      return ask(other, set.questions[i]);
    });
  return {{"same_date_first_seen", json_of(first)},
          {"warm", json_of(warm)},
          {"with_exclusions", json_of(excluded)},
          {"new_date", json_of(new_date)},
          {"remembered_arcs", lens.remembered()}};
}

Json ask_team(Set const& set) {
  Times first, warm;
  auto lens = lens_on(set);
  for (auto* times : {&first, &warm})
    for (auto const& question : set.questions)
      (*times)([&] { return net::best_routes(lens, {.starts = set.team, .target = question.to}); });
  return {{"first", json_of(first)}, {"warm", json_of(warm)}};
}

Json ask_two_steps(Set const& set) {
  Times first, warm;
  auto lens = lens_on(set);
  std::size_t found = 0;
  for (auto* times : {&first, &warm})
    for (auto const& question : set.questions)
      found += (*times)([&] { return net::two_steps(lens, question.from, {.sector = 3, .region = 2}); }).size();
  return {{"first", json_of(first)}, {"warm", json_of(warm)}, {"people_found", found / 2}};
}

Json ask_ego(Set const& set) {
  Times times;
  auto sum = 0.0;
  for (auto const& question : set.questions)
    for (auto const& tie : times([&] { return set.graph.held(question.from, {set.graph.base().decay(), as_of}); }))
      sum += tie.sum;
  return {{"ties", json_of(times)}, {"sum", sum}};
}

// The questions that the peers are asked: the first ones, which begin with the people who have the most ties.
Json ask_as_peers(Set set) {
  set.questions.resize(std::min<std::size_t>(set.questions.size(), 20));
  Json json{{"paths", ask_paths(set)}};
  set.questions.resize(std::min<std::size_t>(set.questions.size(), 10));
  json["two_steps"] = ask_two_steps(set);
  json["ego"] = ask_ego(set);
  return json;
}

// A power law from eight kept columns: what each halving leaves of a tie's contacts at its last one. The columns are
// worked out once; then a date is eight products a tie.
std::vector<double> law_by_columns(net::Base const& base, std::vector<net::Term> const& law, Times& times) {
  auto const columns = net::law_columns(base, as_of, law);
  std::vector<double> out(base.ties());
  for (int i = 0; i < 5; ++i)
    times([&] { return net::sums_by_law(columns, as_of + std::chrono::days{i}, out), 0; });
  net::sums_by_law(columns, as_of, out);
  return out;
}

Json ask_all(Set const& set) {
  auto const& base = set.graph.base();
  std::vector<double> sums(base.ties()), by_contact(base.ties()), law_sums(base.ties());
  auto const law = net::power_law(1, 30, 4380); // the twelve years of the table
  std::vector<double> table;                    // what is left of a contact by the hour: a law of any shape
  for (int hour = 0; hour < 24 * 366 * 12; ++hour)
    table.push_back(std::pow(1 + hour / 24.0 / 30, -1));
  Times once, contacts, power, columns;
  std::vector<double> const by_columns = law_by_columns(base, law, columns);
  for (int i = 0; i < 5; ++i) {
    once([&] { return net::sums(base, as_of, sums), 0; });
    contacts([&] {
      net::sums_by_contact(base, as_of, [&](std::uint32_t minutes) { return base.decay().after(minutes); }, by_contact);
      return 0;
    });
    power([&] {
      net::sums_by_contact(
          base, as_of,
          [&](std::uint32_t minutes) { return table[std::min<std::size_t>(minutes / 60, table.size() - 1)]; },
          law_sums);
      return 0;
    });
  }
  auto worst = 0.0, worst_law = 0.0;
  for (std::size_t i = 0; i < sums.size(); ++i)
    worst_law = std::max(worst_law, std::abs(by_columns[i] - law_sums[i]) / std::max(1e-9, law_sums[i]));
  for (std::size_t i = 0; i < sums.size(); ++i)
    worst = std::max(worst, std::abs(sums[i] - by_contact[i]) / std::max(1e-9, sums[i]));
  return {{"one_look_up_a_tie", json_of(once)},
          {"contact_by_contact", json_of(contacts)},
          {"power_law", json_of(power)},
          {"power_law_by_columns", json_of(columns)},
          {"power_law_worst_relative_difference", worst_law},
          {"worst_relative_difference", worst},
          {"ties_with_contact", std::ranges::count_if(sums, [](double sum) { return sum > 0; })},
          {"sum", std::accumulate(sums.begin(), sums.end(), 0.0)}};
}

Json ask_reach(Set const& set) {
  Times pricing, map;
  std::vector<float> prices;
  for (int i = 0; i < 3; ++i)
    prices = pricing([&] { return net::prices(set.graph.base(), as_of); });
  std::size_t reached = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(20, set.questions.size()); ++i)
    reached += static_cast<std::size_t>(
        std::ranges::count_if(map([&] { return net::reach(set.graph.base(), prices, set.questions[i].from); }),
                              [](float price) { return price < net::no_price; }));
  return {{"prices_of_a_date", json_of(pricing)}, {"map", json_of(map)}, {"reached", reached}};
}

Result<Json> ask(std::string const& path, std::string const& folder) {
  Times opening;
  auto const snapshot = TRY(opening([&] { return keep::net::Snapshot::open(path); }));
  net::Graph const graph{snapshot.base()};
  Set const set{folder, graph, TRY(bench::read_questions(folder)), TRY(bench::read_team(folder))};
  auto const wrong4 = TRY(mismatches(set, 4)), wrong3 = TRY(mismatches(set, 3));
  Json json{{"people", graph.people()}, {"ties", graph.base().ties()},      {"contacts", graph.base().contacts()},
            {"open", json_of(opening)}, {"mismatches_of_answers4", wrong4}, {"mismatches_of_answers3", wrong3}};
  if (wrong4 + wrong3 > 0)
    return json;
  json["paths"] = ask_paths(set);
  json["team"] = ask_team(set);
  json["two_steps"] = ask_two_steps(set);
  json["ego"] = ask_ego(set);
  json["as_peers"] = ask_as_peers(set);
  auto const resident = memory_mb("VmRSS");
  json["memory_bytes_per_contact"] = resident * 1048576 / graph.base().contacts();
  json["all_ties"] = ask_all(set);
  json["reach"] = ask_reach(set);
  return json;
}

Result<Json> write_ties(std::string const& path, std::string const& file) {
  auto const snapshot = TRY(keep::net::Snapshot::open(path));
  auto const& base = snapshot.base();
  std::vector<double> sums(base.ties());
  net::sums(base, as_of, sums);
  std::ofstream out{file};
  std::size_t written = 0;
  for (net::Node a = 0; a < base.people(); ++a)
    for (auto tie = base.ties_begin(a); tie < base.ties_begin(a + 1); ++tie)
      if (auto const strength = -std::expm1(-sums[tie] / 4); strength >= .005) {
        out << fmt::format("{},{},{:.12g}\n", a, base.larger(tie), -std::log(strength));
        ++written;
      }
  return Json{{"ties", written}};
}

// What the disk gives without us: one small write and one wait.
Result<Json> raw_disk(std::string const& path, int count) {
  Times times;
  auto file = TRY(keep::net::File::open(path, O_RDWR | O_CREAT | O_TRUNC));
  std::string const record(40, 'x');
  for (int i = 0; i < count; ++i)
    TRY(times([&]() -> Result<void> {
      TRY(file.write(record));
      return file.sync();
    }));
  return json_of(times);
}

// One meeting of two people whom the office knows, as a reader gives it.
void add_meeting(Batch& batch, std::size_t i) {
  auto const contact = RecordId{std::ssize(batch.records) + 1};
  Interval const when{.from = {.at = as_of, .precision = Precision::minute}};
  batch.records.push_back({.id = contact, .kind = RecordKind::contact, .key = fmt::format("uid:{}", i)});
  auto const claim = [&](std::string_view property, RecordId object, std::string value) {
    batch.claims.push_back({.subject = contact,
                            .property = std::string{property},
                            .object = object,
                            .value = std::move(value),
                            .valid = when});
  };
  claim(property::contact_kind, {}, "meeting");
  claim(property::participant, RecordId{-1 - static_cast<std::int64_t>(i % 500)}, {});
  claim(property::participant, RecordId{-501 - static_cast<std::int64_t>(i % 499)}, {});
}

Result<void> keep_batch(keep::Store& store, Batch const& batch, std::string const& hash) {
  auto const writer = TRY(store.begin({.what = "read", .by = "bench", .at = as_of}));
  TRY(writer->add_source({.hash = hash, .kind = "csv", .name = "contacts", .read_at = as_of}));
  TRY(writer->add(batch));
  TRY(writer->commit());
  return {};
}

Result<Json> keep_contacts(std::string const& path, std::size_t count) {
  auto raw = TRY(raw_disk(path, 300));
  std::filesystem::remove(path);
  auto const store = TRY(keep::sqlite::create(path));
  Batch people;
  for (int i = 1; i <= 1000; ++i) {
    people.records.push_back({.id = RecordId{i}, .kind = RecordKind::person, .key = fmt::format("row:{}", i)});
    people.claims.push_back({.subject = RecordId{i}, .property = std::string{property::name}, .value = "A Person"});
  }
  TRY(keep_batch(*store, people, "people"));
  Times single, group;
  for (std::size_t i = 0; i < 300; ++i) {
    Batch one;
    add_meeting(one, i);
    TRY(single([&] { return keep_batch(*store, one, fmt::format("one {}", i)); }));
  }
  for (std::size_t i = 0; i < count; i += 10'000) {
    Batch many;
    for (auto j = i; j < std::min(count, i + 10'000); ++j)
      add_meeting(many, j);
    TRY(group([&] { return keep_batch(*store, many, fmt::format("many {}", i)); }));
  }
  auto const total = std::accumulate(group.wall.begin(), group.wall.end(), 0.0);
  auto const bytes = static_cast<double>(std::filesystem::file_size(path));
  return Json{{"disk_alone", std::move(raw)},
              {"one_by_one", json_of(single)},
              {"grouped_by_10000", json_of(group)},
              {"grouped_contacts_per_s", 1e3 * static_cast<double>(count) / total},
              {"office_bytes_per_contact", bytes / static_cast<double>(count)}};
}

net::Contact hard_contact(net::Node a, net::Node b) {
  return {.a = a, .b = b, .at = as_of - std::chrono::days{30}, .weight = 6};
}

// Where quick searches are slow: one person with 5,000 ties in a star, a clique of 300 with equal ties, both joined.
Result<Json> hard() {
  net::Material material;
  for (net::Node i = 1; i <= 5000; ++i)
    material.contacts.push_back(hard_contact(0, i));
  for (net::Node a = 6000; a < 6300; ++a)
    for (auto b = a + 1; b < 6300; ++b)
      material.contacts.push_back(hard_contact(a, b));
  for (net::Node i = 1; i <= 5000; i += 10) // the leaves know one of the clique each
    material.contacts.push_back(hard_contact(i, 6000 + i % 300));
  auto const block = TRY(net::build(std::move(material)));
  auto const base = TRY(net::Base::read(std::as_bytes(std::span{block})));
  net::Graph const graph{base};
  auto const timed = [&](net::Query const& query, Instant at) {
    Times times;
    std::vector<net::Route> routes;
    for (int i = 0; i < 15; ++i) {
      net::Lens lens{graph, at, net::fading()};
      routes = times([&] { return net::best_routes(lens, query); });
    }
    auto json = json_of(times);
    json["found"] = routes.size();
    json["best"] = routes.empty() ? 0 : net::probability_of(routes.front().cost);
    return json;
  };
  return Json{{"hub_to_leaf", timed({.starts = {0}, .target = 2500}, as_of)},
              {"leaf_to_leaf", timed({.starts = {2}, .target = 4999}, as_of)},
              {"inside_the_clique", timed({.starts = {6000}, .target = 6299}, as_of)},
              {"hub_to_clique", timed({.starts = {0}, .target = 6299}, as_of)},
              {"free_ties_in_the_clique", timed({.starts = {6000}, .target = 6299, .k = 400}, as_of)},
              {"empty_past", timed({.starts = {0}, .target = 6299}, as_of - std::chrono::days{9000})}};
}

Result<Json> run(std::vector<std::string> const& words) {
  if (words.size() == 3 && words[0] == "build")
    return build(words[1], words[2]);
  if (words.size() == 3 && words[0] == "ask")
    return ask(words[1], words[2]);
  if (words.size() == 3 && words[0] == "ties")
    return write_ties(words[1], words[2]);
  if (words.size() == 3 && words[0] == "keep")
    return keep_contacts(words[1], std::stoul(words[2]));
  if (words.size() == 1 && words[0] == "hard")
    return hard();
  return fail(
      Fault::input,
      "usage: bench_graph build SET SNAPSHOT | ask SNAPSHOT ORACLE | ties SNAPSHOT FILE | keep FILE CONTACTS | hard");
}

} // namespace

int main(int argc, char** argv) {
  auto const json = run({argv + 1, argv + argc});
  if (!json) {
    fmt::print(stderr, "{} {}\n", json.error().what, json.error().where);
    return 1;
  }
  fmt::print("{}\n", json->dump());
  return json->value("mismatches_of_answers4", 0) + json->value("mismatches_of_answers3", 0) > 0 ? 1 : 0;
}
