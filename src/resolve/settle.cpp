#include "resolve/settle.h"

#include "resolve/block.h"
#include "resolve/round.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace attache::resolve {
namespace {

constexpr std::size_t few = 12; // entities of which every pair is compared

void look_around(Context& context, Surroundings const& around) {
  context.people = {.learnt = around.learnt};
  context.companies = {.learnt = around.learnt};
  context.prior_bits = around.prior_bits;
  context.namesakes = around.namesakes;
  context.population = around.people;
  for (auto const& [key, count] : around.crowded)
    context.holders[key] = count;
}

Round round_of(Pool& pool, Surroundings const& around) {
  auto out = round_of(pool);
  look_around(out.context, around);
  return out;
}

bool may_join(Pool& pool, std::uint32_t a, std::uint32_t b, Context const& context) {
  return pool.root(a) != pool.root(b) && !pool.settled(a, b) && !pool.taken_back_before(a, b) &&
         pool.entity(a).press == pool.entity(b).press && !contradicts(pool.entity(a), pool.entity(b), context);
}

void join_if_automatic(Pool& pool, Context const& context, std::uint32_t a, std::uint32_t b,
                       std::vector<Decision>& out) {
  if (!may_join(pool, a, b, context))
    return;
  auto const record_a = pool.entity(a).record;
  auto const record_b = pool.entity(b).record;
  auto found = score(pool.entity(a), pool.entity(b), context);
  if (!found.automatic)
    return;
  out.push_back(rule_decision(record_a, record_b, std::move(found)));
  pool.join(a, b);
}

std::string plain_name(PersonName const& name) {
  std::string out = to_utf8(name.native);
  for (auto const& word : name.bare)
    out += word + " ";
  return out;
}

// What entities that agree to the letter in two fields share.
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

// Before records are joined, one person's thousand entries are not a thousand people: addresses and numbers are counted
// once for each name.
void forget_repetition(Context& context, std::vector<Entity> const& entities, Surroundings const& around) {
  std::unordered_map<std::string, std::set<std::string>> bearers;
  for (auto const& entity : entities) {
    auto const name = entity.names.empty() ? std::string{} : plain_name(entity.names.front());
    for (auto const& email : entity.emails)
      bearers["m:" + email].insert(name);
    for (auto const& phone : entity.phones)
      bearers["d:" + phone].insert(name);
  }
  for (auto const& [key, names] : bearers)
    context.holders[key] = std::max(2, static_cast<int>(names.size()));
  for (auto const& [key, count] : around.crowded)
    context.holders[key] = count;
}

// Joined in one go, so that a thousand calendar entries of one attendee cost a thousand steps and not a million.
void sweep(Pool& pool, Surroundings const& around, std::vector<Decision>& out) {
  auto round = round_of(pool, around);
  forget_repetition(round.context, round.entities, around);
  std::map<std::string, std::uint32_t> first; // signature -> the first that has it
  for (std::size_t i = 0; i < round.roots.size(); ++i)
    for (auto const& signature : signatures(round.entities[i]))
      if (auto const [at, fresh] = first.emplace(signature, round.roots[i]); !fresh)
        join_if_automatic(pool, round.context, at->second, round.roots[i], out);
}

std::vector<IndexPair> pairs_of(std::vector<Entity> const& entities) {
  if (entities.size() > few)
    return candidate_pairs(entities);
  std::vector<IndexPair> out;
  for (std::uint32_t i = 0; i < entities.size(); ++i)
    for (auto j = i + 1; j < entities.size(); ++j)
      out.emplace_back(i, j);
  return out;
}

std::vector<Candidate> automatic_pairs(Pool& pool, Round const& round) {
  std::vector<Candidate> out;
  for (auto const& [i, j] : pairs_of(round.entities)) {
    if (pool.settled(round.roots[i], round.roots[j]))
      continue;
    auto found = score(round.entities[i], round.entities[j], round.context);
    if (found.automatic)
      out.push_back({.a = round.roots[i], .b = round.roots[j], .score = std::move(found)});
  }
  rank(out);
  return out;
}

// What fits two who cannot be one is a question, whichever of them fits better by a little: a name and an address
// without a birthday, in a house of father and son.
class Rivals {
public:
  Rivals(Pool& pool, Context const& context, std::vector<Candidate> const& candidates)
      : pool_(pool), context_(context) {
    for (auto const& one : candidates) {
      partners_[one.a].push_back({one.b, one.score.bits});
      partners_[one.b].push_back({one.a, one.score.bits});
    }
  }
  [[nodiscard]] bool doubtful(Candidate const& one) const {
    return torn(one.a, one.b, one.score.bits) || torn(one.b, one.a, one.score.bits);
  }

private:
  struct Partner {
    std::uint32_t other = 0;
    double bits = 0;
  };
  [[nodiscard]] bool torn(std::uint32_t one, std::uint32_t chosen, double bits) const {
    constexpr double clearly = 5; // bits by which the better must win
    constexpr std::size_t most = 50;
    auto const found = partners_.find(one);
    if (found == partners_.end() || found->second.size() > most)
      return false;
    return std::ranges::any_of(found->second, [&](Partner const& rival) {
      return rival.other != chosen && rival.bits > bits - clearly &&
             contradicts(pool_.entity(rival.other), pool_.entity(chosen), context_);
    });
  }
  Pool& pool_;
  Context const& context_;
  std::unordered_map<std::uint32_t, std::vector<Partner>> partners_;
};

std::optional<Decision> of_equals(Entity const& one, Context const& context, std::vector<Decision> const& joined) {
  if (auto found = score(one, one, context); found.automatic)
    return rule_decision(one.record, one.record, std::move(found));
  auto const with =
      std::ranges::find_if(joined, [&](Decision const& join) { return join.a == one.record || join.b == one.record; });
  return with == joined.end() ? std::nullopt : std::optional{*with};
}

} // namespace

