#include "http/pack.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <zlib.h>

namespace attache::http {
namespace {

std::string unpacked(std::string packed, std::size_t size) {
  std::string bytes(size + 1, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  bytes.resize(stream.total_out);
  inflateEnd(&stream);
  return bytes;
}

} // namespace

TEST_CASE("what is packed unpacks to the same bytes") {
  CHECK(rc::check([](std::string const& bytes) { RC_ASSERT(unpacked(gzip(bytes), bytes.size()) == bytes); }));
  std::string const long_text(100'000, 'x');
  CHECK(gzip(long_text).size() < 1000);
}

TEST_CASE("gzip is sent to those who take it") {
  for (auto const* accept : {"gzip", "gzip, deflate, br", "br, gzip", "deflate, gzip;q=0.5", "*", "gzip;q=1.0"})
    CHECK(takes_gzip(accept));
  for (auto const* accept : {"", "br", "identity", "gzip;q=0", "gzip;q=0.0", "deflate,xgzip"})
    CHECK_FALSE(takes_gzip(accept));
}

TEST_CASE("text of more than a packet is worth packing, fonts and pictures are not") {
  CHECK(worth_packing("application/json", 5000));
  CHECK(worth_packing("text/html; charset=utf-8", 5000));
  CHECK_FALSE(worth_packing("application/json", 500));
  CHECK_FALSE(worth_packing("font/woff2", 50'000));
  CHECK_FALSE(worth_packing("application/pdf", 50'000));
}

} // namespace attache::http
