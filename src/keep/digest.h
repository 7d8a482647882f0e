// The SHA-256 digest of a change, chained with the one before it (adr/0002). docs/store.md has the exact bytes.
#pragma once

#include "keep/change.h"

namespace attache::keep {

// Fed while a change is written; each kind of row has its own stream, so only the order within a kind matters.
class Digest {
public:
  Digest();
  ~Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;

  void add(Source const& source); // all but read_at, which is the note's
  void add(Record const& record);
  void add(Claim const& claim, Placed const& ids); // all but recorded; subject and object from `ids`
  void add(SourceId source, Rejected const& item);
  void add(StatusChange const& change);
  void add(Decision const& decision); // all but at

  // Lower-case hex. `previous` is the digest of the change before, empty for the first. Leaves *this empty.
  std::string finish(std::string const& previous, ChangeId id, Note const& note);

private:
  struct Streams;
  std::unique_ptr<Streams> streams_;
};

std::string digest(std::string const& previous, ChangeId id, Note const& note, Change const& change);

} // namespace attache::keep
