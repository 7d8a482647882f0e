// What the office already knows, as far as it sharpens the reading of an article.
#pragma once

#include <string>
#include <vector>

namespace attache::read {

struct Known {
  std::vector<std::string> people;        // full names, any script, in the order they are written
  std::vector<std::string> organisations; // names and short forms
  std::vector<std::string> owner;         // of a calendar: the names of whose it is
};

} // namespace attache::read
