// Any bytes are a network snapshot or an input fault; what passes answers every question without leaving the block.
#include "net/checksum.h"
#include "net/reach.h"

#include <cstdint>
#include <cstring>
#include <vector>

using namespace attache::net;

namespace {

// Also with sums that add up, so that what lies behind them is tried too. Where they stand: net/base.cpp.
void mend(std::vector<std::uint64_t>& words, std::size_t size) {
  constexpr std::size_t header = 224;
  auto const bytes = std::as_writable_bytes(std::span{words}).first(size);
  if (size < header)
    return;
  words[2] = size;
  words[3] = checksum(bytes.subspan(header));
  words[header / 8 - 1] = checksum(bytes.first(header - 8));
}

void ask(std::span<std::byte const> bytes) {
  auto const base = Base::read(bytes);
  if (!base)
    return;
  Graph const graph{*base};
  attache::Instant const at{std::chrono::days{19000}};
  Lens lens{graph, at, fading()};
  if (base->people() == 0)
    return;
  for (Node person = 0; person < std::min(base->people(), 50U); ++person)
    best_routes(lens, {.starts = {person}, .target = 0, .k = 3});
  two_steps(lens, 0, {.sector = 1});
  std::vector<double> all(base->ties());
  sums(*base, at, all);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::vector<std::uint64_t> words(size / 8 + 1);
  std::memcpy(words.data(), data, size);
  ask(std::as_bytes(std::span{words}).first(size));
  mend(words, size);
  ask(std::as_bytes(std::span{words}).first(size));
  return 0;
}
