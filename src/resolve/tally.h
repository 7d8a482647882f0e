// What the parts of a score share: reasons that add up, and the comparison of everything but names.
#pragma once

#include "resolve/score.h"

#include <string>
#include <vector>

namespace attache::resolve {

using Strings = std::vector<std::string>;

// The first of `a` that `b` has too; null if none.
std::string const* common(Strings const& a, Strings const& b);
bool disjoint(Strings const& a, Strings const& b); // both known, nothing in common

// How many entities of the office have this value; 1 if unknown.
int holders(Context const& context, std::string const& key);
std::string address_key(Address const& address);

// Collects reasons and counts what is proof.
class Tally {
public:
  explicit Tally(Score& score) : score_(score) {}
  void say(std::string field, std::string detail, double bits) {
    score_.bits += bits;
    score_.reasons.push_back({.field = std::move(field), .detail = std::move(detail), .bits = bits});
  }
  void prove(std::string field, std::string detail, double bits) {
    say(std::move(field), std::move(detail), bits);
    ++score_.proofs;
  }

private:
  Score& score_;
};

// Numbers, dates, addresses, sex, countries: of two people or of two organisations.
void compare_particulars(Tally& tally, Context const& context, Entity const& a, Entity const& b);

// One number that an authority gave stands in both.
bool same_identifier(Entity const& a, Entity const& b);

} // namespace attache::resolve
