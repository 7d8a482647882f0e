// Numbers and texts one after the other in a string, and out of it again.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace attache::office {

class Packer {
public:
  void number(std::int64_t value) { bytes_.append(reinterpret_cast<char const*>(&value), sizeof value); }
  void text(std::string_view value) {
    number(static_cast<std::int64_t>(value.size()));
    bytes_.append(value);
  }
  template <class List, class F>
  void list(List const& values, F one) {
    number(static_cast<std::int64_t>(values.size()));
    for (auto const& value : values)
      one(value);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
  std::string bytes_;
};

// What ends too early gives zeros and empty texts, and good() is false from then on.
class Unpacker {
public:
  explicit Unpacker(std::string_view bytes) : bytes_{bytes} {}
  std::int64_t number() {
    std::int64_t value = 0;
    if (take(sizeof value))
      std::memcpy(&value, bytes_.data() + at_ - sizeof value, sizeof value);
    return value;
  }
  std::string_view text() {
    auto const size = static_cast<std::uint64_t>(number());
    return take(size) ? bytes_.substr(at_ - size, size) : std::string_view{};
  }
  // Calls one() for each value of a list.
  template <class F>
  void list(F one) {
    for (auto count = number(); good_ && count > 0; --count)
      one();
  }
  [[nodiscard]] bool good() const { return good_; }

private:
  bool take(std::uint64_t size) {
    good_ = good_ && size <= bytes_.size() - at_;
    at_ += good_ ? size : 0;
    return good_;
  }
  std::string_view bytes_;
  std::uint64_t at_ = 0;
  bool good_ = true;
};

} // namespace attache::office
