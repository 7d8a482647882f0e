// How well two values of a registry agree: level 1 is the same, the highest is different.
#pragma once

#include "resolve/registry.h"

namespace attache::resolve {

// Jaro's similarity with Winkler's bonus for an equal start, 0..1. Only the first 64 bytes count.
double jaro_winkler(std::string_view a, std::string_view b);
// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment); limit + 1 if more.
int edits(std::string_view a, std::string_view b, int limit);

// Two words of a name that are not equal: 2 short forms of one name, 3 a letter off, 4 alike or an initial, 5
// different.
std::uint8_t word_level(Registry::Value const& a, Registry::Value const& b);
// Two values that are not equal; 0 if one of them says nothing.
std::uint8_t level_of(Trait trait, Registry::Value const& a, Registry::Value const& b);

} // namespace attache::resolve
