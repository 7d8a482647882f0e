#include "keep/sqlite/columns.h"

#include <new>
#include <zlib.h>

namespace attache::keep::sqlite {
namespace {

constexpr int level = 3;                // six takes three times as long for a twentieth less
constexpr std::uint64_t densest = 1100; // zlib makes nothing smaller than a 1,032nd

} // namespace

void ColumnWriter::natural(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7)
    bytes_ += static_cast<char>(static_cast<unsigned char>(value | 0x80));
  bytes_ += static_cast<char>(static_cast<unsigned char>(value));
}

void ColumnWriter::number(std::int64_t value) {
  auto const bits = static_cast<std::uint64_t>(value);
  natural((bits << 1) ^ (value < 0 ? ~std::uint64_t{0} : 0));
}

void ColumnWriter::text(std::string_view value) {
  natural(value.size());
  bytes_ += value;
}

std::uint64_t ColumnReader::natural() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && at_ < bytes_.size(); shift += 7) {
    auto const byte = static_cast<unsigned char>(bytes_[at_++]);
    value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
    if (byte < 0x80)
      return value;
  }
  good_ = false;
  return 0;
}

std::int64_t ColumnReader::number() {
  auto const bits = natural();
  return static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
}

std::string_view ColumnReader::text() { return take(natural()); }

std::string_view ColumnReader::take(std::uint64_t size) {
  good_ = good_ && size <= bytes_.size() - at_;
  if (!good_)
    return {};
  auto const taken = bytes_.substr(at_, size);
  at_ += size;
  return taken;
}

std::string_view ColumnReader::rest() const { return bytes_.substr(at_); }

std::string deflated(std::string_view bytes) {
  ColumnWriter out;
  out.natural(bytes.size());
  auto const head = out.bytes();
  auto size = compressBound(bytes.size());
  std::string packed(head.size() + size, '\0');
  packed.replace(0, head.size(), head);
  if (compress2(reinterpret_cast<Bytef*>(packed.data() + head.size()), &size,
                reinterpret_cast<Bytef const*>(bytes.data()), bytes.size(), level) != Z_OK)
    throw std::bad_alloc{}; // the only way to fail here
  packed.resize(head.size() + size);
  return packed;
}

std::optional<std::string> inflated(std::string_view bytes) {
  ColumnReader head{bytes};
  auto size = static_cast<uLongf>(head.natural());
  if (!head.good() || size / densest > bytes.size())
    return std::nullopt;
  auto const packed = head.rest();
  std::string plain(size, '\0');
  auto const stated = size;
  if (uncompress(reinterpret_cast<Bytef*>(plain.data()), &size, reinterpret_cast<Bytef const*>(packed.data()),
                 packed.size()) != Z_OK ||
      size != stated)
    return std::nullopt;
  return plain;
}

} // namespace attache::keep::sqlite
