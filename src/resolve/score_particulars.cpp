// Numbers, dates, addresses, sex and countries as bits. docs/method-names.md has the table.
#include "resolve/tally.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace attache::resolve {
namespace {

// How much a number that differs speaks against: people have several passports and one tax number.
double against(std::string_view kind) {
  if (kind == "ssn" || kind == "lei")
    return -6;
  if (kind == "tax" || kind == "national")
    return -3;
  return kind == "registration" ? -2 : -1;
}

void compare_numbers(Tally& tally, Context const& context, Entity const& a, Entity const& b) {
  auto const [fit, x, y] = compare_identifiers(a.identifiers, b.identifiers);
  if (fit == Fit::unknown)
    return;
  auto const shared = holders(context, "N:" + x->number);
  constexpr int most_holders = 6;
  auto const both = fmt::format("{} number {} in both", x->kind, x->number);
  auto const two = fmt::format("{} numbers {} and {}", x->kind, x->number, y->number);
  switch (fit) {
  case Fit::same: return shared <= most_holders ? tally.prove("number", both, 16) : tally.say("number", both, 5);
  case Fit::part: return tally.say("number", two, 6);
  case Fit::slip: return tally.say("number", two, 5);
  default: return tally.say("number", two, against(x->kind));
  }
}

bool year_is_known(Strings const& dates) {
  return std::ranges::any_of(dates, [](std::string const& date) { return !date.starts_with('-'); });
}

// The least between any two years that are known; 0 if none are.
int years_apart(Strings const& a, Strings const& b) {
  auto const year = [](std::string const& date) {
    int out = 0;
    std::from_chars(date.data(), date.data() + std::min<std::size_t>(date.size(), 4), out);
    return out;
  };
  int least = 0;
  for (auto const& x : a)
    for (auto const& y : b)
      if (year(x) > 0 && year(y) > 0)
        least = std::min(least == 0 ? 9999 : least, std::abs(year(x) - year(y)));
  return least;
}

void compare_births(Tally& tally, Entity const& a, Entity const& b) {
  auto const fit = compare_dates(a.birthdays, b.birthdays);
  if (fit == Fit::unknown)
    return;
  bool const person = a.kind == RecordKind::person;
  auto const* const field = person ? "birthday" : "founded";
  auto const* const value = common(a.birthdays, b.birthdays);
  auto const detail = value != nullptr ? fmt::format("{} {} both", person ? "born" : "founded", *value)
                                       : fmt::format("{} {} and {}", person ? "born" : "founded", a.birthdays.front(),
                                                     b.birthdays.front());
  switch (fit) {
  case Fit::same: return person ? tally.prove(field, detail, 12) : tally.say(field, detail, 8);
  case Fit::slip: return tally.say(field, detail, 6);
  case Fit::part: return tally.say(field, detail, year_is_known(a.birthdays) && year_is_known(b.birthdays) ? 4 : 7);
  case Fit::near: return tally.say(field, detail, person ? -1 : 1);
  default: return tally.say(field, detail, !person ? -3 : years_apart(a.birthdays, b.birthdays) > 2 ? -12 : -9);
  }
}

void compare_places(Tally& tally, Context const& context, Entity const& a, Entity const& b) {
  auto const [fit, x, y] = compare_addresses(a.addresses, b.addresses);
  if (fit == Fit::unknown)
    return;
  auto const detail = x->written == y->written ? fmt::format("{} in both", x->written)
                                               : fmt::format("{} and {}", x->written, y->written);
  auto const crowd = std::max(holders(context, address_key(*x)), holders(context, address_key(*y)));
  auto const bits = std::max(3.0, 8 - std::log2(std::max(1, crowd - 1)));
  switch (fit) {
  case Fit::same: return tally.prove("address", detail, bits);
  case Fit::slip: return tally.say("address", detail, 5);
  case Fit::part: return tally.say("address", detail, 2.5);
  case Fit::near: return tally.say("address", detail, 1);
  default: return tally.say("address", detail, a.kind == RecordKind::person ? -0.5 : -3);
  }
}

void compare_origins(Tally& tally, Entity const& a, Entity const& b) {
  auto const [fit, x, y] = compare_addresses(a.birthplaces, b.birthplaces);
  if (fit >= Fit::near)
    tally.say("birthplace", fmt::format("{} and {}", x->written, y->written), fit == Fit::near ? 2.5 : 4);
  else if (fit == Fit::different)
    tally.say("birthplace", fmt::format("{} and {}", x->written, y->written), -1);
}

void compare_kinds(Tally& tally, Entity const& a, Entity const& b) {
  auto const same = [&](std::string_view field, Strings const& x, Strings const& y, double bits, double differ) {
    if (auto const* const value = common(x, y); value != nullptr)
      tally.say(std::string{field}, fmt::format("{} in both", *value), bits);
    else if (disjoint(x, y))
      tally.say(std::string{field}, fmt::format("{} and {}", x.front(), y.front()), differ);
  };
  same("sex", a.genders, b.genders, 0.6, -3);
  same("nationality", a.nationalities, b.nationalities, 1.5, -2.5);
}

} // namespace

std::string const* common(Strings const& a, Strings const& b) {
  auto const found = std::ranges::find_if(a, [&](auto const& value) { return std::ranges::find(b, value) != b.end(); });
  return found == a.end() ? nullptr : &*found;
}

bool disjoint(Strings const& a, Strings const& b) { return !a.empty() && !b.empty() && common(a, b) == nullptr; }

int holders(Context const& context, std::string const& key) {
  auto const found = context.holders.find(key);
  return found == context.holders.end() ? 1 : found->second;
}

std::string address_key(Address const& address) {
  std::string out{"a:"};
  for (auto const* const list : {&address.words, &address.numbers})
    for (auto const& word : *list)
      out += word + " ";
  return out;
}

bool same_identifier(Entity const& a, Entity const& b) {
  return compare_identifiers(a.identifiers, b.identifiers).fit == Fit::same;
}

void compare_particulars(Tally& tally, Context const& context, Entity const& a, Entity const& b) {
  compare_numbers(tally, context, a, b);
  compare_births(tally, a, b);
  compare_places(tally, context, a, b);
  compare_origins(tally, a, b);
  compare_kinds(tally, a, b);
}

} // namespace attache::resolve
