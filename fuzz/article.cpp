// Any bytes are an article or a Fault::input; every claim's quote stands where its evidence says.
#include "read/article/article.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  attache::read::Known const known{.people = {"Lee Jae-yong", "이재용"}, .organisations = {"Nvidia", "삼성전자"}};
  auto const reading = attache::read::article({reinterpret_cast<char const*>(data), size}, "fuzz", known);
  if (!reading)
    return reading.error().fault == attache::Fault::input ? 0 : (std::abort(), 0);
  for (auto const& claim : reading->batch.claims) {
    auto const& e = claim.evidence;
    if (e.end > reading->source.text.size() || e.quote.empty() ||
        reading->source.text.compare(e.begin, e.end - e.begin, e.quote) != 0)
      std::abort();
  }
  return 0;
}
