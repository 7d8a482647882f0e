// What a table says, gathered from its batches, for tests.
#pragma once

#include "model/vocabulary.h"
#include "read/csv.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace attache::read {

struct Gathered {
  std::vector<Record> records;
  std::vector<Claim> claims;
  std::vector<Rejected> rejected;
  std::size_t largest_batch = 0; // records
  std::optional<Error> error;

  [[nodiscard]] std::size_t count(RecordKind kind) const {
    return static_cast<std::size_t>(std::ranges::count(records, kind, &Record::kind));
  }
  [[nodiscard]] Record const* record(std::string const& key) const {
    auto const found = std::ranges::find(records, key, &Record::key);
    return found == records.end() ? nullptr : &*found;
  }
  // Values of one property of one record, or of all records (RecordId{}).
  [[nodiscard]] std::vector<std::string> values(std::string_view property, RecordId subject = {}) const {
    std::vector<std::string> out;
    for (auto const& claim : claims)
      if (claim.property == property && (subject == RecordId{} || claim.subject == subject))
        out.push_back(claim.value);
    return out;
  }
  [[nodiscard]] std::set<std::string> keys() const {
    std::set<std::string> out;
    for (auto const& record : records)
      out.insert(record.key);
    return out;
  }
};

inline Gathered gather(std::string_view bytes, std::string_view name = "test.csv") {
  Gathered out;
  auto const result = csv(bytes, name, [&](Batch&& batch) -> Result<void> {
    out.largest_batch = std::max(out.largest_batch, batch.records.size());
    std::ranges::move(batch.records, std::back_inserter(out.records));
    std::ranges::move(batch.claims, std::back_inserter(out.claims));
    std::ranges::move(batch.rejected, std::back_inserter(out.rejected));
    return {};
  });
  if (!result)
    out.error = result.error();
  return out;
}

inline std::string file_text(std::string const& path) {
  std::ifstream in{path, std::ios::binary};
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// A real file from outside the repository, unpacked; empty, with a line on the terminal, where it is absent.
inline std::string real_text(std::string const& path) {
  auto const* const root = std::getenv("ATTACHE_DATA");
  auto const full = std::string{root == nullptr ? "../shared/data" : root} + "/" + path;
  if (!std::ifstream{full}) {
    std::cout << "skipped: " << full << " is absent\n";
    return {};
  }
  if (!full.ends_with(".xz"))
    return file_text(full);
  std::string out;
  auto* const pipe = popen(("xz -dc " + full).c_str(), "r");
  for (auto c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
    out += static_cast<char>(c);
  pclose(pipe);
  return out;
}

} // namespace attache::read
