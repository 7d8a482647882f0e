#include "http/guard.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace attache::http {
namespace {

bool own_host(std::string_view host, int port) {
  constexpr std::array<std::string_view, 3> names{"127.0.0.1", "localhost", "[::1]"};
  return std::ranges::any_of(
      names, [&](auto name) { return host == fmt::format("{}:{}", name, port) || (port == 80 && host == name); });
}

bool changes(Request const& request) { return request.method != "GET"; }

bool is_json(std::string_view content_type) {
  auto const type = content_type.substr(0, content_type.find(';'));
  return type == "application/json" || type == "application/json ";
}

char const* policy(Content content) {
  switch (content) {
  case Content::page: break;
  case Content::document:
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
           "form-action 'none'; frame-ancestors 'self'; sandbox";
  case Content::file: return "frame-ancestors 'self'"; // viewers of browsers are pages themselves and fail under more
  }
  return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
         "connect-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; "
         "form-action 'none'; frame-ancestors 'none'";
}

std::optional<Reply> refuse(Request const& request, int status, std::string what, std::string hint) {
  return problem({.fault = Fault::input, .what = std::move(what), .hint = std::move(hint)}, request.path, status);
}

} // namespace

std::optional<Reply> refusal(Request const& request, int port) {
  if (!own_host(request.host, port))
    return refuse(request, 403, fmt::format("'{}' is not the name of this server", request.host),
                  fmt::format("use http://127.0.0.1:{}", port));
  if (!request.origin.empty() && request.origin != "http://" + request.host)
    return refuse(request, 403, fmt::format("pages of {} may not ask this server", request.origin), "");
  // Browsers say who makes a request: "none" is the person (address bar, bookmark). A link from elsewhere may open the
  // page, which then asks for itself.
  auto const elsewhere = request.fetch_site == "cross-site" || request.fetch_site == "same-site";
  if (elsewhere && (changes(request) || request.path.starts_with("/api/")))
    return refuse(request, 403, "pages of other sites may not ask this server", "");
  if (changes(request) && !is_json(request.content_type))
    return refuse(request, 415, "what is to be changed must come as JSON", "send Content-Type: application/json");
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> safe_headers(Content content) {
  return {{"Content-Security-Policy", policy(content)},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", content == Content::page ? "DENY" : "SAMEORIGIN"},
          {"Referrer-Policy", "no-referrer"},
          {"Cross-Origin-Opener-Policy", "same-origin"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"}};
}

} // namespace attache::http
