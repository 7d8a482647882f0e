// Where what was worked out from an office may be put, so that it need not be worked out again.
#pragma once

#include <optional>
#include <string>

namespace attache::office {

// Derived data only, under keys that name everything it was derived from: it may be lost at any time, is never a source
// of truth, and is no part of the office. Called by several threads.
class Shelf {
public:
  virtual ~Shelf() = default;
  virtual std::optional<std::string> find(std::string const& key) = 0;
  virtual void put(std::string const& key, std::string const& text) = 0; // failing is no fault
};

} // namespace attache::office
