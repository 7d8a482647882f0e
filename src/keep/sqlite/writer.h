// The writing half of an office file: its own connection, so that nothing is seen before it is committed.
#pragma once

#include "keep/sqlite/database.h"
#include "keep/store.h"

#include <unordered_map>

namespace attache::keep::sqlite {

// What outlives one change: the connection, the statements prepared on it, the words it knows.
class Pen {
public:
  static Result<std::unique_ptr<Pen>> open(std::string const& path);

  // Fault::unavailable while a Writer of this Pen lives, or another program writes for more than 5 s.
  Result<std::unique_ptr<Writer>> begin(Note const& note);

private:
  friend class FileWriter;
  struct Statements {
    Statement change, close_change, source, record, word, claim, rejected, status, current, decision, reason;
  };

  explicit Pen(Database database) : database_{std::move(database)} {}
  Result<void> prepare();
  Result<void> refresh_words();
  // The number of a word, which is added if it is new. Empty: no number.
  Result<std::optional<std::int64_t>> word(std::string const& text);

  Database database_;
  Statements statements_;
  std::unordered_map<std::string, std::int64_t> words_;
  bool writing_ = false;
};

} // namespace attache::keep::sqlite
