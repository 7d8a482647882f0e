// Any bytes are records or an input fault, and what is handed on keeps the rules of batches.
#include "read/senzing.h"
#include "read/detect.h"
#include "read/gather_test.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const bytes(data, data + size);
  auto const batch =
      attache::read::all_of([&](attache::Sink const& sink) { return attache::read::senzing(bytes, "fuzz", sink); });
  if (batch && !attache::read::broken_rule(*batch, size).empty())
    std::abort();
  attache::read::detect(bytes, "fuzz");
  return 0;
}
