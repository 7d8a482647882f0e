// Records with several names, addresses and numbers, read and resolved as the office does it: the Senzing truth set as
// clusters, the OpenSanctions sample as labelled pairs.
#include "names_bench.h"
#include "read/ftm.h"
#include "read/senzing.h"
#include "resolve/cluster.h"
#include "resolve/entity.h"
#include "resolve/identify.h"
#include "resolve/profile.h"
#include "resolve/score.h"

#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace attache::bench {
namespace {

using namespace attache::resolve;

// What an office has read: sources one after the other, as the store would number them.
struct Shelf {
  std::vector<Record> records;
  std::vector<Claim> claims;
  std::vector<Source> sources;

  template <class Read>
  void add(std::string const& kind, Read read) {
    auto const source = SourceId{static_cast<std::int64_t>(sources.size()) + 1};
    sources.push_back({.id = source, .kind = kind, .feed = kind + std::to_string(sources.size())});
    auto const first = static_cast<std::int64_t>(records.size());
    auto const moved = [&](RecordId id) { return id == RecordId{} ? id : RecordId{number(id) + first}; };
    Sink const sink = [&](Batch&& batch) -> Result<void> {
      for (auto& record : batch.records) {
        record.id = moved(record.id);
        record.source = source;
        records.push_back(std::move(record));
      }
      for (auto& claim : batch.claims) {
        claim.subject = moved(claim.subject);
        claim.object = moved(claim.object);
        claim.source = source;
        claims.push_back(std::move(claim));
      }
      return {};
    };
    if (auto const done = read(sink); !done)
      fmt::print(stderr, "{}\n", done.error().what);
  }
};

std::string file_text(std::string const& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string shown(Profile const& one) {
  std::string out;
  auto const add = [&](std::vector<std::string> const& values) {
    for (auto const& value : values)
      out += (out.empty() ? "" : " | ") + value;
  };
  for (auto const* const list : {&one.names, &one.birthdays, &one.emails, &one.phones, &one.cities})
    add(*list);
  for (auto const& [name, value] : one.others)
    out += " | " + name + "=" + value;
  return out;
}

// Pairs that two partitions of the same records share, as precision and recall.
struct Partition {
  std::map<RecordId, RecordId> said;
  std::map<RecordId, std::string> truth;
  [[nodiscard]] Counts counts() const {
    Counts out;
    for (auto a = truth.begin(); a != truth.end(); ++a)
      for (auto b = std::next(a); b != truth.end(); ++b)
        out.add(said.at(a->first) == said.at(b->first), a->second == b->second);
    return out;
  }
};

// What one who says yes to every question at least so likely ends with, the likeliest first, asked anew each
// time.
std::vector<Decision> taken_as_said(std::vector<Profile> const& all, double least) {
  std::vector<Decision> decisions;
  for (std::int64_t id = 1;;) {
    auto found = identify(all, decisions);
    for (auto& decision : found.decisions) {
      decision.id = DecisionId{id++};
      decisions.push_back(std::move(decision));
    }
    auto const sure = [](Question const& one) { return std::min(one.probability, scored_probability(one)); };
    auto const likeliest = std::ranges::max_element(found.questions, {}, sure);
    if (likeliest == found.questions.end() || sure(*likeliest) < least)
      return decisions;
    decisions.push_back({.id = DecisionId{id++},
                         .a = likeliest->a,
                         .b = likeliest->b,
                         .verdict = Verdict::same,
                         .by = "reviewer",
                         .probability = likeliest->probability});
  }
}

// Of each record: its cluster, and the group of look-alikes by which the halves are split.
struct Key {
  std::string cluster, group;
};

nlohmann::json senzing_half(std::map<std::string, Key> const& key, int half) {
  Shelf shelf;
  for (auto const* const file : {"customers", "reference", "watchlist"})
    shelf.add("senzing_json", [&](Sink const& sink) {
      return read::senzing(file_text(data_path(fmt::format("names/senzing/{}.jsonl", file))), file, sink);
    });
  Partition whole;
  std::map<RecordId, std::string> group;
  for (auto const& record : shelf.records)
    if (auto const found = key.find(record.key); found != key.end()) {
      whole.truth.emplace(record.id, found->second.cluster);
      group.emplace(record.id, found->second.group);
    }
  auto all = profiles(shelf.records, shelf.claims, shelf.sources);
  std::erase_if(all, [&](Profile const& one) {
    auto const found = group.find(one.record);
    return found != group.end() && half < 2 && is_check(found->second) != (half == 1);
  });
  std::map<RecordId, Profile const*> by_record;
  for (auto const& one : all)
    by_record.emplace(one.record, &one);
  std::erase_if(whole.truth, [&](auto const& one) { return !by_record.contains(one.first); });
  auto const found = identify(all, {});
  auto const measure = [&](std::vector<Decision> const& decisions) {
    auto const clustered = clusters(shelf.records, decisions);
    for (auto const& [record, label] : whole.truth)
      whole.said[record] = clustered.of(record);
    return figures(whole.counts());
  };
  nlohmann::json out{{"records", whole.truth.size()},
                     {"questions", found.questions.size()},
                     {"merged_by_rules", measure(found.decisions)}};
  out["yes_from_half"] = measure(taken_as_said(all, 0.5));
  out["yes_from_nine_in_ten"] = measure(taken_as_said(all, 0.9));
  measure(found.decisions);
  for (auto const& [a, label_a] : whole.truth)
    for (auto const& [b, label_b] : whole.truth)
      if (a < b && (whole.said[a] == whole.said[b]) != (label_a == label_b)) {
        auto const why = explain({.a = {a}, .b = {b}}, all, {});
        std::string reasons;
        for (auto const& reason : why.reasons)
          reasons += fmt::format("{} {:.1f} ({}); ", reason.field, reason.bits, reason.detail);
        out["errors"].push_back(fmt::format("{} p={:.3f} {} <> {} :: {}", label_a == label_b ? "missed" : "wrong",
                                            why.probability, shown(*by_record.at(a)), shown(*by_record.at(b)),
                                            reasons));
      }
  return out;
}

} // namespace

nlohmann::json senzing() {
  std::map<std::string, Key> key;
  for (auto const& row : read_csv(data_path("names/senzing/actual_truthset_key.csv")))
    key["senzing:" + row.at("DATA_SOURCE") + ":" + row.at("RECORD_ID")] = {.cluster = row.at("CLUSTER_ID"),
                                                                           .group = row.at("TEST_GROUP")};
  nlohmann::json out{{"tune", senzing_half(key, 0)}};
  if (with_check()) {
    out["check"] = senzing_half(key, 1);
    out["whole"] = senzing_half(key, 2);
  }
  return out;
}

namespace {

struct Judged {
  double bits = 0;
  bool same = false;
  std::string text;
};

// Evidence of each pair: both entities through the reader, weighed among all of the sample.
std::vector<std::pair<std::string, Judged>> judged_pairs() {
  Shelf shelf;
  std::vector<std::pair<std::string, bool>> labels;
  auto const pairs = nlohmann::json::parse(file_text(data_path("names/opensanctions_pairs_a.json")), nullptr, false);
  std::string text;
  for (auto const& pair : pairs) {
    if (!pair.is_object())
      continue;
    labels.emplace_back(pair["left"]["id"].get<std::string>() + pair["right"]["id"].get<std::string>(),
                        pair["judgement"] == "positive");
    for (auto const* const side : {"left", "right"}) {
      auto entity = pair[side];
      entity["id"] = std::to_string(labels.size()) + side; // one entity stands in several pairs
      text += entity.dump() + "\n";
    }
  }
  shelf.add("ftm_json", [&](Sink const& sink) { return read::ftm(text, "pairs", sink); });
  std::map<std::string, RecordId> ids;
  for (auto const& record : shelf.records)
    ids.emplace(record.key, record.id);
  std::map<RecordId, Entity> entities;
  std::map<RecordId, Profile> kept;
  std::vector<Entity> context_entities;
  for (auto const& one : profiles(shelf.records, shelf.claims, shelf.sources)) {
    entities.emplace(one.record, entity_of(one));
    kept.emplace(one.record, one);
    context_entities.push_back(entities.at(one.record));
  }
  auto const context = context_of(context_entities);
  std::vector<std::pair<std::string, Judged>> out;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    auto const left = ids.find(fmt::format("ftm:{}left", i + 1));
    auto const right = ids.find(fmt::format("ftm:{}right", i + 1));
    Judged judged{.bits = -20, .same = labels[i].second};
    if (left != ids.end() && right != ids.end()) {
      auto const found = score(entities.at(left->second), entities.at(right->second), context);
      judged.bits = found.bits - context.prior_bits;
      judged.text = shown(kept.at(left->second)) + " <> " + shown(kept.at(right->second)) + " :: ";
      for (auto const& reason : found.reasons)
        judged.text += fmt::format("{} {:.1f} ({}); ", reason.field, reason.bits, reason.detail);
    }
    out.emplace_back(labels[i].first, std::move(judged));
  }
  return out;
}

double best_threshold(std::vector<Judged> const& all) {
  double best = 0;
  double best_f1 = -1;
  for (double at = -10; at <= 30; at += 0.5) {
    Counts counts;
    for (auto const& one : all)
      counts.add(one.bits > at, one.same);
    if (auto const f1 = figures(counts)["f1"].get<double>(); f1 > best_f1) {
      best_f1 = f1;
      best = at;
    }
  }
  return best;
}

} // namespace

