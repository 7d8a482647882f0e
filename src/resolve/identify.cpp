#include "resolve/identify.h"

#include "resolve/block.h"
#include "resolve/cluster.h"
#include "resolve/score.h"
#include "resolve/tables.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace attache::resolve {
namespace {

// Entities that grow as decisions join them. Index = position in the profiles sorted by record.
class Pool {
public:
  Pool(std::vector<Profile> const& profiles, std::vector<Decision> const& existing) {
    std::vector<Record> records;
    for (auto const& profile : profiles)
      records.push_back({.id = profile.record, .source = profile.source, .kind = profile.kind});
    std::ranges::sort(records, {}, &Record::id);
    for (std::uint32_t i = 0; i < records.size(); ++i)
      index_.emplace(records[i].id, i);
    entities_.resize(records.size());
    parent_.resize(records.size());
    apart_.resize(records.size());
    for (auto const& profile : profiles)
      entities_[index_.at(profile.record)] = entity_of(profile);
    for (std::uint32_t i = 0; i < parent_.size(); ++i)
      parent_[i] = i;
    for (auto const& [record, canonical] : clusters(records, existing).canonical)
      if (record != canonical)
        join(index_.at(record), index_.at(canonical));
    keep_apart(existing);
  }

  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i)
      i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  [[nodiscard]] std::uint32_t index(RecordId record) const { return index_.at(record); }
  Entity const& entity(std::uint32_t i) { return entities_[root(i)]; }

  void join(std::uint32_t a, std::uint32_t b) {
    auto const [low, high] = std::minmax({root(a), root(b)});
    if (low == high)
      return;
    parent_[high] = low;
    unite(entities_[low], entities_[high]);
    entities_[high] = {};
    apart_[low].insert(apart_[low].end(), apart_[high].begin(), apart_[high].end());
  }

  // Somebody has decided about a pair of theirs, or has taken back that they are one.
  bool settled(std::uint32_t a, std::uint32_t b) { return meet(a, b, false); }
  bool taken_back_before(std::uint32_t a, std::uint32_t b) { return meet(a, b, true); }

  std::vector<std::uint32_t> roots() {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < parent_.size(); ++i)
      if (root(i) == i)
        out.push_back(i);
    return out;
  }

private:
  struct Apart {
    std::uint32_t other = 0;
    bool undone = false;
  };

  void keep_apart(std::vector<Decision> const& existing) {
    auto const note = [&](std::vector<Decision> const& decisions, bool was_undone) {
      for (auto const& decision : decisions) {
        auto const a = index_.find(decision.a);
        auto const b = index_.find(decision.b);
        if (a == index_.end() || b == index_.end())
          continue;
        apart_[root(a->second)].push_back({.other = b->second, .undone = was_undone});
        apart_[root(b->second)].push_back({.other = a->second, .undone = was_undone});
      }
    };
    note(effective(existing), false);
    note(taken_back(existing), true);
  }

  bool meet(std::uint32_t a, std::uint32_t b, bool undone) {
    auto const x = root(a);
    auto const y = root(b);
    auto const& fewer = apart_[x].size() <= apart_[y].size() ? apart_[x] : apart_[y];
    auto const target = &fewer == &apart_[x] ? y : x;
    return std::ranges::any_of(fewer,
                               [&](Apart const& one) { return one.undone == undone && root(one.other) == target; });
  }

  std::unordered_map<RecordId, std::uint32_t> index_;
  std::vector<Entity> entities_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<Apart>> apart_;
};

struct Candidate {
  std::uint32_t a = 0, b = 0;
  Score score;
};

Decision decision_of(RecordId a, RecordId b, Score score) {
  auto const [low, high] = std::minmax(a, b);
  return {.a = low,
          .b = high,
          .verdict = Verdict::same,
          .by = "attache",
          .why = std::move(score.why),
          .probability = probability(score.bits),
          .reasons = std::move(score.reasons)};
}

// What all entities have in this round, and the pairs worth comparing.
struct Round {
  std::vector<std::uint32_t> roots;
  std::vector<Entity> entities; // of the roots, in their order
  Context context;
};

Round round_of(Pool& pool, NameModel const* learnt) {
  Round out{.roots = pool.roots()};
  for (auto const root : out.roots)
    out.entities.push_back(pool.entity(root));
  out.context = context_of(out.entities);
  out.context.people.learnt = out.context.companies.learnt = learnt;
  return out;
}

bool may_join(Pool& pool, std::uint32_t a, std::uint32_t b, Context const& context) {
  return pool.root(a) != pool.root(b) && !pool.settled(a, b) && !pool.taken_back_before(a, b) &&
         pool.entity(a).press == pool.entity(b).press && !contradicts(pool.entity(a), pool.entity(b), context);
}

// Records that agree to the letter in two fields: joined in one sweep, so that a thousand calendar entries of one
// attendee cost a thousand steps and not a million.
std::string plain_name(PersonName const& name) {
  std::string out = to_utf8(name.native);
  for (auto const& word : name.bare)
    out += word + " ";
  return out;
}

std::vector<std::string> signatures(Entity const& entity) {
  std::vector<std::string> out;
  auto const with_proofs = [&](std::string const& name) {
    for (auto const& email : entity.emails)
      if (!is_shared_mailbox(email))
        out.push_back(name + "|m:" + email);
    for (auto const& phone : entity.phones)
      out.push_back(name + "|d:" + phone);
  };
  if (entity.kind == RecordKind::organisation) {
    for (auto const& name : entity.companies)
      out.push_back("o:" + name.core);
    return out;
  }
  for (auto const& name : entity.names)
    if (!name.partial())
      with_proofs(plain_name(name) + "|" + name.suffix);
  if (entity.names.empty() && entity.emails.size() == 1 && entity.phones.empty())
    out.push_back("|m:" + entity.emails.front()); // the same bare mailbox again
  return out;
}

