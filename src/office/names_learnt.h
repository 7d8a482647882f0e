// What the office learns about how names are written: from its own confirmed aliases and from registers.
#pragma once

#include "office/view.h"
#include "resolve/name_model.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::office {

// A register as bytes: Open DART corpCode.xml, GLEIF CSV, SEC company_tickers.json, FollowTheMoney or Senzing JSON
// lines, or any table that has names in Hangul beside names in Latin letters. What names nothing teaches nothing.
// Fault::input if it is none of these.
Result<std::vector<resolve::Lesson>> lessons(std::string_view bytes, std::string_view name);
// The part for JSON, whole or in lines.
Result<std::vector<resolve::Lesson>> lessons_json(std::string_view bytes, std::string_view name);

// Names of one person or organisation in both scripts, as far as its source states both or a person decided it.
std::vector<resolve::Lesson> own_lessons(View const& view);

struct Register {
  std::string name;
  std::vector<resolve::Lesson> lessons;
};

struct Taught {
  std::int64_t own = 0;          // lessons of the office itself
  std::int64_t of_registers = 0; // lessons of the files
  std::int64_t names = 0, companies = 0;
  bool changed = false; // the office had learnt the same already
};

// Learns anew from everything: what was learnt before from registers is replaced. Kept as a source of kind "names"
// whose text is the model, so that the journal, check and --known-at know it. Fault::input if there is nothing to learn
// from.
Result<Taught> train_names(Office const& office, std::span<Register const> registers);

// The model in force among `sources`: the newest; null if nothing was learnt. Fault::internal if its text is none.
Result<std::shared_ptr<resolve::NameModel const>> names_learnt(Office const& office,
                                                               std::vector<Source> const& sources);

} // namespace attache::office
