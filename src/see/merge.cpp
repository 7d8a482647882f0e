#include "see/telling.h"
#include "see/when.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <tuple>

namespace attache::see {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// Groups of tellings that are one event. Two tellings of one source never are: a source tells an event once.
class Groups {
public:
  explicit Groups(std::vector<Telling> const& tellings) : parent_(tellings.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    for (auto const& telling : tellings)
      sources_.push_back(telling.sources);
  }
  std::size_t of(std::size_t at) {
    while (parent_[at] != at)
      at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = of(a);
    b = of(b);
    auto const shares = [&](auto source) { return sources_[b].contains(source); };
    if (a == b || std::ranges::any_of(sources_[a], shares))
      return;
    parent_[std::max(a, b)] = std::min(a, b);
    sources_[std::min(a, b)].merge(sources_[std::max(a, b)]);
  }

private:
  std::vector<std::size_t> parent_;
  std::vector<std::set<SourceId>> sources_;
};

// How far apart two stated times are, or nothing if they cannot be the same day. A day has no zone, so a minute is on
// it if it is anywhere on Earth (UTC-12 to UTC+14).
std::optional<seconds> same_day(Contact const& a, Contact const& b) {
  auto const &x = a.when.from, &y = b.when.from;
  if (x.precision < Precision::day || y.precision < Precision::day)
    return std::nullopt;
  auto const apart = std::chrono::abs(x.at - y.at);
  if (x.precision == y.precision) {
    auto const limit = x.precision == Precision::day    ? seconds{0}
                       : a.kind == ContactKind::message ? seconds{60}
                                                        : seconds{hours{1}};
    return apart <= limit ? std::optional{seconds{apart}} : std::nullopt;
  }
  auto const after = x.precision == Precision::minute ? x.at - y.at : y.at - x.at;
  if (after < -hours{14} || after >= hours{36})
    return std::nullopt;
  return std::chrono::abs(after - hours{12});
}

struct NearPair {
  seconds apart{};
  std::size_t a = 0, b = 0;
  auto operator<=>(NearPair const&) const = default;
};

// Pairs with the same guests (or, without any, the same organisations) and kind on one day, nearest first.
std::vector<NearPair> same_guests(std::vector<Telling> const& tellings) {
  using Key = std::tuple<ContactKind, std::vector<PersonId>, std::vector<OrganisationId>>;
  std::map<Key, std::vector<std::pair<Instant, std::size_t>>> buckets;
  for (std::size_t i = 0; i < tellings.size(); ++i) {
    auto const& [contact, kept, said, sources, uids, guests, by_title] = tellings[i];
    auto const by_organisation = guests.empty() ? contact.organisations : std::vector<OrganisationId>{};
    if (guests.empty() && by_organisation.empty())
      continue;
    buckets[Key{contact.kind, guests, by_organisation}].emplace_back(contact.when.from.at, i);
  }
  std::vector<NearPair> pairs;
  for (auto& [key, bucket] : buckets) {
    std::ranges::sort(bucket);
    for (std::size_t i = 0; i < bucket.size(); ++i)
      for (auto j = i + 1; j < bucket.size() && bucket[j].first - bucket[i].first <= hours{36}; ++j)
        if (auto const apart = same_day(tellings[bucket[i].second].contact, tellings[bucket[j].second].contact))
          pairs.push_back(
              {*apart, std::min(bucket[i].second, bucket[j].second), std::max(bucket[i].second, bucket[j].second)});
  }
  std::ranges::sort(pairs);
  return pairs;
}

void join_identified(Groups& groups, std::vector<Telling> const& tellings) {
  std::map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < tellings.size(); ++i)
    for (auto const& uid : tellings[i].uids)
      groups.join(first.emplace(uid, i).first->second, i);
}

template <class Id>
void unite(std::vector<Id>& into, std::vector<Id> const& more) {
  into.insert(into.end(), more.begin(), more.end());
  std::ranges::sort(into);
  auto const [first, last] = std::ranges::unique(into);
  into.erase(first, last);
}

// `group` in order of trust: the first one's words and times are taken, the rest fill the gaps.
Contact joined(std::vector<Telling> const& group) {
  auto contact = group.front().contact;
  for (auto const& [other, kept, said, sources, uids, guests, by_title] : group) {
    contact.id = std::min(contact.id, other.id);
    if (contact.when.from.precision < other.when.from.precision)
      contact.when = other.when;
    for (auto const field : {&Contact::title, &Contact::place, &Contact::topic})
      if ((contact.*field).empty())
        contact.*field = other.*field;
    contact.secret |= other.secret;
    unite(contact.people, other.people);
    unite(contact.organisations, other.organisations);
    unite(contact.claims, other.claims);
    contact.realis = firmer(contact.realis, other.realis);
  }
  return contact;
}

bool belongs(Contact const& contact, Instant as_of) {
  auto const ahead = contact.when.from.known() && contact.when.from.at > as_of;
  return !ahead || !took_place(contact.realis);
}

} // namespace

std::vector<Contact> merged(std::vector<Telling> tellings, Instant as_of) {
  Groups groups(tellings);
  join_identified(groups, tellings);
  for (auto const& pair : same_guests(tellings))
    groups.join(pair.a, pair.b);
  std::map<std::size_t, std::vector<Telling>> by_group;
  for (std::size_t i = 0; i < tellings.size(); ++i)
    by_group[groups.of(i)].push_back(tellings[i]);
  std::vector<Contact> contacts;
  for (auto& [first, group] : by_group) {
    std::ranges::sort(group, [](auto const& a, auto const& b) {
      return std::tuple(!a.kept, b.said, number(a.contact.id)) < std::tuple(!b.kept, a.said, number(b.contact.id));
    });
    if (auto contact = joined(group); belongs(contact, as_of))
      contacts.push_back(std::move(contact));
  }
  std::ranges::sort(contacts, {}, [](auto const& contact) { return std::pair(contact.when.from.at, contact.id); });
  return contacts;
}

} // namespace attache::see
