#include "see/telling.h"
#include "see/when.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace attache::see {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

bool share_a_source(std::set<SourceId> const& a, std::set<SourceId> const& b) {
  return std::ranges::any_of(a, [&](auto source) { return b.contains(source); });
}

// Groups of tellings that are one event. Two tellings of one source never are: a source tells an event once.
class Groups {
public:
  explicit Groups(std::vector<Telling> const& tellings) : tellings_{tellings}, parent_(tellings.size()) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t of(std::size_t at) {
    while (parent_[at] != at)
      at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = of(a);
    b = of(b);
    if (a == b || share_a_source(sources(a), sources(b)))
      return;
    parent_[std::max(a, b)] = std::min(a, b);
    auto together = sources(a);
    together.insert(sources(b).begin(), sources(b).end());
    joined_[std::min(a, b)] = std::move(together);
  }

private:
  [[nodiscard]] std::set<SourceId> const& sources(std::size_t root) const {
    auto const found = joined_.find(root);
    return found == joined_.end() ? tellings_[root].sources : found->second;
  }

  std::vector<Telling> const& tellings_;
  std::vector<std::size_t> parent_;
  std::unordered_map<std::size_t, std::set<SourceId>> joined_; // of groups of more than one
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

// Whom a telling is about: its guests, or the organisations where it has none.
struct Party {
  ContactKind kind{};
  std::vector<PersonId> const* guests = nullptr;
  std::vector<OrganisationId> const* organisations = nullptr; // null if there are guests

  explicit Party(Telling const& telling)
      : kind{telling.contact.kind}, guests{&telling.guests},
        organisations{telling.guests.empty() ? &telling.contact.organisations : nullptr} {}
  [[nodiscard]] bool empty() const { return organisations != nullptr && organisations->empty(); }
  bool operator==(Party const& other) const {
    return kind == other.kind && *guests == *other.guests &&
           (organisations == nullptr || (other.organisations != nullptr && *organisations == *other.organisations));
  }
  // Equal for equal ones.
  [[nodiscard]] std::uint64_t hash() const {
    auto hash = static_cast<std::uint64_t>(kind) + 1;
    auto const add = [&](auto id) {
      hash = (hash ^ static_cast<std::uint64_t>(number(id))) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 29;
    };
    std::ranges::for_each(*guests, add);
    if (organisations != nullptr)
      std::ranges::for_each(*organisations, add);
    return hash;
  }
};

// Pairs of different sources with the same guests (or, without any, the same organisations) and kind on one day,
// nearest first.
std::vector<NearPair> same_guests(std::vector<Telling> const& tellings) {
  std::vector<std::tuple<std::uint64_t, Instant, std::size_t>> places;
  for (std::size_t i = 0; i < tellings.size(); ++i)
    if (Party const party{tellings[i]}; !party.empty())
      places.emplace_back(party.hash(), tellings[i].contact.when.from.at, i);
  std::ranges::sort(places);
  std::vector<NearPair> pairs;
  for (std::size_t i = 0; i < places.size(); ++i) {
    auto const& [hash, at, one] = places[i];
    for (auto j = i + 1; j < places.size() && std::get<0>(places[j]) == hash; ++j) {
      auto const& [same, later, other] = places[j];
      if (later - at > hours{36})
        break;
      if (share_a_source(tellings[one].sources, tellings[other].sources) ||
          Party{tellings[one]} != Party{tellings[other]})
        continue;
      if (auto const apart = same_day(tellings[one].contact, tellings[other].contact))
        pairs.push_back({*apart, std::min(one, other), std::max(one, other)});
    }
  }
  std::ranges::sort(pairs);
  return pairs;
}

void join_identified(Groups& groups, std::vector<Telling> const& tellings) {
  std::unordered_map<std::string_view, std::size_t> first;
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
  std::vector<std::size_t> sizes(tellings.size());
  for (std::size_t i = 0; i < tellings.size(); ++i)
    ++sizes[groups.of(i)];
  std::vector<Contact> contacts;
  contacts.reserve(tellings.size());
  std::map<std::size_t, std::vector<Telling>> by_group;
  for (std::size_t i = 0; i < tellings.size(); ++i) // the sources of those in a group are not asked for any more
    if (auto const group = groups.of(i); sizes[group] > 1)
      by_group[group].push_back(std::move(tellings[i]));
    else if (belongs(tellings[i].contact, as_of))
      contacts.push_back(std::move(tellings[i].contact));
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
