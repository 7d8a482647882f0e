// A shelf of files in the user's cache folder: what a later command need not work out again.
#pragma once

#include "office/shelf.h"

#include <memory>
#include <string>

namespace attache::cli {

// In `folder`, made when first needed; empty: keeps nothing. Entries of another `maker` (which names the program that
// works things out) are never found. At most 64 entries, the oldest go first. Safe for many processes.
std::unique_ptr<office::Shelf> file_shelf(std::string folder, std::string maker);

} // namespace attache::cli
