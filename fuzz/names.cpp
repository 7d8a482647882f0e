// Two names, parted by a line end: parsing, comparing and company reading hold for any bytes.
#include "resolve/names.h"
#include "base/unicode.h"
#include "resolve/company_name.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace attache;
  std::string const bytes(data, data + size);
  auto const end = std::min(bytes.find('\n'), bytes.size());
  auto const a = nfc(bytes.substr(0, end));
  auto const b = nfc(bytes.substr(std::min(end + 1, bytes.size())));
  auto const one = resolve::compare_names(a, b).match;
  auto const other = resolve::compare_names(b, a).match;
  if (one.agreement != other.agreement)
    std::abort();
  auto const x = resolve::parse_company(a);
  auto const y = resolve::parse_company(b);
  if (resolve::match_companies(x, y, {}).agreement != resolve::match_companies(y, x, {}).agreement)
    std::abort();
  return 0;
}
