// Views that were loaded lately, kept while the office has not changed.
#pragma once

#include "office/view.h"

#include <deque>
#include <memory>
#include <mutex>
#include <string>

namespace attache::office {

// For many threads. Holds a few views; a change of the office makes them useless by their keys.
class Recent {
public:
  std::shared_ptr<View const> find(std::string const& key);
  void put(std::string key, std::shared_ptr<View const> view);

private:
  std::mutex mutex_;
  std::deque<std::pair<std::string, std::shared_ptr<View const>>> views_; // the newest first
};

// load(), or what it gave before for the same head of the store and the same moments.
Result<std::shared_ptr<View const>> recall(Office const& office, At at);

} // namespace attache::office
