// A request and a reply, free of any HTTP library.
#pragma once

#include "base/result.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attache::http {

struct Request {
  std::string method; // "GET"; HEAD comes as GET
  std::string path;   // percent-decoded, without query
  std::multimap<std::string, std::string> query;
  // Header fields; empty if absent.
  std::string host, origin, fetch_site, content_type, accept, accept_encoding, if_none_match;
  std::string body;
};

// Takes what is to be sent now; false if nobody listens any more.
using Write = std::function<bool(std::string_view)>;

struct Reply {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::function<void(Write const&)> stream; // instead of `body`: runs while the reply is sent
};

// 400, 404, 409, 422, 503 or 500.
int status_of(Fault fault);

// RFC 9457: application/problem+json; `instance` is the path asked for. `status` 0: that of the fault.
Reply problem(Error const& error, std::string_view instance, int status = 0);

} // namespace attache::http
