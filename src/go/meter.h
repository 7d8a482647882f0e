// Counts the steps of a search and says when it must stop.
#pragma once

#include "go/plan.h"

namespace attache::go {

class Meter {
public:
  explicit Meter(Effort const& effort) : effort_(effort) {}

  // Counts `steps` and asks the caller once in a while. True from the moment that the effort is spent.
  bool spend(std::int64_t steps) {
    done_ += steps;
    if (!spent_ && done_ >= next_) {
      if (beside_)
        done_ += beside_(period);
      next_ = done_ + period;
      spent_ = (effort_.work > 0 && done_ >= effort_.work) || (effort_.stop && effort_.stop());
    }
    return spent_;
  }
  // Whenever so many steps are done, `work` is given the number of them, does something of its own and returns the
  // steps that it took: two methods share one meter and one core, with the same bytes out.
  void share_with(std::function<std::int64_t(std::int64_t)> work) { beside_ = std::move(work); }
  [[nodiscard]] bool spent() const { return spent_; }
  [[nodiscard]] std::int64_t done() const { return done_; }

private:
  static constexpr std::int64_t period = 5'000; // about a millisecond
  Effort const& effort_;
  std::function<std::int64_t(std::int64_t)> beside_;
  std::int64_t done_ = 0, next_ = 0;
  bool spent_ = false;
};

} // namespace attache::go
