#include "http/message.h"

#include <nlohmann/json.hpp>

namespace attache::http {
namespace {

std::string_view title(Fault fault) {
  switch (fault) {
  case Fault::input: return "input";
  case Fault::not_found: return "not_found";
  case Fault::conflict: return "conflict";
  case Fault::infeasible: return "infeasible";
  case Fault::unavailable: return "unavailable";
  case Fault::internal: break;
  }
  return "internal";
}

} // namespace

int status_of(Fault fault) {
  switch (fault) {
  case Fault::input: return 400;
  case Fault::not_found: return 404;
  case Fault::conflict: return 409;
  case Fault::infeasible: return 422;
  case Fault::unavailable: return 503;
  case Fault::internal: break;
  }
  return 500;
}

Reply problem(Error const& error, std::string_view instance, int status) {
  auto const code = status == 0 ? status_of(error.fault) : status;
  nlohmann::ordered_json json{
      {"type", "about:blank"}, {"title", title(error.fault)}, {"status", code}, {"detail", error.what}};
  if (!instance.empty())
    json["instance"] = instance;
  if (!error.hint.empty())
    json["hint"] = error.hint;
  // What a request carries need not be UTF-8.
  return {.status = code,
          .content_type = "application/problem+json",
          .body = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)};
}

} // namespace attache::http
