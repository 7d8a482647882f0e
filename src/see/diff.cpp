#include "see/diff.h"

#include "see/roles.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace attache::see {
namespace {

using Holds = std::map<OrganisationId, std::vector<PersonId>>;

bool living(Tie const& tie) { return tie.state != TieState::lapsed; }

void sort_in(Diff& diff) {
  auto const by = [](auto measure) {
    return [measure](TieChange const& change) { return std::pair(-measure(change), change.after.b); };
  };
  std::ranges::sort(diff.appeared, {}, by([](TieChange const& one) { return one.after.strength; }));
  std::ranges::sort(diff.lapsed, {}, by([](TieChange const& one) { return one.before ? one.before->strength : 0; }));
  std::ranges::sort(diff.restored, {}, by([](TieChange const& one) {
                      return static_cast<double>(one.after.restored_at.time_since_epoch().count());
                    }));
  std::ranges::sort(diff.strengthened, {}, by([](TieChange const& one) { return one.gain(); }));
  std::ranges::sort(diff.weakened, {}, by([](TieChange const& one) { return -one.gain(); }));
}

void sort_ties(Diff& diff, Snapshot const& from, Snapshot const& to, double least) {
  std::map<PersonId, Tie const*> before;
  for (auto const& tie : from.ties)
    before[tie.b] = &tie;
  for (auto const& tie : to.ties) {
    auto const known = before.find(tie.b);
    TieChange change{.before = known == before.end() ? std::nullopt : std::optional{*known->second}, .after = tie};
    if (!change.before)
      diff.appeared.push_back(std::move(change));
    else if (!living(tie) && living(*change.before))
      diff.lapsed.push_back(std::move(change));
    else if (tie.restored_at > from.at && tie.restored_at <= to.at && living(tie))
      diff.restored.push_back(std::move(change));
    else if (std::abs(change.gain()) >= least)
      (change.gain() > 0 ? diff.strengthened : diff.weakened).push_back(std::move(change));
  }
}

// Organisation and title: another claim of the same role is the same role.
using Post = std::pair<OrganisationId, std::string>;

using Posts = std::map<PersonId, std::map<Post, Role>>;

Posts posts_of(Snapshot const& snapshot) {
  Posts posts;
  for (auto const& role : snapshot.network.roles)
    if (held_on(role, snapshot.at))
      posts[role.person].emplace(Post{role.organisation, role.title}, role);
  return posts;
}

// What ended is told together with what began, one by one.
void add_roles(Diff& diff, PersonId person, std::map<Post, Role> const& before, std::map<Post, Role> const& after) {
  std::vector<RoleChange> changes;
  for (auto const& [post, role] : before)
    if (!after.contains(post))
      changes.push_back({.person = person, .ended = role});
  std::size_t next = 0;
  for (auto const& [post, role] : after) {
    if (before.contains(post))
      continue;
    if (next == changes.size())
      changes.push_back({.person = person});
    changes[next++].began = role;
  }
  std::ranges::move(changes, std::back_inserter(diff.roles));
}

Holds holds_of(Snapshot const& snapshot) {
  std::set<PersonId> alive;
  for (auto const& tie : snapshot.ties)
    if (living(tie))
      alive.insert(tie.b);
  Holds holds;
  for (auto const& one : affiliations_on(snapshot.network, snapshot.at))
    if (alive.contains(one.person) && number(one.organisation) != 0)
      holds[one.organisation].push_back(one.person);
  return holds;
}

std::vector<HoldChange> only_in(Holds const& holds, Holds const& others) {
  std::vector<HoldChange> changes;
  for (auto const& [organisation, people] : holds)
    if (!others.contains(organisation)) {
      changes.push_back({.organisation = organisation, .people = people});
      std::ranges::sort(changes.back().people);
    }
  return changes;
}

} // namespace

Diff diff(Snapshot const& from, Snapshot const& to, double least) {
  Diff result;
  sort_ties(result, from, to, least);
  sort_in(result);
  auto posts_before = posts_of(from), posts_after = posts_of(to);
  for (auto const& person : to.network.people)
    add_roles(result, person.id, posts_before[person.id], posts_after[person.id]);
  auto const before = holds_of(from), after = holds_of(to);
  result.gained = only_in(after, before);
  result.lost = only_in(before, after);
  return result;
}

} // namespace attache::see
