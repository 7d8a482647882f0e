#include "model/claim.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace attache {
namespace {

constexpr std::array<std::string_view, 5> kinds{"person", "organisation", "place", "contact", "trip"};
constexpr std::array<std::string_view, 7> realises{"asserted",  "reported", "planned", "possible",
                                                   "cancelled", "denied",   "photo"};
constexpr std::array<std::string_view, 6> voices{"own_record",   "narrator",  "named",
                                                 "organisation", "anonymous", "unspecified"};
constexpr std::array<std::string_view, 4> statuses{"proposed", "accepted", "rejected", "retracted"};

template <class Enum, std::size_t size>
Result<Enum> parse(std::array<std::string_view, size> const& names, std::string_view word, std::string_view idea) {
  auto const found = std::ranges::find(names, word);
  if (found == names.end())
    return fail(Fault::input, fmt::format("'{}' is not a {}", word, idea), {},
                fmt::format("one of: {}", fmt::join(names, ", ")));
  return static_cast<Enum>(found - names.begin());
}

} // namespace

std::string_view to_string(RecordKind kind) { return kinds.at(static_cast<std::size_t>(kind)); }
std::string_view to_string(Realis realis) { return realises.at(static_cast<std::size_t>(realis)); }
std::string_view to_string(Voice voice) { return voices.at(static_cast<std::size_t>(voice)); }
std::string_view to_string(Status status) { return statuses.at(static_cast<std::size_t>(status)); }

Result<Realis> parse_realis(std::string_view word) { return parse<Realis>(realises, word, "realis"); }
Result<Status> parse_status(std::string_view word) { return parse<Status>(statuses, word, "status"); }

} // namespace attache