Decision rule_decision(RecordId a, RecordId b, Score score) {
  auto const [low, high] = std::minmax(a, b);
  return {.a = low,
          .b = high,
          .verdict = Verdict::same,
          .by = "attache",
          .why = std::move(score.why),
          .probability = probability(score.bits),
          .reasons = std::move(score.reasons)};
}

Decision for_another(Decision of, RecordId first, RecordId record) {
  auto const partner = of.a == first ? of.b : of.a;
  std::tie(of.a, of.b) = std::minmax(partner, record);
  return of;
}

Settled settle(std::vector<Entity> entities, std::vector<Decision> const& existing, Surroundings const& around,
               std::vector<bool> const& repeated) {
  constexpr int most_rounds = 6; // each joins what the last made visible; two are usual
  std::vector<Entity> alone;
  if (std::ranges::find(repeated, true) != repeated.end())
    alone = entities;
  Pool pool(std::move(entities), existing);
  Settled out;
  sweep(pool, around, out.decisions);
  auto round = round_of(pool, around);
  for (int i = 0; i < most_rounds && round.roots.size() > 1; ++i) {
    auto const before = out.decisions.size();
    auto const candidates = automatic_pairs(pool, round);
    std::vector<Candidate> clear; // judged before anybody is joined
    Rivals const rivals(pool, round.context, candidates);
    std::ranges::copy_if(candidates, std::back_inserter(clear),
                         [&](Candidate const& candidate) { return !rivals.doubtful(candidate); });
    for (auto const& candidate : clear)
      join_if_automatic(pool, round.context, candidate.a, candidate.b, out.decisions);
    if (out.decisions.size() == before)
      break;
    round = round_of(pool, around);
  }
  out.of_equals.resize(pool.size());
  for (std::uint32_t i = 0; i < pool.size(); ++i) {
    out.root.push_back(pool.root(i));
    if (repeated[i])
      out.of_equals[i] = of_equals(alone[i], round.context, out.decisions);
  }
  return out;
}

} // namespace attache::resolve
