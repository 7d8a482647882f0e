// Any bytes are a table or an input fault, and what is handed on keeps the rules of batches.
#include "read/csv.h"
#include "read/detect.h"
#include "read/gather_test.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const bytes(data, data + size);
  auto const batch =
      attache::read::all_of([&](attache::Sink const& sink) { return attache::read::csv(bytes, "fuzz", sink); });
  // Decoding may make a text three times as long.
  if (batch && !attache::read::broken_rule(*batch, 3 * size + 3).empty())
    std::abort();
  // What detect() takes for a table, csv() reads.
  if (attache::read::is_csv(attache::read::detect(bytes, "fuzz")) && !batch)
    std::abort();
  return 0;
}
