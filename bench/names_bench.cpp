#include "names_bench.h"

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace attache::bench {
namespace {

// One record of RFC 4180; false at the end of the text.
bool next_record(std::string const& text, std::size_t& at, std::vector<std::string>& fields) {
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
    else if (c == ',' && !quoted)
      fields.emplace_back();
    else if (c == '\n' && !quoted) {
      ++at;
      return true;
    } else if (c != '\r')
      fields.back() += c;
  }
  return true;
}

} // namespace

std::string data_path(std::string_view file) {
  auto const* const set = std::getenv("ATTACHE_DATA");
  return std::string{set == nullptr ? "../shared/data" : set} + "/" + std::string{file};
}

std::vector<Row> read_csv(std::string const& path) {
  std::ifstream file(path);
  std::stringstream buffer;
  buffer << file.rdbuf();
  auto const text = buffer.str();
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

bool is_check(std::string_view key) {
  std::uint64_t hash = 14695981039346656037U;
  for (auto const c : key)
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return (hash >> 17U & 1U) != 0;
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

} // namespace attache::bench
