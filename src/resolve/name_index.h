// Finding people and organisations among millions by what somebody types: an index of beginnings, syllables and sounds.
#pragma once

#include "base/parallel.h"
#include "resolve/find.h"

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace attache::resolve {

// Latin words by their first letters and by groups of three, Hangul, Han and Kana by one and two signs, names of either
// script by their skeletons and sounds. Adding and finding exclude each other; many may find at a time. About 300 bytes
// a name.
class NameIndex {
public:
  NameIndex();
  ~NameIndex();
  NameIndex(NameIndex&&) noexcept;
  NameIndex& operator=(NameIndex&&) noexcept;

  // Names and e-mail addresses. A record that is added again keeps the names that it had.
  void add(std::span<Profile const> profiles, ForEach const& each = in_turn);
  // How near each record is to whoever asks, 0 or more: what fits equally well is told by it. 0 if never called.
  void rank(std::function<double(RecordId)> const& strength);

  // As resolve::find() over the same profiles, but that names of which only the middle of a word was typed are not all
  // looked at, and that the order is: how well the name fits (in steps of 0.05), then strength, then the score itself.
  // `of`: a record's cluster.
  [[nodiscard]] std::vector<Match> find(std::string_view query, RecordKind kind,
                                        std::function<RecordId(RecordId)> const& of, std::size_t limit = 10,
                                        NameModel const* learnt = nullptr) const;
  [[nodiscard]] std::size_t size() const; // names and addresses

private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

} // namespace attache::resolve
