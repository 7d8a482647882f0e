#include "resolve/query.h"

#include "base/unicode.h"
#include "resolve/fold.h"
#include "resolve/names.h"

#include <algorithm>

namespace attache::resolve {

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

namespace {

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

// Whether every word asked for begins another word of the name; 2 if each is a whole word, else 1; 0 if not.
int words_begin(std::string_view folded, std::string_view asked) {
  auto names = split_words(folded);
  int out = 2;
  for (auto const word : split_words(asked)) {
    auto found = std::ranges::find(names, word);
    if (found == names.end()) {
      out = 1;
      found = std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(word); });
    }
    if (found == names.end())
      return 0;
    names.erase(found);
  }
  return out;
}

// "재용", "jae", "한빛": whole words count more than their beginnings, and those more than what stands inside.
void match_part(Match& best, Query const& query, std::string_view written) {
  if (query.squashed.empty())
    return;
  auto const folded = fold(written);
  auto const squashed = squash(folded);
  if (squashed == query.squashed)
    return better(best, 0.97, written, "the same letters");
  auto const share = 0.04 * static_cast<double>(query.squashed.size()) /
                     static_cast<double>(std::max(squashed.size(), query.squashed.size()));
  auto const said = "contains " + query.written;
  if (auto const words = words_begin(folded, query.folded); words > 0)
    return better(best, (words == 2 ? 0.65 : 0.6) + share, written, said);
  auto const at = squashed.find(query.squashed);
  auto const short_latin = query.squashed.size() < 3 && static_cast<unsigned char>(query.squashed.front()) < 0x80;
  if (at == 0 && !short_latin)
    better(best, 0.6 + share, written, said);
  else if (at != std::string::npos && !short_latin)
    better(best, 0.5 + share, written, said);
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

} // namespace

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

} // namespace attache::resolve
