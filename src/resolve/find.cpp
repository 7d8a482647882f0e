#include "resolve/find.h"

#include "base/unicode.h"
#include "resolve/company_name.h"
#include "resolve/entity.h"
#include "resolve/fold.h"
#include "resolve/names.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace attache::resolve {
namespace {

struct Query {
  std::string written, folded, squashed; // squashed: no spaces, hyphens or punctuation
  std::string email;
  std::vector<PersonName> names;
  CompanyName company;
};

std::string squash(std::string_view folded) {
  std::string out;
  for (auto const c : to_utf32(folded))
    if (script_of(c) != Script::none || (c >= U'0' && c <= U'9'))
      out += to_utf8(std::u32string_view{&c, 1});
  return out;
}

Query query_of(std::string_view text) {
  auto folded = fold(text);
  auto squashed = squash(folded);
  return {.written = squeeze(text),
          .folded = std::move(folded),
          .squashed = std::move(squashed),
          .email = email_key(text),
          .names = parse_person(text),
          .company = parse_company(text)};
}

// 0..1 from how two names agree; the bits only order what agrees alike.
double score_of(NameMatch const& match) {
  auto const fine = std::clamp(match.bits / 26, 0.0, 1.0) * 0.09;
  switch (match.agreement) {
  case Agreement::exact: return 0.9 + fine;
  case Agreement::variant: return match.how == How::transliterated ? 0.65 + 2 * fine : 0.75 + fine;
  case Agreement::partial: return 0.5 + fine;
  case Agreement::unknown: return match.bits > 0 ? 0.2 + fine : 0;
  case Agreement::contradiction: return 0;
  }
  return 0;
}

void better(Match& best, double score, std::string_view name, std::string reason) {
  if (score > best.score)
    best = {.id = best.id, .score = score, .name = std::string{name}, .reason = std::move(reason)};
}

// "재용", "jae", "한빛": at the start of the name or of one of its words counts more than inside.
void match_part(Match& best, Query const& query, std::string_view written) {
  if (query.squashed.empty())
    return;
  auto const folded = fold(written);
  auto const squashed = squash(folded);
  if (squashed == query.squashed)
    return better(best, 0.97, written, "the same letters");
  auto const at = squashed.find(query.squashed);
  if (at == std::string::npos)
    return;
  auto const share = static_cast<double>(query.squashed.size()) / static_cast<double>(squashed.size());
  bool const starts_word = at == 0 || (" " + folded).find(" " + query.folded) != std::string::npos;
  auto const short_latin = query.squashed.size() < 3 && static_cast<unsigned char>(query.squashed.front()) < 0x80;
  if (starts_word || !short_latin)
    better(best, (starts_word ? 0.55 : 0.45) + 0.2 * share, written, "contains " + query.written);
}

void match_person(Match& best, Query const& query, Profile const& profile, Rarity const& rarity) {
  for (auto const& written : profile.names) {
    match_part(best, query, written);
    for (auto const& name : parse_person(written, {.family = profile.family, .given = profile.given}))
      for (auto const& asked : query.names)
        if (auto const found = match(asked, name, rarity); score_of(found) > best.score)
          better(best, score_of(found), written, reason(found, asked, name).detail);
  }
}

void match_organisation(Match& best, Query const& query, Profile const& profile, Rarity const& rarity) {
  for (auto const& written : profile.names) {
    match_part(best, query, written);
    auto const name = parse_company(written);
    if (auto const found = match_companies(query.company, name, rarity); score_of(found) > best.score)
      better(best, score_of(found), written, company_reason(found, query.company, name).detail);
  }
}

Match match_profile(Query const& query, Profile const& profile, Rarity const& rarity) {
  Match best;
  if (!query.email.empty() && std::ranges::find(profile.emails, query.email) != profile.emails.end())
    better(best, 1, profile.names.empty() ? query.email : profile.names.front(), query.email);
  if (profile.kind == RecordKind::person)
    match_person(best, query, profile, rarity);
  else
    match_organisation(best, query, profile, rarity);
  return best;
}

} // namespace

std::vector<Match> find(std::vector<Profile> const& profiles, Clusters const& clusters, std::string_view query,
                        RecordKind kind, std::size_t limit, NameModel const* learnt) {
  constexpr double near = 0.3;
  auto const asked = query_of(query);
  Rarity const rarity{.words = {}, .learnt = learnt};
  std::map<RecordId, Match> best;
  for (auto const& profile : profiles) {
    if (profile.kind != kind)
      continue;
    auto found = match_profile(asked, profile, rarity);
    found.id = clusters.of(profile.record);
    if (found.score < near)
      continue;
    if (auto const [at, fresh] = best.emplace(found.id, found); !fresh && found.score > at->second.score)
      at->second = std::move(found);
  }
  std::vector<Match> out;
  for (auto& [id, match] : best)
    out.push_back(std::move(match));
  std::ranges::sort(out, {}, [](Match const& match) { return std::tuple(-match.score, match.id); });
  out.resize(std::min(out.size(), limit));
  return out;
}

} // namespace attache::resolve
