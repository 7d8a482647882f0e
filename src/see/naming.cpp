#include "see/naming.h"

#include "base/unicode.h"
#include "model/vocabulary.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

namespace attache::see {
namespace {

struct Candidate {
  bool borne = false;         // on the date, as far as we know: not a former name, and not one to come
  bool kept = false;          // somebody keeps it: not the press alone
  std::set<SourceId> sources; // who say it
};

bool is_shouted(std::string_view name) {
  auto const lower = [](char c) { return c >= 'a' && c <= 'z'; };
  auto const upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::ranges::none_of(name, lower) && std::ranges::count_if(name, upper) > 4;
}

bool is_complete(RecordKind kind, std::string_view name) {
  if (kind != RecordKind::person)
    return true;
  return has_hangul(name) ? code_points(name) >= 3 : name.find(' ') != std::string_view::npos;
}

// Family and given name as one source gives them, put together in the order of their script.
std::string composed(Things const& things, Thing const& thing, Instant as_of) {
  auto const family = best_value(things, thing, property::family_name, as_of);
  auto const given = best_value(things, thing, property::given_name, as_of);
  if (family.empty() || given.empty())
    return family + given;
  return has_hangul(family) ? family + given : given + " " + family;
}

// A former name without a date is one of the past.
bool is_borne(Things const& things, Claim const& claim, Instant as_of) {
  auto const found = things.name_times.find(claim.subject);
  if (found == things.name_times.end())
    return true;
  auto const& [valid, former, decision] = found->second;
  return (!valid.from.known() || valid.from.at <= as_of) && (!former || (valid.to.known() && as_of < valid.to.at));
}

std::map<std::string, Candidate> candidates(Things const& things, Thing const& thing, std::string_view property,
                                            Instant as_of) {
  std::map<std::string, Candidate> found;
  for (auto const* const claim : thing.claims) {
    if (claim->property != property || !holds(*claim, as_of))
      continue;
    auto const name = squeeze(claim->value);
    if (name.empty())
      continue;
    auto& candidate = found[name];
    candidate.borne |= is_borne(things, *claim, as_of);
    candidate.kept |= !from_press(things, *claim);
    candidate.sources.insert(claim->source);
  }
  return found;
}

std::string best_of(std::map<std::string, Candidate> const& found, RecordKind kind, Script habit) {
  auto const rank = [&](auto const& entry) {
    auto const& [name, candidate] = entry;
    auto const own_script = has_hangul(name) == (habit == Script::hangul);
    auto const plain = name.find_first_of("@,(") == std::string::npos;
    return std::tuple(candidate.borne, candidate.kept, plain, own_script, is_complete(kind, name), !is_shouted(name),
                      candidate.sources.size(), code_points(name));
  };
  // Names are in ascending order and max_element keeps the first of equals: the result is the same for any input order.
  return std::ranges::max_element(found, {}, rank)->first;
}

struct Votes {
  int hangul = 0, latin = 0;
};

void count(Votes& votes, Things const& things, Thing const& thing, Instant as_of) {
  for (auto const* const claim : thing.claims)
    if (claim->property == property::name && holds(*claim, as_of) && !from_press(things, *claim))
      ++(has_hangul(claim->value) ? votes.hangul : votes.latin);
}

bool is_principal(Thing const& thing) {
  return thing.kind == RecordKind::person &&
         std::ranges::any_of(thing.claims, [](auto const* claim) { return claim->property == property::principal; });
}

struct AllVotes {
  Votes principal, everybody;
};

AllVotes votes_in(Things const& things, Instant as_of) {
  AllVotes votes;
  for (auto const& thing : things.all) {
    if (thing.kind != RecordKind::person)
      continue;
    count(votes.everybody, things, thing, as_of);
    if (is_principal(thing))
      count(votes.principal, things, thing, as_of);
  }
  return votes;
}

} // namespace

Script script_habit(Things const& things, Instant as_of) {
  auto const [principal, everybody] = votes_in(things, as_of);
  auto const& votes = principal.hangul == principal.latin ? everybody : principal;
  return votes.hangul > votes.latin ? Script::hangul : Script::latin;
}

bool principal_decides(Things const& things, Instant as_of) {
  auto const principal = votes_in(things, as_of).principal;
  return principal.hangul != principal.latin;
}

std::string display_name(Things const& things, Thing const& thing, Script habit, Instant as_of) {
  auto const named = candidates(things, thing, property::name, as_of);
  if (!named.empty())
    return best_of(named, thing.kind, habit);
  if (auto const parts = composed(things, thing, as_of); !parts.empty())
    return parts;
  for (auto const other : {property::alias, property::email, property::domain})
    if (auto const found = candidates(things, thing, other, as_of); !found.empty())
      return best_of(found, thing.kind, habit);
  return fmt::format("#{}", number(thing.id));
}

} // namespace attache::see
