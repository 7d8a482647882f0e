#include "http/route.h"

#include "keep/memory/store.h"

#include <doctest/doctest.h>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace attache::http {
namespace {

// method and path of every operation in api/openapi.yaml; its layout is fixed by the linter of web/.
std::map<std::string, std::string> described() {
  std::map<std::string, std::string> operations;
  std::ifstream file{"api/openapi.yaml"};
  std::string path, method;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("  /") && line.ends_with(':'))
      path = line.substr(2, line.size() - 3);
    else if (line == "    get:" || line == "    post:")
      method = line == "    get:" ? "GET" : "POST";
    else if (line.starts_with("      operationId: "))
      operations[method + " " + path] = line.substr(std::string_view{"      operationId: "}.size());
  }
  return operations;
}

Result<Reply> echo(Call const& call) {
  auto const at = TRY(call.at());
  return Reply{.body = std::to_string(TRY(call.id())) + " " + instant_string(at.as_of) + " " +
                       std::to_string(TRY(call.limit()))};
}
std::vector<Route> const table{{"GET", "/things/{id}", "thing", {"as_of", "limit"}, echo},
                               {"POST", "/things/{id}", "change", {}, echo}};

Reply ask(std::string const& method, std::string const& path, std::multimap<std::string, std::string> query = {}) {
  auto const store = keep::memory::open();
  return answer(table, {.store = *store, .now = Instant{std::chrono::seconds{1'700'000'000}}},
                {.method = method, .path = "/api/v1" + path, .query = std::move(query)}, path);
}

} // namespace

TEST_CASE("the table has exactly the operations that the contract describes") {
  std::map<std::string, std::string> rows;
  for (auto const& route : routes())
    rows[std::string{route.method} + " " + std::string{route.pattern}] = route.operation;
  CHECK(rows == described());
  CHECK(rows.size() > 20);
}

TEST_CASE("a row that takes a while tells how far it is, then answers, and hears when nobody listens") {
  static bool ended = false;
  std::vector<Route> const slow{
      {"POST", "/count", "count", {}, nullptr, [](Call const&, Stream const& stream) -> Result<Json> {
         stream.tell(Json{{"value", 1}});
         ended = stream.ended();
         if (ended)
           return fail(Fault::infeasible, "nobody listens");
         return Json{{"sum", 1}};
       }}};
  Request const request{.method = "POST", .path = "/api/v1/count", .accept = "text/event-stream"};
  CHECK(can_stream(slow, request, "/count"));
  CHECK_FALSE(can_stream(slow, {.method = "POST", .path = "/api/v1/count", .accept = "application/json"}, "/count"));
  CHECK_FALSE(can_stream(slow, request, "/other"));
  auto const store = keep::memory::open();
  std::string sent;
  auto listening = true;
  auto const write = [&](std::string_view text) {
    sent += text;
    return listening;
  };
  stream(slow, {.store = *store}, request, "/count", write, [] { return false; });
  CHECK(sent == "event: progress\ndata: {\"value\":1}\n\nevent: done\ndata: {\"sum\":1}\n\n");
  CHECK_FALSE(ended);
  listening = false;
  stream(slow, {.store = *store}, request, "/count", write, [] { return false; });
  CHECK(ended);
  listening = true;
  sent.clear();
  stream(slow, {.store = *store}, request, "/count", write, [] { return true; });
  CHECK(sent.find("event: problem\ndata: {") != std::string::npos);
}

TEST_CASE("a path fits its pattern segment by segment") {
  using Parameters = std::map<std::string, std::string>;
  CHECK(*match("/trips/{id}/files/{name}", "/trips/spring/files/book.pdf") ==
        Parameters{{"id", "spring"}, {"name", "book.pdf"}});
  CHECK(match("/trips", "/trips")->empty());
  for (auto const* path : {"/trips/", "/trips//files/x", "/trips/a/files", "/trips/a/files/b/c", "/trip/a/files/b", ""})
    CHECK_FALSE(match("/trips/{id}/files/{name}", path));
}

TEST_CASE("parameters are checked and have their defaults") {
  CHECK(ask("GET", "/things/7").body == "7 2023-11-14T22:13:20Z 500");
  CHECK(ask("GET", "/things/7", {{"as_of", "2020"}, {"limit", "3"}}).body == "7 2020-12-31T23:59:59Z 3");
  CHECK(ask("GET", "/things/7", {{"as_of", "2020-02-03"}}).body == "7 2020-02-03T23:59:59Z 500");
  CHECK(ask("GET", "/things/7", {{"as_of", "2020-02-03T04:05:06Z"}}).body == "7 2020-02-03T04:05:06Z 500");
  for (auto const& [name, value] : std::vector<std::pair<std::string, std::string>>{{"as_of", "yesterday"},
                                                                                    {"as_of", "2020-13"},
                                                                                    {"limit", "0"},
                                                                                    {"limit", "10001"},
                                                                                    {"limit", "3x"},
                                                                                    {"of", "1"}})
    CHECK(ask("GET", "/things/7", {{name, value}}).status == 400);
  for (auto const* id : {"0", "-1", "x", "1.5", "99999999999999999999"})
    CHECK(ask("GET", std::string{"/things/"} + id).status == 400);
}

TEST_CASE("an unknown path is 404, a method that a path does not take is 405 and says which it takes") {
  CHECK(ask("GET", "/nothing").status == 404);
  auto const refused = ask("DELETE", "/things/7");
  CHECK(refused.status == 405);
  CHECK(refused.headers == std::vector<std::pair<std::string, std::string>>{{"Allow", "GET, POST"}});
}

TEST_CASE("each fault has its status, and a problem says what, where and what to do") {
  CHECK(status_of(Fault::input) == 400);
  CHECK(status_of(Fault::not_found) == 404);
  CHECK(status_of(Fault::conflict) == 409);
  CHECK(status_of(Fault::infeasible) == 422);
  CHECK(status_of(Fault::internal) == 500);
  CHECK(status_of(Fault::unavailable) == 503);
  auto const reply = problem({.fault = Fault::conflict, .what = "이미 \xff", .hint = "read again"}, "/x");
  CHECK(reply.content_type == "application/problem+json");
  auto const json = Json::parse(reply.body);
  CHECK(json["title"] == "conflict");
  CHECK(json["status"] == 409);
  CHECK(json["detail"] == "이미 \xEF\xBF\xBD");
  CHECK(json["instance"] == "/x");
  CHECK(json["hint"] == "read again");
}

} // namespace attache::http
