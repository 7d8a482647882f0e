// A shelf of files in the user's cache folder: what a later command need not work out again.
#pragma once

#include "office/block_shelf.h"

#include <functional>
#include <memory>
#include <string>

namespace attache::cli {

// How contact networks are put into files and mapped from them; made by the composition root.
struct BlockFiles {
  std::function<std::optional<office::Block>(std::string const& path)> open; // nothing if it is not there or damaged
  std::function<void(std::string const& path, std::string_view block)> write;
};

// In `folder`, made when first needed; empty: keeps nothing. Entries of another `maker` (which names the program that
// works things out) are never found. At most 64 entries and 8 contact networks, the oldest go first. Safe for many
// processes.
std::unique_ptr<office::BlockShelf> file_shelf(std::string folder, std::string maker, BlockFiles blocks = {});

} // namespace attache::cli
