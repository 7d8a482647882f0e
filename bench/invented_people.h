// People who do not exist, as several sources would know them: for measuring at any size.
#pragma once

#include "resolve/profile.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace attache::bench {

// Two in five are Koreans, written in Hangul or with a spelling of their own in Latin letters; names are as common as
// names are (a family name of one in five and many of one in a million). Six in ten people have one record, others up
// to six, from five kinds of source that each know other fields: an address book, a firm's customers, a calendar, a
// register, profiles. One name in 25 has a typing error, one address in 100; one person in 25 shares an address with
// somebody else, one in ten a phone number with a switchboard.
class InventedPeople {
public:
  explicit InventedPeople(std::uint32_t seed);
  ~InventedPeople();
  // The next `count` records, numbered on; records of one person may be far apart. `truth` gets their people.
  std::vector<resolve::Profile> next(std::size_t count, std::vector<std::uint32_t>& truth);

private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

} // namespace attache::bench
