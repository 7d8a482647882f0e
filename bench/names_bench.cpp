#include "names_bench.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <zlib.h>

namespace attache::bench {
namespace {

// One record of RFC 4180; false at the end of the text.
bool next_record(std::string const& text, std::size_t& at, std::vector<std::string>& fields) {
  auto const skip_space = [&] { // "a, b": the space after a comma is no part of the field
    while (at + 1 < text.size() && text[at + 1] == ' ')
      ++at;
  };
  fields.assign(1, {});
  if (at >= text.size())
    return false;
  bool quoted = false;
  for (; at < text.size(); ++at) {
    auto const c = text[at];
    if (quoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"')
      fields.back() += text[++at];
    else if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted) {
      fields.emplace_back();
      skip_space();
    } else if (c == '\n' && !quoted) {
      ++at;
      return true;
    } else if (c != '\r')
      fields.back() += c;
  }
  return true;
}

std::string whole_file(std::string const& path) {
  std::string out;
  auto* const file = gzopen((path + ".gz").c_str(), "rb");
  if (file == nullptr) {
    std::ifstream plain(path);
    std::stringstream buffer;
    buffer << plain.rdbuf();
    return buffer.str();
  }
  std::array<char, 65536> part{};
  for (int count = 1; count > 0;) {
    count = gzread(file, part.data(), part.size());
    out.append(part.data(), static_cast<std::size_t>(std::max(count, 0)));
  }
  gzclose(file);
  return out;
}

} // namespace

std::string data_path(std::string_view file) {
  auto const* const set = std::getenv("ATTACHE_DATA");
  return std::string{set == nullptr ? "../shared/data" : set} + "/" + std::string{file};
}

std::vector<Row> read_csv(std::string const& path) {
  auto const text = whole_file(path);
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  std::vector<std::string> header;
  std::vector<std::string> fields;
  std::vector<Row> rows;
  if (!next_record(text, at, header))
    return rows;
  while (next_record(text, at, fields)) {
    Row row;
    for (std::size_t i = 0; i < std::min(header.size(), fields.size()); ++i)
      row[header[i]] = fields[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

namespace {

std::uint64_t hash(std::string_view key, std::string_view salt) {
  std::uint64_t value = 14695981039346656037U;
  for (auto const text : {salt, key})
    for (auto const c : text)
      value = (value ^ static_cast<unsigned char>(c)) * 1099511628211U;
  value ^= value >> 29U;
  value *= 0xBF58476D1CE4E5B9U;
  return value ^ value >> 32U;
}

} // namespace

bool is_check(std::string_view key) { return (hash(key, "second split") & 1U) != 0; }
bool is_held_out(std::string_view key) { return hash(key, "held out") % 5 == 0; }

bool& with_check() {
  static bool asked = false;
  return asked;
}

void Counts::add(bool said, bool truth) {
  ++(said ? truth ? true_positive : false_positive : truth ? false_negative : true_negative);
}

nlohmann::json figures(Counts const& counts) {
  auto const share = [](int part, int whole) { return whole == 0 ? 0.0 : static_cast<double>(part) / whole; };
  auto const precision = share(counts.true_positive, counts.true_positive + counts.false_positive);
  auto const recall = share(counts.true_positive, counts.true_positive + counts.false_negative);
  auto const f1 = precision + recall == 0 ? 0.0 : 2 * precision * recall / (precision + recall);
  return {{"precision", precision},
          {"recall", recall},
          {"f1", f1},
          {"pairs", counts.true_positive + counts.false_positive + counts.false_negative + counts.true_negative}};
}

namespace {

struct Fitted {
  double slope = 1, shift = 0;
  [[nodiscard]] double probability(double bits) const { return 1 / (1 + std::exp2(-(slope * bits + shift))); }
};

// Logistic regression on one number, by Newton's method.
Fitted fit(std::vector<Evidence> const& pairs, bool with_slope) {
  Fitted out;
  for (int step = 0; step < 100; ++step) {
    double slope = 0, shift = 0, a = 1e-6, b = 0, c = 1e-6;
    for (auto const& pair : pairs) {
      auto const bits = std::clamp(pair.bits, -30.0, 30.0);
      auto const said = out.probability(bits);
      auto const weight = said * (1 - said) * std::log(2.0);
      slope += ((pair.same ? 1 : 0) - said) * bits;
      shift += (pair.same ? 1 : 0) - said;
      a += weight * bits * bits;
      b += weight * bits;
      c += weight;
    }
    auto const det = with_slope ? a * c - b * b : 0;
    out.slope += with_slope ? std::clamp((c * slope - b * shift) / det, -0.2, 0.2) : 0;
    out.shift += std::clamp(with_slope ? (a * shift - b * slope) / det : shift / c, -1.0, 1.0);
  }
  return out;
}

nlohmann::json reliability(std::vector<Evidence> const& pairs, Fitted const& fitted) {
  struct Bin {
    double said = 0, right = 0, count = 0;
  };
  std::array<Bin, 10> bins;
  double brier = 0;
  for (auto const& pair : pairs) {
    auto const said = fitted.probability(pair.bits);
    auto& bin = bins.at(std::min<std::size_t>(9, static_cast<std::size_t>(said * 10)));
    bin.said += said;
    bin.right += pair.same ? 1 : 0;
    ++bin.count;
    brier += (said - (pair.same ? 1 : 0)) * (said - (pair.same ? 1 : 0));
  }
  auto const all = static_cast<double>(std::max<std::size_t>(pairs.size(), 1));
  double gap = 0;
  nlohmann::json shown = nlohmann::json::array();
  for (auto const& bin : bins) {
    gap += std::abs(bin.said - bin.right) / all;
    if (bin.count > 0)
      shown.push_back({{"said", bin.said / bin.count}, {"true", bin.right / bin.count}, {"pairs", bin.count}});
  }
  return {{"gap", gap}, {"brier", brier / all}, {"bins", shown}};
}

} // namespace

nlohmann::json trust(std::vector<Evidence> const& pairs) {
  auto const found = reliability(pairs, {});
  return {{"slope", fit(pairs, true).slope}, {"gap", found["gap"]}, {"brier", found["brier"]}};
}

nlohmann::json calibration(std::vector<Evidence> const& tune, std::vector<Evidence> const& check) {
  auto const shifted = fit(tune, false);
  auto const sloped = fit(tune, true);
  nlohmann::json out{{"shift", shifted.shift},
                     {"tune", reliability(tune, shifted)},
                     {"with_slope", {{"slope", sloped.slope}, {"tune", reliability(tune, sloped)}}}};
  if (with_check()) {
    out["check"] = reliability(check, shifted);
    out["with_slope"]["check"] = reliability(check, sloped);
  }
  return out;
}

} // namespace attache::bench
