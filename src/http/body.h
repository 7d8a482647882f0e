// The members of a request's body, each of the kind that is wanted. Fault::input names the member that is not.
#pragma once

#include "base/result.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace attache::http {

using Json = nlohmann::ordered_json;

// Empty if absent.
Result<std::string> text(Json const& body, std::string const& member, std::size_t longest = 2000);
Result<std::vector<std::string>> texts_if_any(Json const& body, std::string const& member);
// Must be there.
Result<std::int64_t> number_of(Json const& body, std::string const& member);
Result<std::vector<std::string>> texts(Json const& body, std::string const& member);
// False if absent.
Result<bool> flag(Json const& body, std::string const& member);
Result<double> amount(Json const& body, std::string const& member, double least, double most, double otherwise);

} // namespace attache::http
