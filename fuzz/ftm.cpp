// Any bytes are entities or an input fault, and what is handed on keeps the rules of batches.
#include "read/ftm.h"
#include "read/gather_test.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const bytes(data, data + size);
  auto const batch =
      attache::read::all_of([&](attache::Sink const& sink) { return attache::read::ftm(bytes, "fuzz", sink); });
  if (batch && !attache::read::broken_rule(*batch, size).empty())
    std::abort();
  return 0;
}
