// A shelf that keeps contact networks too, mapped rather than loaded.
#pragma once

#include "net/base.h"
#include "office/shelf.h"

#include <memory>
#include <string_view>

namespace attache::office {

// A contact network as it lies somewhere, checked.
struct Block {
  std::shared_ptr<void const> owner; // of the bytes
  net::Base base;
};

class BlockShelf : public Shelf {
public:
  virtual std::optional<Block> find_block(std::string const& key) = 0; // a damaged one is not found
  virtual void put_block(std::string const& key, std::string_view block) = 0;
};

} // namespace attache::office
