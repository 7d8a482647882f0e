#include "resolve/companions.h"

#include <algorithm>
#include <map>

namespace attache::resolve {
namespace {

using Gatherings = std::map<std::pair<bool, std::int64_t>, std::vector<std::uint32_t>>; // -> places in the list

Gatherings gatherings_of(std::span<Entity const> entities) {
  Gatherings out;
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    auto const come = [&](std::pair<bool, std::int64_t> where) {
      auto& present = out[where];
      if (present.empty() || present.back() != i)
        present.push_back(i);
    };
    for (auto const contact : entities[i].contacts)
      come({false, number(contact)});
    for (auto const article : entities[i].articles)
      come({true, number(article)});
  }
  return out;
}

void put_in_order(std::vector<RecordId>& list) {
  std::ranges::sort(list);
  auto const twice = std::ranges::unique(list);
  list.erase(twice.begin(), twice.end());
}

} // namespace

Companions companions_of(std::span<Entity const> entities) {
  constexpr std::size_t crowd = 13;
  constexpr std::size_t least = 10; // of a small office everybody knows a good part
  Companions out;
  for (auto const& [where, present] : gatherings_of(entities))
    if (present.size() < crowd)
      for (auto const one : present)
        for (auto const other : present)
          if (one != other)
            out.of[entities[one].record].push_back(entities[other].record);
  for (auto& [record, others] : out.of)
    put_in_order(others);
  out.too_many = std::max(least, out.of.size() / 20);
  for (auto const& entity : entities)
    if (auto const found = out.of.find(entity.record);
        found != out.of.end() && found->second.size() <= out.too_many && !entity.names.empty())
      out.names.emplace(entity.record, entity.names.front().written);
  return out;
}

SharedCompany compare_companions(Companions const& all, RecordId a, RecordId b) {
  auto const of_a = all.of.find(a);
  auto const of_b = all.of.find(b);
  if (of_a == all.of.end() || of_b == all.of.end() || a == b)
    return {};
  SharedCompany out{.together = std::ranges::binary_search(of_a->second, b)};
  std::vector<RecordId> both;
  std::ranges::set_intersection(of_a->second, of_b->second, std::back_inserter(both));
  for (auto const record : both)
    if (auto const name = all.names.find(record); name != all.names.end())
      out.names.push_back(name->second);
  return out;
}

} // namespace attache::resolve
