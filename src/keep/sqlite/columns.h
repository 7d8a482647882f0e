// Small numbers and texts as bytes, column after column, deflated: what packs (pack.h) are made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attache::keep::sqlite {

// A column that is written: numbers in 1 to 10 bytes, the small ones short, whichever sign.
class ColumnWriter {
public:
  void natural(std::uint64_t value);
  void number(std::int64_t value); // also negative
  void text(std::string_view value);
  void append(std::string_view bytes) { bytes_ += bytes; }
  [[nodiscard]] std::string const& bytes() const { return bytes_; }

private:
  std::string bytes_;
};

// A column that is read. What ends too early gives zeros and empty texts, and good() is false from then on.
class ColumnReader {
public:
  ColumnReader() = default;
  explicit ColumnReader(std::string_view bytes) : bytes_{bytes} {}
  std::uint64_t natural();
  std::int64_t number();
  std::string_view text();
  std::string_view take(std::uint64_t size);
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] std::string_view rest() const;

private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
};

std::string deflated(std::string_view bytes);
// Nothing if these bytes are none of deflated(), or damaged.
std::optional<std::string> inflated(std::string_view bytes);

} // namespace attache::keep::sqlite
