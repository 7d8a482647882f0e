// Any bytes are a register or an input fault, and what is taught is text with letters.
#include "base/unicode.h"
#include "office/names_learnt.h"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const bytes(data, data + size);
  auto const found = attache::office::lessons(bytes, "fuzz");
  if (!found)
    return 0;
  for (auto const& lesson : *found)
    if (lesson.latin.empty() || !attache::is_utf8(lesson.latin) || !attache::is_utf8(lesson.hangul))
      std::abort();
  return 0;
}
