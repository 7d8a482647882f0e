#include "resolve/identify.h"

#include "resolve/block.h"
#include "resolve/cluster.h"
#include "resolve/identities.h"
#include "resolve/round.h"
#include "resolve/tables.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <unordered_map>

namespace attache::resolve {
namespace {

Round round_of(Pool& pool, NameModel const* learnt) {
  auto out = round_of(pool);
  out.context.people.learnt = out.context.companies.learnt = learnt;
  return out;
}

// Tables that list people twice, by all their columns together. What somebody decided or took back stays.
void join_tables(Pool& pool, std::vector<Profile> const& profiles, std::vector<Decision>& out) {
  for (auto& decision : same_in_tables(profiles)) {
    auto const a = pool.index(decision.a);
    auto const b = pool.index(decision.b);
    if (pool.root(a) == pool.root(b) || pool.settled(a, b) || pool.taken_back_before(a, b))
      continue;
    pool.join(a, b);
    out.push_back(std::move(decision));
  }
}

// What is left to compare: the pairs worth asking about, and what the scores of all together say of such pairs.
struct Compared {
  std::vector<Candidate> candidates;
  Belief belief;
};

double pairs_among(std::vector<Entity> const& entities, RecordKind kind) {
  auto const count = static_cast<double>(std::ranges::count(entities, kind, &Entity::kind));
  return count * (count - 1) / 2;
}

Compared compared(Pool& pool, Round const& round) {
  constexpr double worth_asking = 0.1;
  Compared out{.belief = {.prior_bits = round.context.prior_bits}};
  std::vector<double> people, organisations;
  for (auto const& [i, j] : candidate_pairs(round.entities)) {
    auto const a = round.roots[i];
    auto const b = round.roots[j];
    if (pool.settled(a, b))
      continue;
    auto found = score(round.entities[i], round.entities[j], round.context);
    (round.entities[i].kind == RecordKind::organisation ? organisations : people).push_back(found.bits);
    if (found.automatic || probability(found.bits) >= worth_asking)
      out.candidates.push_back({.a = a, .b = b, .score = std::move(found)});
  }
  rank(out.candidates);
  auto const prior = round.context.prior_bits;
  out.belief.people = repetition(people, prior, pairs_among(round.entities, RecordKind::person));
  out.belief.organisations = repetition(organisations, prior, pairs_among(round.entities, RecordKind::organisation));
  return out;
}

// What the office's own decisions teach.
Belief refitted(Pool& pool, Belief const& belief, std::vector<Decision> const& existing) {
  std::vector<Judged> pairs;
  auto const standing = effective(existing);
  for (auto& [decision, one] : judged(standing, belief.prior_bits))
    if (pool.knows(decision->a)) {
      one.kind = pool.entity(pool.index(decision->a)).kind;
      pairs.push_back(one);
    }
  return refit(belief, pairs);
}

// The likelier, and the more that would be joined, the earlier; at most a few about one entity.
std::vector<Question> questions_of(Pool& pool, std::vector<Candidate> const& candidates, Belief const& belief) {
  constexpr int most_about_one = 5;
  std::unordered_map<std::uint32_t, int> asked;
  std::set<std::pair<RecordId, RecordId>> seen;
  std::vector<std::pair<double, Question>> ranked;
  for (auto const& [a, b, score] : candidates) {
    auto const x = pool.root(a);
    auto const y = pool.root(b);
    auto const [low, high] = std::minmax(pool.entity(x).record, pool.entity(y).record);
    if (x == y || !seen.emplace(low, high).second || ++asked[x] > most_about_one || ++asked[y] > most_about_one)
      continue;
    auto const joined = std::min(pool.entity(x).weight, pool.entity(y).weight);
    Question question{.a = low, .b = high, .reasons = score.reasons};
    believe(belief, pool.entity(x).kind, score.bits, question);
    auto const value = question.probability * (1 + std::log2(1.0 + joined));
    ranked.emplace_back(value, std::move(question));
  }
  std::ranges::sort(ranked, [](auto const& x, auto const& y) {
    return std::tuple(-x.first, x.second.a, x.second.b) < std::tuple(-y.first, y.second.a, y.second.b);
  });
  std::vector<Question> out;
  for (auto& [value, question] : ranked)
    out.push_back(std::move(question));
  return out;
}

std::vector<Entity> entities_of(std::vector<Profile> const& profiles) {
  std::vector<Entity> out;
  for (auto const& profile : profiles)
    out.push_back(entity_of(profile));
  std::ranges::sort(out, {}, &Entity::record);
  return out;
}

// What the rules of settle.h decided by themselves, in force: it holds as long as they would decide so again.
struct Existing {
  std::vector<Decision> kept;     // everything else
  std::vector<Decision> by_rules; // in force
};

using ById = std::unordered_map<DecisionId, Decision const*>;

// What rules decided and somebody has undone, and not taken that back: the rule has lost its say.
std::set<DecisionId> objected_to(std::vector<Decision> const& existing, ById const& own,
                                 std::set<DecisionId> const& gone) {
  std::set<DecisionId> out;
  for (auto const& decision : existing)
    if (own.contains(decision.undoes) && decision.by != "attache" && !gone.contains(decision.id))
      out.insert(decision.undoes);
  return out;
}

Existing told_apart(std::vector<Decision> const& existing) {
  ById own;
  std::set<DecisionId> given; // somebody's own word: taken back, it is as if it had never been given
  for (auto const& decision : existing)
    if (is_rederived(decision))
      own.emplace(decision.id, &decision);
    else if (decision.undoes == DecisionId{} && decision.by != "attache")
      given.insert(decision.id);
  auto const gone = undone(existing);
  auto const objected = objected_to(existing, own, gone);
  Existing out;
  for (auto const& decision : existing) {
    auto const undoes = decision.undoes != DecisionId{};
    auto const of = undoes ? decision.undoes : decision.id;
    auto const silent = given.contains(of) && (undoes || gone.contains(of));
    if (own.contains(of) ? objected.contains(of) : !silent)
      out.kept.push_back(decision);
  }
  for (auto const& decision : effective(existing))
    if (own.contains(decision.id) && !objected.contains(decision.id))
      out.by_rules.push_back(decision);
  return out;
}

// What is new in the rules' answer, and what no longer follows from it.
void tell_changes(Pool& joined, Identities const& now, std::vector<Decision> const& by_rules,
                  std::vector<Decision>& answer, Identification& out) {
  for (auto const& decision : by_rules)
    if (now.of(decision.a) != now.of(decision.b))
      out.withdrawn.push_back({.a = decision.a,
                               .b = decision.b,
                               .verdict = decision.verdict,
                               .by = "attache",
                               .why = "what is known now no longer bears it out",
                               .undoes = decision.id});
    else if (joined.knows(decision.a) && joined.knows(decision.b))
      joined.join(joined.index(decision.a), joined.index(decision.b));
  for (auto& decision : answer) {
    auto const a = joined.index(decision.a);
    auto const b = joined.index(decision.b);
    if (joined.root(a) == joined.root(b))
      continue;
    joined.join(a, b);
    out.decisions.push_back(std::move(decision));
  }
}

} // namespace

Identification identify(std::vector<Profile> const& profiles, std::vector<Decision> const& existing,
                        NameModel const* learnt, ForEach const& each) {
  auto const [kept, by_rules] = told_apart(existing);
  Pool pool(entities_of(profiles), kept);
  Identification out;
  join_tables(pool, profiles, out.decisions);
  Identities identities(learnt);
  identities.add(profiles, each);
  for (auto const* const decisions : {&kept, &std::as_const(out.decisions)})
    for (auto const& decision : *decisions)
      identities.decide(decision);
  auto answer = identities.settle(each).decisions;
  tell_changes(pool, identities, by_rules, answer, out);
  auto const rest = compared(pool, round_of(pool, learnt));
  out.belief = refitted(pool, rest.belief, existing);
  out.questions = questions_of(pool, rest.candidates, out.belief);
  std::ranges::sort(out.decisions, {}, [](Decision const& decision) { return std::tuple(decision.a, decision.b); });
  return out;
}

std::vector<Decision> given_decisions(std::vector<Decision> const& existing) { return told_apart(existing).kept; }

bool is_rederived(Decision const& decision) {
  return decision.by == "attache" && decision.verdict == Verdict::same && decision.undoes == DecisionId{} &&
         is_rule(decision.why);
}

} // namespace attache::resolve
