#include "see/spark.h"

#include "see/when.h"

namespace attache::see {

std::vector<int> spark(History const& history, Instant as_of, std::size_t periods, double days) {
  std::vector<int> counts(periods, 0);
  for (auto const& encounter : history.encounters) {
    auto const age = days_between(encounter.at, as_of) / days;
    if (age >= 0 && age < static_cast<double>(periods))
      ++counts[periods - 1 - static_cast<std::size_t>(age)];
  }
  return counts;
}

} // namespace attache::see
