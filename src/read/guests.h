// Who is named in the title of a calendar entry that invites nobody: "Lunch w/ Jane Doe (Acme)", "홍길동 사장 오찬".
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::read {

struct Guest {
  std::string name;                // as written; with the title where it is a family name alone: "Chairman Lee"
  std::string title, organisation; // as written; empty where none is named
  double confidence = 0;           // 0..1; below 0.6 the claim waits for a person
};

// Whether the one whose calendar it is takes part. `implied`: others are named as those who are met, nobody as the one
// who meets them.
enum class Owner : std::uint8_t { absent, implied, named };

struct Guests {
  std::vector<Guest> people; // in the order of the title, each once, the owner not among them
  Owner owner = Owner::absent;
};

// Reads a title (UTF-8, one line).
using FindGuests = std::function<Guests(std::string_view title)>;

// How the titles of a calendar are read; without a function they are not.
struct OfTitles {
  FindGuests find_guests;
  std::string owner; // the name of whose calendar it is; empty: nobody's
};
// The key of the owner's record.
inline constexpr std::string_view owner_key = "owner";

} // namespace attache::read
