// Numbers among the arguments.
#pragma once

#include "cli/command.h"

namespace attache::cli {

// The option's number, or `otherwise` if it is not given. Fault::input unless it is in [least, most].
Result<double> number_option(Arguments const& arguments, std::string_view name, double otherwise, double least,
                             double most);
// A positive whole number, "12" or "#12". Fault::input.
Result<std::int64_t> id_argument(std::string_view word);

} // namespace attache::cli
