#include "resolve/named_roles.h"

#include "model/vocabulary.h"
#include "resolve/fold.h"
#include "resolve/person_name.h"
#include "resolve/titles.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace attache::resolve {
namespace {

// What a batch tells of one person.
struct Told {
  std::vector<Claim const*> names;
  std::vector<RecordId> employers;
  bool has_office = false;
};

// "CEO," of the folded "ceo"; a title written to the name ("이재용회장") is its own writing.
std::string as_written(std::string_view text, std::string_view title) {
  for (auto const part : std::views::split(text, ' ')) {
    std::string_view const word(part.begin(), part.end());
    auto const begin = word.find_first_not_of("(["), end = word.find_last_not_of(",.;)]");
    if (begin == std::string_view::npos || end == std::string_view::npos || begin > end)
      continue;
    auto const bare = word.substr(begin, end - begin + 1);
    if (fold(bare) == title)
      return std::string{bare};
  }
  return std::string{title};
}

std::map<RecordId, Told> told_in(Batch const& batch) {
  std::map<RecordId, Told> out;
  for (auto const& record : batch.records)
    if (record.kind == RecordKind::person)
      out.try_emplace(record.id);
  for (auto const& claim : batch.claims) {
    auto const found = out.find(claim.subject);
    if (found == out.end() || claim.status != Status::accepted)
      continue;
    if (claim.property == property::name || claim.property == property::alias)
      found->second.names.push_back(&claim);
    if (claim.property == property::role && claim.value.empty())
      found->second.employers.push_back(claim.object);
    else if (claim.property == property::role)
      found->second.has_office = true;
  }
  return out;
}

} // namespace

std::string office_in(std::string_view text) {
  auto const names = parse_person(text);
  if (names.empty())
    return {};
  auto titles = names.front().titles;
  auto const folded = fold(text);
  std::ranges::stable_sort(titles, {}, [&](std::string const& title) { return folded.find(title); });
  if (std::ranges::find(titles, "former") != titles.end())
    return {};
  std::erase_if(titles, is_courtesy);
  for (auto& title : titles)
    if (constexpr std::string_view polite = "님"; title.ends_with(polite)) // 부장님
      title.resize(title.size() - polite.size());
  if (std::ranges::all_of(titles, is_title_modifier))
    return {};
  std::string out;
  for (auto const& title : titles)
    out += (out.empty() ? "" : " ") + as_written(text, title);
  return out;
}

void add_named_roles(Batch& batch) {
  std::vector<Claim> found;
  for (auto const& [person, told] : told_in(batch)) {
    if (told.has_office)
      continue;
    for (auto const* const name : told.names)
      if (auto office = office_in(name->value); !office.empty()) {
        auto role = *name;
        role.property = property::role;
        role.object = told.employers.size() == 1 ? told.employers.front() : RecordId{};
        role.evidence.quote = std::string{words(*name)};
        role.value = std::move(office);
        role.derived = true;
        found.push_back(std::move(role));
        break;
      }
  }
  std::ranges::move(found, std::back_inserter(batch.claims));
}

} // namespace attache::resolve
