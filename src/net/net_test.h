// Small random contact networks, and the obvious slow ways to ask them.
#pragma once

#include "net/graph.h"

#include <cmath>
#include <cstring>
#include <map>
#include <rapidcheck.h>

namespace attache::net {

inline Instant const test_day{std::chrono::days{19000}};

inline std::vector<Contact> random_contacts(Node people, int most) {
  std::vector<Contact> contacts;
  auto const count = *rc::gen::inRange(0, most);
  for (int i = 0; i < count; ++i) {
    auto const a = *rc::gen::inRange<Node>(0, people), b = *rc::gen::inRange<Node>(0, people);
    if (a != b)
      contacts.push_back({.a = a,
                          .b = b,
                          .at = test_day - std::chrono::seconds{*rc::gen::inRange(-40'000'000, 90'000'000)},
                          .kind = *rc::gen::inRange<std::uint8_t>(0, 4),
                          .weight = *rc::gen::element(0., .15, 1., 3., 10.)});
  }
  return contacts;
}

// A block and the view of it, which stays where it is.
struct Built {
  explicit Built(Material material) {
    auto const block = *build(std::move(material));
    words.resize((block.size() + 7) / 8);
    std::memcpy(words.data(), block.data(), block.size());
    bytes = std::as_bytes(std::span{words}).first(block.size());
    base = *Base::read(bytes);
  }
  Built(Built const&) = delete;
  std::vector<std::uint64_t> words;
  std::span<std::byte const> bytes;
  Base base;
};

using Pairs = std::map<std::pair<Node, Node>, double>;

// What each tie adds up to, contact by contact.
inline Pairs slow_sums(std::vector<Contact> const& contacts, Instant as_of, double half_life_days = 365) {
  Pairs sums;
  for (auto const& contact : contacts)
    if (contact.at <= as_of)
      sums[{std::min(contact.a, contact.b), std::max(contact.a, contact.b)}] +=
          contact.weight *
          std::exp2(-std::chrono::duration<double, std::ratio<86400>>(as_of - contact.at).count() / half_life_days);
  return sums;
}

} // namespace attache::net
