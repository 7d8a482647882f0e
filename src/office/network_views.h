// Views of the network in the shapes of api/openapi.yaml: the office, today, ties, people, organisations, paths.
#pragma once

#include "office/view.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace attache::office {

using Json = nlohmann::ordered_json;

Result<Json> office_page(Office const& office, At at);
Result<Json> today(Office const& office, At at);

// The principal's ties, those to restore first on top, then the strongest. `state` empty: all.
Result<Json> ties(Office const& office, std::string_view state, std::size_t limit, At at);

// The best matches first; everyone by name if `query` is empty.
Result<Json> people(Office const& office, std::string_view query, std::size_t limit, At at);
Result<Json> organisations(Office const& office, std::string_view query, std::size_t limit, At at);
// One page, by name, e-mail or "#id". Fault::not_found.
Result<Json> person(Office const& office, std::string_view query, At at);
Result<Json> organisation(Office const& office, std::string_view query, At at);

struct PathRequest {
  std::string to, from; // name, e-mail or "#id"; from empty: the principal
  int k = 5, max_hops = 4;
  std::vector<std::string> exclude; // people
};
Result<Json> paths(Office const& office, PathRequest const& request, At at);

// The strongest `limit` people with all ties among them.
Result<Json> network(Office const& office, std::size_t limit, At at);
Result<Json> coverage(Office const& office, At at);
Result<Json> landscape(Office const& office, At at);

} // namespace attache::office
