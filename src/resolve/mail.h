// Addresses in the form in which they are compared.
#pragma once

#include <string>
#include <string_view>

namespace attache::resolve {

// "https://www.Hanbit.example/" -> "hanbit.example"; the path keeps its case folded too.
std::string url_key(std::string_view url);

} // namespace attache::resolve
