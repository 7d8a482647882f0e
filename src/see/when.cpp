#include "see/when.h"

#include <algorithm>

namespace attache::see {
namespace {

constexpr std::size_t largest_crowd = 50, largest_mailing = 10;

Instant end_as_stated(Moment moment) { return moment.precision == Precision::minute ? moment.at : end_of(moment); }

} // namespace

std::optional<Instant> over_at(Interval const& when) {
  if (!when.from.known())
    return std::nullopt;
  auto const start = end_as_stated(when.from);
  return when.to.known() ? std::max(when.from.at, end_as_stated(when.to)) : start;
}

std::optional<Instant> instant_of(Interval const& when) {
  if (!when.from.known())
    return std::nullopt;
  if (when.from.precision >= Precision::day)
    return when.from.at;
  return when.from.at + (end_of(when.from) - when.from.at) / 2;
}

bool counts(Contact const& contact, Instant as_of) {
  auto const over = over_at(contact.when);
  auto const limit = contact.kind == ContactKind::message ? largest_mailing : largest_crowd;
  return took_place(contact.realis) && over && *over <= as_of && contact.people.size() <= limit;
}

double days_between(Instant from, Instant to) {
  return std::chrono::duration<double, std::ratio<86400>>(to - from).count();
}

} // namespace attache::see
