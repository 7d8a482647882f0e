// Network snapshots as files: written so that none is ever half there, opened by mapping.
#pragma once

#include "net/base.h"

#include <memory>
#include <string>
#include <string_view>

namespace attache::keep::net {

// Puts `block` in place of what is there, if anything, and waits until it is on the disk. Fault::unavailable.
Result<void> write_snapshot(std::string const& path, std::string_view block);

// A mapped snapshot; what came from base() must not outlive it.
class Snapshot {
public:
  // Fault::not_found if there is no such file, unavailable if it cannot be read, input if it is torn or foreign.
  static Result<Snapshot> open(std::string const& path);
  [[nodiscard]] attache::net::Base const& base() const { return base_; }

private:
  struct Unmap {
    std::size_t bytes = 0;
    void operator()(std::byte const* at) const;
  };
  using Memory = std::unique_ptr<std::byte const, Unmap>;
  Snapshot(Memory memory, attache::net::Base base) : memory_{std::move(memory)}, base_{base} {}
  Memory memory_;
  attache::net::Base base_;
};

} // namespace attache::keep::net
