// What shelves of tests share: texts in memory.
#pragma once

#include "office/shelf.h"

#include <map>
#include <optional>
#include <string>

namespace attache::office {

// A Shelf, or a kind of shelf (`Base`), that keeps texts; whatever else it can is left to who derives from it.
template <class Base>
class TextShelf : public Base {
public:
  std::optional<std::string> find(std::string const& key) override {
    auto const found = texts.find(key);
    return found == texts.end() ? std::nullopt : std::optional{found->second};
  }
  void put(std::string const& key, std::string const& text) override { texts[key] = text; }

  std::map<std::string, std::string> texts;
};

} // namespace attache::office
