#include "resolve/tables.h"

#include "resolve/fold.h"
#include "resolve/person_name.h"
#include "resolve/registry.h"
#include "resolve/score.h"

#include <algorithm>
#include <map>

namespace attache::resolve {
namespace {

constexpr std::size_t fewest_people = 50;
constexpr double sure = 6.63; // bits: 99 %

Trait trait_of(std::string_view heading) {
  auto const folded = fold(heading);
  auto const has = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
  if (has("postcode") || has("postal") || has("zip"))
    return Trait::postcode;
  if (folded == "dob" || has("birth") || has("born"))
    return Trait::birthday;
  if (has("street") || has("address"))
    return Trait::street;
  if (has("suburb") || has("town") || has("village") || has("place"))
    return Trait::place;
  if (has("passport") || has("ssn") || has("sec_id") || has("tax") || has("licen") || has("national"))
    return Trait::identifier;
  return Trait::category;
}

// The columns beyond name, birthday, address book fields: those that enough people have.
std::vector<RegistryColumn> columns_of(std::vector<Profile const*> const& people) {
  std::map<std::string, std::size_t> counts;
  for (auto const* const one : people)
    for (auto const& [heading, value] : one->others)
      ++counts[heading];
  std::vector<RegistryColumn> out{{"first name", Trait::given}, {"family name", Trait::family},
                                  {"name", Trait::full_name},   {"birthday", Trait::birthday},
                                  {"e-mail", Trait::email},     {"phone", Trait::phone},
                                  {"city", Trait::place},       {"country", Trait::category}};
  constexpr std::size_t most_columns = 15;
  for (auto const& [heading, count] : counts)
    if (count * 10 >= people.size() && out.size() < most_columns)
      out.push_back({heading, trait_of(heading)});
  return out;
}

std::string first_of(std::vector<std::string> const& values) { return values.empty() ? std::string{} : values.front(); }

// Given and family name as the table has them, else as the name reads.
std::pair<std::string, std::string> parts_of(Profile const& one) {
  if (!one.given.empty() || !one.family.empty() || one.names.empty())
    return {one.given, one.family};
  auto const parsed = parse_person(one.names.front());
  if (parsed.empty())
    return {};
  auto const& name = parsed.front();
  if (!name.native.empty())
    return {to_utf8(std::u32string_view{name.native}.substr(name.native_family.size())), to_utf8(name.native_family)};
  if (name.words.size() == 1)
    return {name.words.front(), {}};
  auto const family = name.family_word < 0 ? name.words.size() - 1 : static_cast<std::size_t>(name.family_word);
  return {name.words[family == 0 ? 1 : 0], name.words[family]};
}

Registry registry_of(std::vector<Profile const*> const& people) {
  auto const columns = columns_of(people);
  Registry out(columns);
  for (auto const* const one : people) {
    auto const [given, family] = parts_of(*one);
    std::vector<std::string> row{given,
                                 family,
                                 first_of(one->names),
                                 first_of(one->birthdays),
                                 first_of(one->emails),
                                 first_of(one->phones),
                                 first_of(one->cities),
                                 first_of(one->countries)};
    for (auto i = row.size(); i < columns.size(); ++i) {
      auto const found = std::ranges::find(one->others, columns[i].name, &std::pair<std::string, std::string>::first);
      row.push_back(found == one->others.end() ? std::string{} : found->second);
    }
    out.add(std::vector<std::string_view>(row.begin(), row.end()));
  }
  return out;
}

bool tells(Profile const& one) {
  return !one.birthdays.empty() || std::ranges::any_of(one.others, [](auto const& other) {
    auto const trait = trait_of(other.first);
    return trait == Trait::postcode || trait == Trait::birthday || trait == Trait::identifier;
  });
}

// Never on names alone: two columns, one of them no name.
bool well_founded(std::vector<Reason> const& reasons) {
  constexpr double speaks = 3;
  int all = 0;
  int others = 0;
  for (auto const& reason : reasons)
    if (reason.bits >= speaks) {
      ++all;
      others += reason.field == "first name" || reason.field == "family name" || reason.field == "name" ? 0 : 1;
    }
  return all >= 2 && others >= 1;
}

void decide(std::vector<Decision>& out, std::vector<Profile const*> const& people) {
  auto const registry = registry_of(people);
  auto const pairs = registry_pairs(registry);
  auto const model = RegistryModel::fit(registry, pairs);
  auto const score = [&](std::uint32_t a, std::uint32_t b) { return model.bits(registry, a, b); };
  std::vector<ScoredPair> scored;
  for (auto const& [a, b] : pairs)
    if (auto const bits = score(a, b); bits >= sure && well_founded(model.reasons(registry, a, b)))
      scored.push_back({.a = a, .b = b, .bits = static_cast<float>(bits)});
  auto const clusters = registry_clusters(registry.size(), scored, score, sure / 2);
  std::map<std::uint32_t, ScoredPair> best; // of each row: the earlier row of its cluster that speaks most for it
  for (auto const& pair : scored)
    if (clusters[pair.a] == clusters[pair.b])
      if (auto const [at, fresh] = best.emplace(pair.b, pair); !fresh && pair.bits > at->second.bits)
        at->second = pair;
  for (auto const& [row, pair] : best) {
    auto const [low, high] = std::minmax({people[pair.a]->record, people[pair.b]->record});
    out.push_back({.a = low,
                   .b = high,
                   .verdict = Verdict::same,
                   .by = "attache",
                   .why = "the columns of one table together, at least two of them, say that they are one",
                   .probability = probability(static_cast<double>(pair.bits)),
                   .reasons = model.reasons(registry, pair.a, pair.b)});
  }
}

} // namespace

std::vector<Decision> same_in_tables(std::vector<Profile> const& profiles) {
  std::map<SourceId, std::vector<Profile const*>> tables;
  for (auto const& profile : profiles)
    if (profile.kind == RecordKind::person && !profile.press && !profile.dossier)
      tables[profile.source].push_back(&profile);
  std::vector<Decision> out;
  for (auto& [source, people] : tables) {
    if (people.size() < fewest_people ||
        2 * static_cast<std::size_t>(std::ranges::count_if(people, [](auto const* one) { return tells(*one); })) <
            people.size())
      continue;
    std::ranges::sort(people, {}, &Profile::record);
    decide(out, people);
  }
  return out;
}

} // namespace attache::resolve
