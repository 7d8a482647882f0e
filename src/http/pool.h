// Stores for the threads of a server: each is used by one request at a time and kept for the next.
#pragma once

#include "office/office.h"

#include <functional>
#include <mutex>

namespace attache::http {

using OpenStore = std::function<Result<std::unique_ptr<keep::Store>>()>;

class Pool {
public:
  explicit Pool(OpenStore open) : open_{std::move(open)} {}

  // Gives its store back when it goes. Must not outlive the Pool.
  class Lent {
  public:
    Lent(Pool& pool, std::unique_ptr<keep::Store> store) : pool_{&pool}, store_{std::move(store)} {}
    Lent(Lent&&) noexcept = default;
    Lent& operator=(Lent&&) = delete;
    ~Lent() {
      if (store_)
        pool_->give_back(std::move(store_));
    }
    keep::Store& operator*() const { return *store_; }

  private:
    Pool* pool_;
    std::unique_ptr<keep::Store> store_;
  };

  // One that is free, else a new one; the faults of opening it.
  Result<Lent> lend();

private:
  void give_back(std::unique_ptr<keep::Store> store);

  OpenStore open_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<keep::Store>> free_;
};

} // namespace attache::http
