// Any bytes are a calendar or an input fault, and what is handed on keeps the rules of batches.
#include "read/icalendar.h"
#include "read/article/entry.h"
#include "read/gather_test.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const bytes(data, data + size);
  static attache::read::OfTitles const titles{
      .find_guests = attache::read::title_reader(
          {.people = {"Lee Jae-yong", "이재용"}, .organisations = {"Nvidia"}, .owner = {"Hong Gildong", "홍길동"}}),
      .owner = "Hong Gildong"};
  auto const batch = attache::read::all_of([&](attache::Sink const& sink) {
    return attache::read::icalendar(bytes, "fuzz", attache::Day{std::chrono::year{2024} / 1 / 1}, sink, titles);
  });
  // Decoding may make a text three times as long.
  if (batch && !attache::read::broken_rule(*batch, 3 * size + 3).empty())
    std::abort();
  return 0;
}
