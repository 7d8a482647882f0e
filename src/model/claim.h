// What was said, by whom, where exactly, how firmly and about when. Nothing is known except through claims.
#pragma once

#include "base/time.h"
#include "model/id.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache {

// One thing read. Two sources with equal `hash` are the same source; `feed` joins successive exports of one origin.
struct Source {
  SourceId id{};
  std::string hash; // SHA-256 of the bytes, lower-case hex
  std::string kind; // "vcard" "icalendar" "mbox" "csv" "article" "trip" "decision" ...
  std::string name; // file name as given, without its folder
  std::string feed; // where newer exports come from: kind and name; empty if each file stands alone
  std::string title, publisher;
  Moment published;
  Instant read_at{};
  std::string text; // the whole text of an article; empty for everything else (mail bodies are never stored)
  bool operator==(Source const&) const = default;
};

enum class RecordKind : std::uint8_t { person, organisation, place, contact, trip };

// One thing that a source speaks of: a card, a row, an event, a name in an article. Records are never merged;
// identity decisions say which of them are the same. `key` is unique in its source ("card:3", "uid:x@y", "mention:12").
struct Record {
  RecordId id{};
  SourceId source{};
  RecordKind kind = RecordKind::person;
  std::string key;
  bool operator==(Record const&) const = default;
};

enum class Realis : std::uint8_t { asserted, reported, planned, possible, cancelled, denied, photo };
enum class Voice : std::uint8_t { own_record, narrator, named, organisation, anonymous, unspecified };
enum class Status : std::uint8_t { proposed, accepted, rejected, retracted };

// Who says so.
struct Attribution {
  Voice voice = Voice::own_record;
  std::string name;    // "Samsung Electronics", "industry sources"; empty if none is given
  std::string cue;     // the words that attribute: "It is reported that"
  bool hedged = false; // the words weaken it: "reportedly", "알려졌다"
  bool operator==(Attribution const&) const = default;
};

// Where it stands. `begin`, `end`: byte offsets into the source (after decoding to UTF-8), 0,0 if there are none.
struct Evidence {
  std::string locator; // "line 14", "row 3", "page 2": for people
  std::uint64_t begin = 0, end = 0;
  std::string quote; // the exact words; empty means: the value itself is the exact words
  bool operator==(Evidence const&) const = default;
};

// What a reader is less sure of waits for a person.
inline constexpr double review_threshold = 0.6;

// subject, property, object or value. Times are the statement's own, not those of its recording.
struct Claim {
  ClaimId id{};
  RecordId subject{};
  std::string property; // from vocabulary.h, or "x:NAME" for a field that attache does not know
  RecordId object{};    // 0 if the claim has a value only
  std::string value;    // may stand beside an object: role (object: organisation, value: title)
  Evidence evidence;
  Attribution attribution;
  Realis realis = Realis::asserted;
  Interval valid;
  double confidence = 1; // 0..1
  bool derived = false;  // worked out from the words, not stated by them
  Status status = Status::accepted;
  SourceId source{};
  Instant recorded{};
  bool operator==(Claim const&) const = default;
};

inline std::string_view words(Claim const& claim) {
  return claim.evidence.quote.empty() ? std::string_view{claim.value} : std::string_view{claim.evidence.quote};
}

// One item that could not be read: shown to the user, never fatal.
struct Rejected {
  std::string where;  // "lee.vcf:14"
  std::string reason; // one sentence
  std::string hint;   // what to do; may be empty
  bool operator==(Rejected const&) const = default;
};

// A part of what a reader found. Record ids are local: 1, 2, 3 ... over all batches of one source, and claims name
// subjects and objects by them; a negative number names a record that the office already has (-12: record 12). Ids of
// claims and sources, `recorded` and `read_at` are given by the store.
struct Batch {
  std::vector<Record> records;
  std::vector<Claim> claims;
  std::vector<Rejected> rejected;
};

std::string_view to_string(RecordKind kind);
std::string_view to_string(Realis realis);
std::string_view to_string(Voice voice);
std::string_view to_string(Status status);
// The inverse of to_string; Fault::input for an unknown word.
Result<Realis> parse_realis(std::string_view word);
Result<Status> parse_status(std::string_view word);

} // namespace attache
