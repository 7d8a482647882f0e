#include "go/trios.h"

#include <algorithm>

namespace attache::go {
namespace {

constexpr double violation = 0.02; // a cut must be broken by this much

class Separation {
public:
  Separation(Instance const& instance, std::vector<SharedRoute> const& routes)
      : routes_(routes), together_(std::size_t(instance.candidates), std::size_t(instance.candidates)),
        routes_of_(std::size_t(instance.candidates)) {
    for (int r = 0; r < static_cast<int>(routes.size()); ++r)
      for (auto const a : routes[std::size_t(r)].candidates) {
        routes_of_[std::size_t(a)].push_back(r);
        for (auto const b : routes[std::size_t(r)].candidates)
          together_(a, b) += routes[std::size_t(r)].share;
      }
  }

  std::vector<std::pair<double, Trio>> run() {
    auto const n = static_cast<int>(routes_of_.size());
    for (int a = 0; a < n; ++a)
      for (int b = a + 1; b < n; ++b)
        if (!routes_of_[std::size_t(a)].empty() && !routes_of_[std::size_t(b)].empty())
          for (int c = b + 1; c < n; ++c)
            consider({a, b, c});
    return std::move(found_);
  }

private:
  // Routes with all three were counted three times and count once.
  void consider(Trio const& trio) {
    auto const [a, b, c] = trio;
    auto sum = together_(a, b) + together_(a, c) + together_(b, c);
    if (sum <= 1 + violation)
      return;
    for (auto const r : routes_of_[std::size_t(a)]) {
      auto const& [share, candidates] = routes_[std::size_t(r)];
      if (std::ranges::binary_search(candidates, b) && std::ranges::binary_search(candidates, c))
        sum -= 2 * share;
    }
    if (sum > 1 + violation)
      found_.emplace_back(sum - 1, trio);
  }

  std::vector<SharedRoute> const& routes_;
  Table<double> together_;
  std::vector<std::vector<int>> routes_of_; // per candidate
  std::vector<std::pair<double, Trio>> found_;
};

} // namespace

std::vector<Trio> broken_by(Instance const& instance, std::vector<SharedRoute> const& routes,
                            std::vector<Trio> const& known, std::size_t most) {
  auto found = Separation{instance, routes}.run();
  std::ranges::sort(
      found, [](auto const& x, auto const& y) { return x.first != y.first ? x.first > y.first : x.second < y.second; });
  std::vector<Trio> trios;
  for (auto const& [by, trio] : found)
    if (trios.size() < most && std::ranges::find(known, trio) == known.end())
      trios.push_back(trio);
  return trios;
}

} // namespace attache::go
