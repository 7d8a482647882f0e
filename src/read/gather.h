// What every reader does with what it finds: numbers records, keeps keys unique, collects a batch and hands it on.
#pragma once

#include "model/sink.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace attache::read {

// Collects for one source called `name`; hands a batch to `sink` whenever it has grown to a few thousand claims.
class Gather {
public:
  Gather(std::string_view name, Sink const& sink) : name_{name}, sink_{sink} {}

  // A new record with the next local id. A `key` already taken in this source gets "#2", "#3" ... behind it.
  RecordId add(RecordKind kind, std::string key);
  void claim(Claim claim) { batch_.claims.push_back(std::move(claim)); }
  // `where` becomes "name:line".
  void reject(std::size_t line, std::string reason, std::string hint = {});
  // Hands the batch on if it is large; call between items, never inside one. Errors are the sink's.
  Result<void> flush_large();
  // Hands on what is left. An empty source still gives one (empty) batch.
  Result<void> finish();

private:
  std::string name_;
  Sink const& sink_;
  Batch batch_;
  std::int64_t records_ = 0;
  std::unordered_set<std::string> keys_;
};

// "line 14" and the bytes [begin, end).
Evidence on_line(std::size_t line, std::size_t begin, std::size_t end);

// A claim whose exact words are `words`; they become its quote only where they differ from `value`.
Claim statement(RecordId subject, std::string_view property, std::string value, Evidence evidence,
                std::string_view words);

// People known by e-mail address: one record for each address in a source, with the names that go with it.
class Correspondents {
public:
  explicit Correspondents(Gather& out) : out_{out} {}

  // The person behind `address` (or, where that is empty, behind `display`), made at first sight. A further display
  // name becomes an alias; one that is only an address is none. 0 if both are empty.
  RecordId person(std::string_view address, std::string_view display, Evidence const& evidence);

private:
  struct Known {
    RecordId id{};
    std::unordered_set<std::string> names;
  };
  Gather& out_;
  std::unordered_map<std::string, Known> known_;
};

} // namespace attache::read
