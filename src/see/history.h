// What two people's contacts were, in order of time: the material of every tie.
#pragma once

#include "model/network.h"

#include <vector>

namespace attache::see {

// One contact as a tie sees it.
struct Encounter {
  Instant at{};
  ContactId contact{};
  ContactKind kind = ContactKind::meeting;
  int people = 2;
  double weight = 0; // 0..1: weight_of(kind, people)
  Instant over{};    // counts from then on
};

struct History {
  PersonId a{}, b{};                 // a < b
  std::vector<Encounter> encounters; // not empty, in order of time, then contact
};

// A meeting of two counts 1, an event .4, a call .6, a message .15; among n people each pair gets 1 / (n - 1) of it.
double weight_of(ContactKind kind, std::size_t people);

// Every pair with a contact that counts by `as_of` (see counts() in when.h), in order of a, then b.
std::vector<History> histories(Network const& network, Instant as_of);

// What histories() of an earlier date has of this one; without encounters if that has none.
History until(History const& history, Instant as_of);

} // namespace attache::see
