// Who shares a key: lists of numbered nodes by hashed key, that grow and shrink.
#pragma once

#include "resolve/number_map.h"

#include <vector>

namespace attache::resolve {

class Buckets {
public:
  static constexpr std::uint32_t none = UINT32_MAX;
  // More distinct bearers than this make a key common ground rather than a hint.
  static constexpr std::uint32_t cap = 60;

  // Adds `node` under `key`; `bearer` says who has the key: several nodes of one bearer count once. True if the key
  // has just become common ground.
  template <class BearerOf>
  bool add(std::uint64_t key, std::uint32_t node, BearerOf const& bearer_of) {
    auto const at = keys_.insert(key, static_cast<std::uint32_t>(buckets_.size()));
    if (at == buckets_.size())
      buckets_.emplace_back();
    auto& bucket = buckets_[at];
    bool const fresh = bucket.bearers <= cap && !has_bearer(bucket, bearer_of(node), bearer_of);
    bucket.first = link(node, bucket.first);
    ++bucket.nodes;
    bucket.bearers += fresh ? 1 : 0;
    return fresh && bucket.bearers == cap + 1;
  }

  // The same where it does not matter how many share the key; how many do now.
  std::uint32_t add(std::uint64_t key, std::uint32_t node) {
    auto const at = keys_.insert(key, static_cast<std::uint32_t>(buckets_.size()));
    if (at == buckets_.size())
      buckets_.emplace_back();
    buckets_[at].first = link(node, buckets_[at].first);
    return ++buckets_[at].nodes;
  }

  [[nodiscard]] bool crowded(std::uint64_t key) const {
    auto const at = keys_.find(key);
    return at != NumberMap::none && buckets_[at].bearers > cap;
  }
  [[nodiscard]] std::uint32_t nodes(std::uint64_t key) const {
    auto const at = keys_.find(key);
    return at == NumberMap::none ? 0 : buckets_[at].nodes;
  }
  template <class Visit>
  void each(std::uint64_t key, Visit const& visit) const {
    if (auto const at = keys_.find(key); at != NumberMap::none)
      for (auto i = buckets_[at].first; i != none; i = links_[i].next)
        visit(links_[i].node);
  }

private:
  struct Bucket {
    std::uint32_t first = none, nodes = 0, bearers = 0;
  };
  struct Link {
    std::uint32_t node = 0, next = none;
  };
  template <class BearerOf>
  [[nodiscard]] bool has_bearer(Bucket const& bucket, std::uint64_t bearer, BearerOf const& bearer_of) const {
    for (auto i = bucket.first; i != none; i = links_[i].next)
      if (bearer_of(links_[i].node) == bearer)
        return true;
    return false;
  }
  std::uint32_t link(std::uint32_t node, std::uint32_t next) {
    links_.push_back({.node = node, .next = next});
    return static_cast<std::uint32_t>(links_.size() - 1);
  }

  NumberMap keys_;
  std::vector<Bucket> buckets_;
  std::vector<Link> links_;
};

} // namespace attache::resolve
