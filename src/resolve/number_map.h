// A small map from 64-bit hashes to numbers: open addressing, so that millions of keys take 12 to 24 bytes each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace attache::resolve {

// FNV-1a: the same on every machine, which std::hash does not promise.
constexpr std::uint64_t hash_of(std::string_view text, std::uint64_t start = 14695981039346656037U) {
  for (auto const c : text)
    start = (start ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return start;
}

class NumberMap {
public:
  static constexpr std::uint32_t none = UINT32_MAX;

  [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
    if (slots_.empty())
      return none;
    auto const& slot = slots_[place(key)];
    return slot.number;
  }
  // The number of `key`, which is `fresh` if the key is new.
  std::uint32_t insert(std::uint64_t key, std::uint32_t fresh) {
    if (4 * (size_ + 1) > 3 * slots_.size())
      grow();
    auto& slot = slots_[place(key)];
    if (slot.number == none) {
      slot = {.key = key, .number = fresh};
      ++size_;
    }
    return slot.number;
  }
  // Gives `key` another number.
  void set(std::uint64_t key, std::uint32_t number) {
    insert(key, number);
    slots_[place(key)].number = number;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = none;
  };
  [[nodiscard]] std::size_t place(std::uint64_t key) const {
    auto const mask = slots_.size() - 1;
    auto at = static_cast<std::size_t>(key * 0x9E3779B97F4A7C15U >> 20U) & mask;
    while (slots_[at].number != none && slots_[at].key != key)
      at = (at + 1) & mask;
    return at;
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (auto const& slot : old)
      if (slot.number != none)
        slots_[place(slot.key)] = slot;
  }
  std::vector<Slot> slots_; // a power of two of them
  std::size_t size_ = 0;
};

} // namespace attache::resolve
