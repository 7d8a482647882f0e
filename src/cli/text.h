// Plain text for people: columns that line up in any script, and numbers as one reads them.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace attache::cli {

// Rows of cells; every column as wide as its widest cell (East Asian characters count two), the last one free.
// A column whose cells are all numbers is set flush right. `indent` spaces before each row.
void table(std::ostream& out, std::vector<std::vector<std::string>> const& rows, int indent = 2);

// "1,234", "12.4 %", "532.9 billion USD".
std::string count(long long number);
std::string percent(double share);
std::string money(double amount, std::string_view currency);
// "1 person", "3 people".
std::string plural(long long number, std::string_view one, std::string_view many);

} // namespace attache::cli
