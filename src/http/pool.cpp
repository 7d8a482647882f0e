#include "http/pool.h"

namespace attache::http {

Result<Pool::Lent> Pool::lend() {
  {
    std::scoped_lock const lock{mutex_};
    if (!free_.empty()) {
      auto store = std::move(free_.back());
      free_.pop_back();
      return Lent{*this, std::move(store)};
    }
  }
  return Lent{*this, TRY(open_())};
}

void Pool::give_back(std::unique_ptr<keep::Store> store) {
  std::scoped_lock const lock{mutex_};
  free_.push_back(std::move(store));
}

} // namespace attache::http
