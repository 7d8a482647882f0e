// What waits for a person, told so that it can be decided: both sides with their words, and what hangs on the answer.
#pragma once

#include "office/pieces.h"
#include "office/view.h"

#include <map>
#include <set>

namespace attache::office {

// Everything that a record's person or organisation has, and how much of the network hangs on it.
class Sides {
public:
  // For these records and what they belong to; one pass over the view.
  Sides(View const& view, Pieces const& pieces, std::set<RecordId> const& records);

  // Schema Side: of all records that are one with it, each fact once; of the record alone where `whole` says so.
  enum class Extent : std::uint8_t { record, whole };
  [[nodiscard]] Json side(RecordId record, Extent extent) const;
  // Contacts and ties (of an organisation: people and relations) of what the record belongs to.
  struct Weight {
    int contacts = 0, ties = 0;
    [[nodiscard]] int sum() const { return contacts + ties; }
  };
  [[nodiscard]] Weight weight(RecordId record) const;

private:
  struct Whole {
    std::vector<RecordId> records;    // ascending
    std::vector<Claim const*> claims; // accepted, no notes; in id order
    int contacts = 0, relations = 0;
    std::set<std::int64_t> others; // whom contacts and roles lead to
  };
  void count_network();
  Whole* find(std::int64_t canonical);
  [[nodiscard]] Json facts(Whole const& whole, RecordId only) const;

  View const& view_;
  Pieces const& pieces_;
  std::map<RecordId, Whole> wholes_; // by canonical record
};

// Schema Question.
Json question_json(Sides const& sides, Question const& question, Sides::Extent extent);
// What the answer is worth: how likely "same" is, times what would come to its right place (the smaller side).
double value_of(Sides const& sides, Question const& question);

// The questions of a view, the most valuable first. `sides` must know their records.
std::vector<Question> in_order_of_value(std::vector<Question> questions, Sides const& sides);
std::set<RecordId> records_of(std::vector<Question> const& questions);

} // namespace attache::office
