// Any bytes are cards or an input fault, and what is handed on keeps the rules of batches.
#include "read/vcard.h"
#include "read/gather_test.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const bytes(data, data + size);
  auto const batch =
      attache::read::all_of([&](attache::Sink const& sink) { return attache::read::vcard(bytes, "fuzz", sink); });
  // Decoding may make a text three times as long.
  if (batch && !attache::read::broken_rule(*batch, 3 * size + 3).empty())
    std::abort();
  return 0;
}
