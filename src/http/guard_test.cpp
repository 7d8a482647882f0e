#include "http/guard.h"

#include <doctest/doctest.h>

namespace attache::http {
namespace {

constexpr int port = 7878;

Request asked(std::string method = "GET", std::string path = "/api/v1/today") {
  return {.method = std::move(method),
          .path = std::move(path),
          .host = "127.0.0.1:7878",
          .content_type = "application/json"};
}

int status(Request const& request) {
  auto const refused = refusal(request, port);
  return refused ? refused->status : 200;
}

} // namespace

TEST_CASE("only a host name of this server on this computer is answered") {
  auto request = asked();
  for (auto const* host : {"127.0.0.1:7878", "localhost:7878", "[::1]:7878"}) {
    request.host = host;
    CHECK(status(request) == 200);
  }
  for (auto const* host : {"", "127.0.0.1", "127.0.0.1:80", "evil.example:7878", "localhost:7878.evil.example",
                           "LOCALHOST:7878", "127.0.0.2:7878"}) {
    request.host = host;
    CHECK(status(request) == 403);
  }
}

TEST_CASE("a page of another origin may neither read nor change") {
  for (auto const* method : {"GET", "POST"}) {
    auto request = asked(method);
    for (auto const* origin : {"https://evil.example", "null", "http://127.0.0.1:3000", "http://localhost:7878",
                               "https://127.0.0.1:7878", "http://127.0.0.1:7878.evil.example"}) {
      request.origin = origin;
      CHECK(status(request) == 403);
    }
    request.origin = "http://127.0.0.1:7878";
    CHECK(status(request) == 200);
  }
}

TEST_CASE("what a browser says came from elsewhere is refused, but a link from elsewhere may open the page") {
  for (auto const* site : {"cross-site", "same-site"}) {
    auto request = asked();
    request.fetch_site = site;
    CHECK(status(request) == 403);
    request.path = "/";
    CHECK(status(request) == 200);
    request.method = "POST";
    CHECK(status(request) == 403);
  }
  for (auto const* site : {"same-origin", "none", ""}) {
    auto request = asked("POST");
    request.fetch_site = site;
    CHECK(status(request) == 200);
  }
}

TEST_CASE("a change that is not JSON is refused: another site's form cannot send JSON unasked") {
  auto request = asked("POST");
  for (auto const* type : {"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
                           "text/plain; application/json", "application/jsonp"}) {
    request.content_type = type;
    CHECK(status(request) == 415);
  }
  request.content_type = "application/json; charset=utf-8";
  CHECK(status(request) == 200);
}

TEST_CASE("every page is told to run only scripts of this server, and a document none at all") {
  auto const policy = [](Content content) { return safe_headers(content).front().second; };
  CHECK(policy(Content::page).find("script-src 'self'") != std::string::npos);
  CHECK(policy(Content::page).find("unsafe") == std::string::npos);
  CHECK(policy(Content::document).find("script-src") == std::string::npos);
  CHECK(policy(Content::document).find("default-src 'none'") != std::string::npos);
}

} // namespace attache::http