std::vector<Evidence> sanctions_evidence(bool check) {
  constexpr double prior = -11; // of 2,000 entities
  std::vector<Evidence> out;
  for (auto const& [key, judged] : judged_pairs())
    if (is_check(key) == check)
      out.push_back({.bits = judged.bits + prior, .same = judged.same});
  return out;
}

nlohmann::json sanctions() {
  std::vector<Judged> halves[2];
  for (auto const& [key, judged] : judged_pairs())
    halves[is_check(key) ? 1 : 0].push_back(judged);
  auto const at = best_threshold(halves[0]);
  std::vector<Evidence> evidence[2];
  for (int half = 0; half < 2; ++half)
    for (auto const& one : halves[half])
      evidence[half].push_back({.bits = one.bits, .same = one.same});
  nlohmann::json out{{"bits", at}, {"calibration", calibration(evidence[0], evidence[1])}};
  for (int half = 0; half < (with_check() ? 2 : 1); ++half) {
    Counts counts;
    nlohmann::json errors = nlohmann::json::array();
    for (auto const& one : halves[half]) {
      counts.add(one.bits > at, one.same);
      if ((one.bits > at) != one.same)
        errors.push_back(fmt::format("{} {:.1f} {}", one.same ? "missed" : "wrong", one.bits, one.text));
    }
    auto& to = out[half == 0 ? "tune" : "check"] = figures(counts);
    if (half == 0)
      to["errors"] = errors;
  }
  return out;
}

} // namespace attache::bench
