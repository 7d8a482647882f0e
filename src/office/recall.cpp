#include "office/recall.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::office {
namespace {

constexpr std::size_t most_views = 4;

} // namespace

std::shared_ptr<View const> Recent::find(std::string const& key) {
  std::scoped_lock const lock{mutex_};
  auto const found = std::ranges::find(views_, key, &std::pair<std::string, std::shared_ptr<View const>>::first);
  return found == views_.end() ? nullptr : found->second;
}

void Recent::put(std::string key, std::shared_ptr<View const> view) {
  std::scoped_lock const lock{mutex_};
  views_.emplace_front(std::move(key), std::move(view));
  if (views_.size() > most_views)
    views_.pop_back();
}

Result<std::shared_ptr<View const>> recall(Office const& office, At at) {
  if (office.recent == nullptr)
    return std::make_shared<View const>(TRY(load(office, at)));
  auto key = fmt::format("{} {} {}", TRY(office.store.head()), at.as_of.time_since_epoch().count(),
                         at.known_at.time_since_epoch().count());
  if (auto known = office.recent->find(key))
    return known;
  auto view = std::make_shared<View const>(TRY(load(office, at)));
  office.recent->put(std::move(key), view);
  return view;
}

} // namespace attache::office