void join_if_automatic(Pool& pool, Round const& round, std::uint32_t a, std::uint32_t b, std::vector<Decision>& out) {
  if (!may_join(pool, a, b, round.context))
    return;
  auto const record_a = pool.entity(a).record;
  auto const record_b = pool.entity(b).record;
  auto found = score(pool.entity(a), pool.entity(b), round.context);
  if (!found.automatic)
    return;
  out.push_back(decision_of(record_a, record_b, std::move(found)));
  pool.join(a, b);
}

// Before records are joined, one person's thousand entries are not a thousand people: names, addresses and numbers
// are counted once for each combination.
void forget_repetition(Context& context, std::vector<Entity> const& entities) {
  std::unordered_map<std::string, std::set<std::string>> bearers;
  std::set<std::string> counted;
  context.people = {.learnt = context.people.learnt};
  for (auto const& entity : entities) {
    auto const name = entity.names.empty() ? std::string{} : plain_name(entity.names.front());
    auto const contact = entity.emails.empty() ? entity.phones : entity.emails;
    for (auto const& email : entity.emails)
      bearers["m:" + email].insert(name);
    for (auto const& phone : entity.phones)
      bearers["d:" + phone].insert(name);
    if (contact.empty() || counted.insert(name + contact.front()).second)
      for (auto const& one : entity.names)
        context.people.count(one);
  }
  for (auto const& [key, names] : bearers)
    context.holders[key] = std::max(2, static_cast<int>(names.size()));
}

void sweep(Pool& pool, std::vector<Decision>& out, NameModel const* learnt) {
  auto round = round_of(pool, learnt);
  forget_repetition(round.context, round.entities);
  std::map<std::string, std::uint32_t> first; // signature -> the first that has it
  for (std::size_t i = 0; i < round.roots.size(); ++i)
    for (auto const& signature : signatures(round.entities[i]))
      if (auto const [at, fresh] = first.emplace(signature, round.roots[i]); !fresh)
        join_if_automatic(pool, round, at->second, round.roots[i], out);
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

std::vector<Candidate> scored(Pool& pool, Round const& round) {
  constexpr double worth_asking = 0.1;
  std::vector<Candidate> out;
  for (auto const& [i, j] : candidate_pairs(round.entities)) {
    auto const a = round.roots[i];
    auto const b = round.roots[j];
    if (pool.settled(a, b))
      continue;
    auto found = score(round.entities[i], round.entities[j], round.context);
    if (found.automatic || probability(found.bits) >= worth_asking)
      out.push_back({.a = a, .b = b, .score = std::move(found)});
  }
  std::ranges::sort(out, {}, [](Candidate const& one) { return std::tuple(-one.score.bits, one.a, one.b); });
  return out;
}

// The likelier, and the more that would be joined, the earlier; at most a few about one entity.
std::vector<Question> questions_of(Pool& pool, std::vector<Candidate> const& candidates) {
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
    auto const p = probability(score.bits);
    auto const joined = std::min(pool.entity(x).weight, pool.entity(y).weight);
    ranked.emplace_back(p * (1 + std::log2(1.0 + joined)),
                        Question{.a = low, .b = high, .probability = p, .reasons = score.reasons});
  }
  std::ranges::sort(ranked, [](auto const& x, auto const& y) {
    return std::tuple(-x.first, x.second.a, x.second.b) < std::tuple(-y.first, y.second.a, y.second.b);
  });
  std::vector<Question> out;
  for (auto& [value, question] : ranked)
    out.push_back(std::move(question));
  return out;
}

} // namespace

Identification identify(std::vector<Profile> const& profiles, std::vector<Decision> const& existing,
                        NameModel const* learnt) {
  Pool pool(profiles, existing);
  Identification out;
  sweep(pool, out.decisions, learnt);
  join_tables(pool, profiles, out.decisions);
  constexpr int most_rounds = 4; // each joins what the last made visible; two are usual
  for (int i = 0; i < most_rounds; ++i) {
    auto const round = round_of(pool, learnt);
    auto const candidates = scored(pool, round);
    auto const before = out.decisions.size();
    for (auto const& candidate : candidates)
      if (candidate.score.automatic)
        join_if_automatic(pool, round, candidate.a, candidate.b, out.decisions);
    if (out.decisions.size() == before || i + 1 == most_rounds) {
      out.questions = questions_of(pool, candidates);
      break;
    }
  }
  std::ranges::sort(out.decisions, {}, [](Decision const& decision) { return std::tuple(decision.a, decision.b); });
  return out;
}

Question explain(Profile const& a, Profile const& b, std::vector<Profile> const& all, NameModel const* learnt) {
  std::vector<Entity> entities;
  for (auto const& profile : all)
    entities.push_back(entity_of(profile));
  auto context = context_of(entities);
  context.people.learnt = context.companies.learnt = learnt;
  auto found = score(entity_of(a), entity_of(b), context);
  auto const [low, high] = std::minmax(a.record, b.record);
  return {.a = low, .b = high, .probability = probability(found.bits), .reasons = std::move(found.reasons)};
}

} // namespace attache::resolve
