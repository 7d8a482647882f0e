// Work that may be shared out among threads by whoever has threads; engines have none.
#pragma once

#include <cstddef>
#include <functional>

namespace attache {

// Calls part(0) ... part(count - 1), each once, in any order, some of them at the same time; returns when all are done.
using ForEach = std::function<void(std::size_t count, std::function<void(std::size_t)> const& part)>;

// One after the other.
inline void in_turn(std::size_t count, std::function<void(std::size_t)> const& part) {
  for (std::size_t i = 0; i < count; ++i)
    part(i);
}

} // namespace attache
