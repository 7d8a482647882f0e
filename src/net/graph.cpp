#include "net/graph.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace attache::net {
namespace {

std::uint64_t pair_of(Node a, Node b) { return (std::uint64_t{std::min(a, b)} << 32U) | std::max(a, b); }

// How many of the marks a date has; most ask for a date after the last one.
std::size_t count_by(std::span<Mark const> marks, Minute minute) {
  if (marks.empty() || marks.back().minute() <= minute)
    return marks.size();
  return static_cast<std::size_t>(std::ranges::upper_bound(marks, minute, {}, &Mark::minute) - marks.begin());
}

double left_of(Decay const& decay, Mark const& mark, Minute minute) {
  return mark.sum() * decay.after(static_cast<std::uint32_t>(minute - mark.minute()));
}

} // namespace

Date::Date(Decay const& decay, Instant as_of) : at{as_of} {
  auto const seconds = as_of.time_since_epoch().count();
  auto const full = std::chrono::floor<std::chrono::minutes>(as_of).time_since_epoch().count();
  minute = static_cast<Minute>(std::clamp<std::int64_t>(full, first_minute, last_minute));
  if (full == minute)
    seconds_left = decay.after_exactly(static_cast<double>(seconds - full * 60) / 60);
}

Result<void> Graph::add(Contact contact) {
  auto const minute = minute_after(contact.at);
  if (contact.a == contact.b || contact.a == no_tie || contact.b == no_tie || contact.kind >= most_kinds ||
      minute < first_minute || minute > last_minute || !(contact.weight >= 0) || std::isinf(contact.weight))
    return fail(Fault::input, fmt::format("a contact of {} and {} is out of range", contact.a, contact.b));
  if (contact.a > contact.b)
    std::swap(contact.a, contact.b);
  auto& contacts = tail_[pair_of(contact.a, contact.b)];
  auto &a = touched_[contact.a], &b = touched_[contact.b];
  if (contacts.empty() && base_.find(contact.a, contact.b) == no_tie) {
    a.fresh.push_back(contact.b);
    b.fresh.push_back(contact.a);
  }
  ++a.revision;
  ++b.revision;
  contacts.push_back(contact);
  tail_people_ = std::max(tail_people_, contact.b + 1);
  ++added_;
  return {};
}

std::uint32_t Graph::revision(Node person) const {
  if (added_ == 0)
    return 0;
  auto const found = touched_.find(person);
  return found == touched_.end() ? 0 : found->second.revision;
}

std::span<Node const> Graph::fresh(Node person) const {
  auto const found = touched_.find(person);
  return found == touched_.end() ? std::span<Node const>{} : found->second.fresh;
}

std::span<Contact const> Graph::extra(Node a, Node b) const {
  if (added_ == 0)
    return {};
  auto const found = tail_.find(pair_of(a, b));
  return found == tail_.end() ? std::span<Contact const>{} : found->second;
}

TieAt Graph::at(Node a, Node b, TieIndex tie, Date const& date) const {
  TieAt at{.tie = tie};
  if (tie != no_tie) {
    auto const all = base_.marks(tie);
    at.marks = all.first(count_by(all, date.minute));
    at.contacts = static_cast<std::uint32_t>(at.marks.size());
    if (!at.marks.empty()) {
      at.sum = left_of(base_.decay(), at.marks.back(), date.minute) * date.seconds_left;
      at.last = at.marks.back().minute();
    }
  }
  at.extra = extra(a, b);
  for (auto const& contact : at.extra) {
    auto const minute = static_cast<Minute>(minute_after(contact.at));
    if (minute > date.minute)
      continue;
    at.sum += contact.weight *
              base_.decay().after_exactly(std::chrono::duration<double, std::ratio<60>>(date.at - contact.at).count());
    at.last = at.contacts == 0 ? minute : std::max(at.last, minute);
    ++at.contacts;
  }
  return at;
}

std::vector<Graph::Held> Graph::held(Node person, Date const& date) const {
  struct Asked {
    Node other;
    TieIndex tie;
  };
  std::vector<Asked> ties; // the memory is asked for all of them before any is looked at
  ties.reserve(person < base_.people() ? base_.degree(person) : 0);
  each_tie(person, [&](Node other, TieIndex tie) {
    ties.push_back({other, tie});
    if (tie != no_tie)
      base_.fetch_offset(tie);
  });
  for (auto const& [other, tie] : ties)
    if (tie != no_tie)
      base_.fetch_last(tie);
  std::vector<Held> held;
  held.reserve(ties.size());
  for (auto const& [other, tie] : ties)
    if (auto const tie_at = at(person, other, tie, date); tie_at.contacts > 0)
      held.push_back({other, tie_at.sum});
  return held;
}

Minute first_of(TieAt const& tie) {
  auto first = tie.marks.empty() ? last_minute : tie.marks.front().minute();
  for (auto const& contact : tie.extra)
    first = std::min(first, static_cast<Minute>(minute_after(contact.at)));
  return first;
}

void sums(Base const& base, Instant as_of, std::span<double> out) {
  Date const date{base.decay(), as_of};
  auto const& decay = base.decay();
  constexpr TieIndex ahead = 12; // the memory is asked for so many ties before they are looked at
  for (TieIndex tie = 0; tie < base.ties(); ++tie) {
    if (tie + ahead < base.ties())
      base.fetch_last(tie + ahead);
    auto const marks = base.marks(tie);
    auto const count = count_by(marks, date.minute);
    out[tie] = count == 0 ? 0 : left_of(decay, marks[count - 1], date.minute) * date.seconds_left;
  }
}

} // namespace attache::net
