#include "resolve/objection.h"

#include "resolve/tally.h"

#include <algorithm>
#include <array>

namespace attache::resolve {

std::string_view to_string(Objection objection) {
  constexpr std::array<std::string_view, 5> words{"none", "kinds", "evidence", "source", "size"};
  return words.at(static_cast<std::size_t>(objection));
}

bool listed_twice(Entity const& a, Entity const& b) {
  for (auto const& [source, marks] : a.listed)
    for (auto const& [other, others] : b.listed)
      if (source == other && common(marks, others) == nullptr)
        return true;
  return false;
}

bool too_many(Entity const& a, Entity const& b) {
  constexpr std::size_t most = 16;
  auto const together = [](Strings const& x, Strings const& y) {
    auto const more =
        std::ranges::count_if(y, [&](auto const& value) { return std::ranges::find(x, value) == x.end(); });
    return x.size() + static_cast<std::size_t>(more);
  };
  return (a.emails.size() + b.emails.size() > most && together(a.emails, b.emails) > most) ||
         (a.phones.size() + b.phones.size() > most && together(a.phones, b.phones) > most) ||
         a.names.size() + b.names.size() > 2 * most;
}

} // namespace attache::resolve
