#include "http/body.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::http {

Result<std::string> text(Json const& body, std::string const& member, std::size_t longest) {
  auto const found = body.find(member);
  if (found == body.end())
    return std::string{};
  if (!found->is_string() || found->get_ref<std::string const&>().size() > longest)
    return fail(Fault::input, fmt::format("'{}' is a text of at most {} bytes", member, longest));
  return found->get<std::string>();
}

Result<std::int64_t> number_of(Json const& body, std::string const& member) {
  auto const found = body.find(member);
  if (found == body.end() || !found->is_number_integer())
    return fail(Fault::input, fmt::format("'{}' is a whole number", member));
  return found->get<std::int64_t>();
}

Result<std::vector<std::string>> texts(Json const& body, std::string const& member) {
  auto const found = body.find(member);
  std::vector<std::string> items;
  if (found == body.end() || !found->is_array())
    return fail(Fault::input, fmt::format("'{}' is a list of texts", member));
  for (auto const& item : *found) {
    if (!item.is_string())
      return fail(Fault::input, fmt::format("'{}' is a list of texts", member));
    items.push_back(item.get<std::string>());
  }
  return items;
}

Result<std::vector<std::string>> texts_if_any(Json const& body, std::string const& member) {
  return body.contains(member) ? texts(body, member) : std::vector<std::string>{};
}

Result<bool> flag(Json const& body, std::string const& member) {
  auto const found = body.find(member);
  if (found == body.end())
    return false;
  if (!found->is_boolean())
    return fail(Fault::input, fmt::format("'{}' is true or false", member));
  return found->get<bool>();
}

Result<double> amount(Json const& body, std::string const& member, double least, double most, double otherwise) {
  auto const found = body.find(member);
  if (found == body.end())
    return otherwise;
  if (!found->is_number() || !(found->get<double>() >= least && found->get<double>() <= most))
    return fail(Fault::input, fmt::format("'{}' is a number from {} to {}", member, least, most));
  return found->get<double>();
}

} // namespace attache::http
