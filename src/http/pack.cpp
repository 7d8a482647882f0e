#include "http/pack.h"

#include <algorithm>
#include <array>
#include <new>
#include <zlib.h>

namespace attache::http {
namespace {

constexpr std::size_t one_packet = 1400;
constexpr int gzip_window = 15 + 16; // zlib: 16 more means a gzip header
constexpr int quick = 5, memory_level = 8;

} // namespace

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, quick, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc{};
  std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  // zlib does not write to its input; its type is older than const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH); // cannot fail: deflateBound says how much is enough
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

bool worth_packing(std::string_view content_type, std::size_t size) {
  constexpr std::array<std::string_view, 5> types{"text/", "application/json", "application/problem+json",
                                                  "application/javascript", "image/svg+xml"};
  return size > one_packet && std::ranges::any_of(types, [&](auto type) { return content_type.starts_with(type); });
}

bool takes_gzip(std::string_view accept_encoding) {
  for (auto rest = accept_encoding; !rest.empty();) {
    auto const end = std::min(rest.find(','), rest.size());
    auto item = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    item.remove_prefix(std::min(item.find_first_not_of(' '), item.size()));
    if (item == "gzip" || item == "*")
      return true;
    if (item.starts_with("gzip;"))
      return item.find("q=0") == std::string_view::npos ||
             item.find_first_of("123456789", item.find("q=0")) != std::string_view::npos;
  }
  return false;
}

} // namespace attache::http
