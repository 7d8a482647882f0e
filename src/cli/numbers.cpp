#include "cli/numbers.h"

#include <charconv>
#include <fmt/format.h>

namespace attache::cli {
namespace {

template <class Number>
std::optional<Number> parse(std::string_view word) {
  Number number{};
  auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc{} && end == word.data() + word.size() ? std::optional{number} : std::nullopt;
}

} // namespace

Result<double> number_option(Arguments const& arguments, std::string_view name, double otherwise, double least,
                             double most) {
  if (!arguments.has(name))
    return otherwise;
  auto const word = arguments.value(name);
  auto const number = parse<double>(word);
  if (!number || *number < least || *number > most)
    return fail(Fault::input, fmt::format("{} is '{}'", name, word), {},
                fmt::format("a number from {:g} to {:g}", least, most));
  return *number;
}

Result<std::int64_t> id_argument(std::string_view word) {
  auto const number = parse<std::int64_t>(word.starts_with('#') ? word.substr(1) : word);
  if (!number || *number < 1)
    return fail(Fault::input, fmt::format("'{}' is not a number of the office", word), {},
                "numbers stand in square brackets in the lists");
  return *number;
}

} // namespace attache::cli
