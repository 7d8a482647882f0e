// Who is who: decisions about pairs of records, the reasons for them, and the clusters they make.
#pragma once

#include "base/time.h"
#include "model/id.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

enum class Verdict : std::uint8_t { same, different, unsure };

// One reason for or against, in bits of evidence (log2 of the likelihood ratio): positive speaks for "same".
struct Reason {
  std::string field;  // "e-mail", "name", "organisation"
  std::string detail; // "hong@hanbit.example in both", "홍길동 reads as Hong Gil-dong"
  double bits = 0;
  bool operator==(Reason const&) const = default;
};

// Append-only. A later decision about the same pair replaces an earlier one; `undoes` takes a decision back, as if it
// had never been taken.
struct Decision {
  DecisionId id{};
  RecordId a{}, b{}; // a < b
  Verdict verdict = Verdict::unsure;
  std::string by;         // "attache" for a rule, else who
  std::string why;        // the rule or the person's words
  double probability = 0; // 0..1, the score then
  std::vector<Reason> reasons;
  DecisionId undoes{}; // 0, or the decision that this one takes back (a, b, verdict are then that one's)
  Instant at{};
  bool operator==(Decision const&) const = default;
};

// A pair that only a person can decide.
struct Question {
  RecordId a{}, b{};
  double probability = 0;
  std::vector<Reason> reasons; // largest weight first
};

// Record -> smallest record of its cluster. Records that stand alone are not listed.
struct Clusters {
  std::map<RecordId, RecordId> canonical;
  [[nodiscard]] RecordId of(RecordId record) const {
    auto const found = canonical.find(record);
    return found == canonical.end() ? record : found->second;
  }
  bool operator==(Clusters const&) const = default;
};

std::string_view to_string(Verdict verdict);

} // namespace attache
