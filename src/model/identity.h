// Who is who: decisions about pairs of records, the reasons for them, and the clusters they make.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "model/id.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

// About a and b, in this order. Organisations may be parent and subsidiary: two things, and a relation between them. A
// former name is one thing that was renamed: a's names were borne before b's, or after them.
enum class Verdict : std::uint8_t { same, different, unsure, parent_of, subsidiary_of, former_name_of, later_name_of };

// The verdict about (b, a) that says the same.
Verdict turned(Verdict verdict);
// It makes one thing of both: same, or one name after the other.
bool joins(Verdict verdict);
// It keeps both apart: different, or one owns the other.
bool parts(Verdict verdict);

// One reason for or against, in bits of evidence (log2 of the likelihood ratio): positive speaks for "same".
struct Reason {
  std::string field;  // "e-mail", "name", "organisation"
  std::string detail; // "hong@hanbit.example in both", "홍길동 reads as Hong Gil-dong"
  double bits = 0;
  bool operator==(Reason const&) const = default;
};

// Append-only. A later decision about the same pair replaces an earlier one; `undoes` takes a decision back, as if it
// had never been taken, together with all that are part of it.
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
  Interval valid;       // of the relation, or of the time when the former name was borne
  DecisionId part_of{}; // 0, or the earlier decision of the same act: neither is taken back without the other
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

// When the names of a record were those of what it belongs to, by decisions that it was renamed. Unknown ends are open.
struct NameTime {
  Interval valid;
  bool former = false;   // another name came after
  DecisionId decision{}; // by which we know
  bool operator==(NameTime const&) const = default;
};
using NameTimes = std::map<RecordId, NameTime>;

std::string_view to_string(Verdict verdict);
// The inverse; Fault::input for an unknown word, naming those there are.
Result<Verdict> parse_verdict(std::string_view word);

} // namespace attache
