#include "http/server.h"

#include "http/route.h"
#include "keep/sqlite/store.h"
#include "office/init.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <httplib.h>
#include <nlohmann/json.hpp>
#include <thread>

namespace attache::http {
namespace {

// An office of one principal, a page of two files, and a server for both, over real sockets.
class Served {
public:
  Served() {
    auto name = (std::filesystem::temp_directory_path() / "attache-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    std::filesystem::create_directories(folder_ / "page/assets");
    std::ofstream{folder_ / "page/index.html"} << "<!doctype html><title>attache</title>";
    std::ofstream{folder_ / "page/assets/index-abc.js"} << std::string(5000, 'x');
    std::ofstream{folder_ / "secret"} << "not for the page";
    store_ = keep::sqlite::create(path()).value();
    REQUIRE(office::init(office(), {.name = "홍길동", .emails = {"hong@hanbit.example"}}));
    server_ =
        Server::start(
            {.port = 0, .page = (folder_ / "page").string()}, [this] { return keep::sqlite::open(path()); }, office())
            .value();
  }
  ~Served() {
    server_.reset();
    std::filesystem::remove_all(folder_);
  }
  Served(Served const&) = delete;
  Served& operator=(Served const&) = delete;

  [[nodiscard]] std::string path() const { return (folder_ / "office.attache").string(); }
  [[nodiscard]] office::Office office() {
    return {.store = *store_, .now = Instant{std::chrono::seconds{1'700'000'000}}};
  }
  [[nodiscard]] httplib::Client client(std::string const& host = "127.0.0.1") const {
    httplib::Client client{host, server_->port()};
    client.set_keep_alive(false);
    client.set_decompress(false);
    return client;
  }
  [[nodiscard]] Server& server() const { return *server_; }

private:
  std::filesystem::path folder_;
  std::unique_ptr<keep::Store> store_;
  std::unique_ptr<Server> server_;
};

void is_problem(httplib::Result const& result, int status) {
  REQUIRE(result);
  CHECK(result->status == status);
  CHECK(result->get_header_value("Content-Type") == "application/problem+json");
  auto const json = Json::parse(result->body, nullptr, false);
  REQUIRE(json.is_object());
  CHECK(json.value("status", 0) == status);
  CHECK(json.contains("type"));
  CHECK(json.contains("title"));
  CHECK(json.contains("detail"));
  CHECK(json.contains("instance"));
}

std::string with(std::string_view pattern, std::string const& id) {
  std::string path = "/api/v1" + std::string{pattern};
  for (auto const& [parameter, value] : {std::pair<std::string, std::string>{"{id}", id}, {"{name}", "trip.ics"}})
    if (auto const at = path.find(parameter); at != std::string::npos)
      path.replace(at, parameter.size(), value);
  return path;
}

} // namespace

TEST_CASE("every row answers with JSON or a problem, and refuses in the one shape") {
  Served const served;
  auto client = served.client();
  for (auto const& route : routes()) {
    CAPTURE(route.pattern);
    auto const wanted = with(route.pattern, "999999");
    auto const has_id = route.pattern.find("{id}") != std::string_view::npos;
    if (route.method == "GET") {
      auto const result = client.Get(wanted);
      if (has_id)
        is_problem(result, 404);
      else if (route.operation == "paths" || route.operation == "diff" ||
               route.operation == "why") // they need to be told what
        is_problem(result, 400);
      else {
        REQUIRE(result);
        CHECK(result->status == 200);
        CHECK(result->get_header_value("Content-Type") == "application/json");
        CHECK(Json::accept(result->body));
        CHECK(result->get_header_value("Cache-Control") == "private, no-cache");
      }
      is_problem(client.Get(wanted + "?nonsense=1"), 400);
      is_problem(client.Delete(wanted, "{}", "application/json"), 405);
    } else {
      is_problem(client.Post(wanted, "{}", "text/plain"), 415);
      is_problem(client.Post(wanted, "[]", "application/json"), 400);
      is_problem(client.Post(wanted, R"({"nonsense":1})", "application/json"), 400);
      is_problem(client.Post(wanted, {{"Origin", "https://evil.example"}}, "{}", "application/json"), 403);
      is_problem(client.Get(wanted), 405);
    }
    is_problem(client.Get(wanted, {{"Host", "evil.example"}}), 403);
  }
  is_problem(client.Get("/api/v1/nothing"), 404);
  is_problem(client.Get("/api/v2/today"), 404);
}

TEST_CASE("a body that is well formed reaches the office") {
  Served const served;
  auto client = served.client();
  auto const post = [&](std::string const& path, std::string const& body) {
    return client.Post("/api/v1" + path, body, "application/json");
  };
  for (auto const* body : {R"({"cancel":[]})", R"({"cancel":["a"],"keep":false})", R"({"cancel":[],"keep":true})"})
    is_problem(post("/trips/none/replan", body), 404);
  for (auto const* body : {"{}", R"({"cancel":"a"})", R"({"cancel":[1]})", R"({"cancel":[],"keep":1})"})
    is_problem(post("/trips/none/replan", body), 400);
  is_problem(post("/trips/none/keep", R"({"proposal":"1-a"})"), 404);
  is_problem(post("/trips/none/keep", R"({"proposal":1})"), 400);
  is_problem(post("/decisions/1/undo", "{}"), 404);
  is_problem(post("/decisions/1/undo", R"({"why":7})"), 400);
  is_problem(post("/review/identities", R"({"a":1,"b":9999,"verdict":"same"})"), 404);
  is_problem(post("/review/identities", R"({"a":1,"verdict":"same"})"), 400);
  is_problem(post("/review/claims/999999", R"({"verdict":"accept"})"), 404);
  auto const rejected = post("/review/claims/1", R"({"verdict":"reject","why":"아니다"})");
  REQUIRE(rejected);
  CHECK(rejected->status == 200);
  CHECK(Json::parse(rejected->body)["status"] == "rejected");
  CHECK(Json::parse(client.Get("/api/v1/claims/1")->body)["status"] == "rejected");
}

TEST_CASE("the page is served with a strict policy, and nothing outside its folder") {
  Served const served;
  auto client = served.client();
  auto const index = client.Get("/");
  REQUIRE(index);
  CHECK(index->status == 200);
  CHECK(index->get_header_value("Content-Type") == "text/html; charset=utf-8");
  CHECK(index->get_header_value("Content-Security-Policy").find("script-src 'self'") != std::string::npos);
  CHECK(index->get_header_value("X-Content-Type-Options") == "nosniff");
  CHECK_FALSE(index->has_header("Access-Control-Allow-Origin"));
  CHECK(client.Get("/assets/index-abc.js")->get_header_value("Cache-Control").find("immutable") != std::string::npos);
  for (auto const* path : {"/../secret", "/assets/../../secret", "/%2e%2e/secret", "//secret", "/assets", "/none.js"})
    is_problem(client.Get(path), 404);
  is_problem(client.Post("/", "{}", "application/json"), 404);
}

TEST_CASE("what the asker has already is not sent again, and text is packed") {
  Served const served;
  auto client = served.client();
  auto const plain = client.Get("/assets/index-abc.js");
  auto const packed = client.Get("/assets/index-abc.js", {{"Accept-Encoding", "gzip, deflate, br"}});
  CHECK(plain->body.size() == 5000);
  CHECK(packed->body.size() < 200);
  CHECK(packed->get_header_value("Content-Encoding") == "gzip");
  CHECK(packed->get_header_value("ETag") != plain->get_header_value("ETag"));
  auto const again = client.Get("/assets/index-abc.js", {{"If-None-Match", plain->get_header_value("ETag")}});
  CHECK(again->status == 304);
  CHECK(again->body.empty());
  auto const part = client.Get("/assets/index-abc.js", {{"Range", "bytes=0-9"}});
  CHECK(part->status == 200);
  CHECK(part->body.size() == 5000);
  auto const head = client.Head("/assets/index-abc.js");
  CHECK(head->status == 200);
  CHECK(head->body.empty());
}

TEST_CASE("a view is told afresh when the office has changed") {
  Served served;
  auto client = served.client();
  auto const before = client.Get("/api/v1/journal");
  CHECK(client.Get("/api/v1/journal")->body == before->body);
  REQUIRE(served.office().store.begin({.what = "something new"}).value()->commit());
  CHECK(client.Get("/api/v1/journal")->body.find("something new") != std::string::npos);
  CHECK(before->body.find("something new") == std::string::npos);
}

TEST_CASE("many may ask at once") {
  Served const served;
  std::atomic<int> answered{0};
  std::vector<std::thread> askers;
  for (auto asker = 0; asker < 8; ++asker)
    askers.emplace_back([&] {
      auto client = served.client();
      for (auto time = 0; time < 10; ++time)
        if (auto const result = client.Get(time % 2 == 0 ? "/api/v1/today" : "/"); result && result->status == 200)
          ++answered;
    });
  for (auto& asker : askers)
    asker.join();
  CHECK(answered == 80);
}

TEST_CASE("a request that is too large or malformed is refused in the one shape") {
  Served const served;
  auto client = served.client();
  is_problem(client.Post("/api/v1/review/identities", std::string(2 << 20, ' '), "application/json"), 413);
  is_problem(client.Post("/api/v1/" + std::string(3000, 'a'), "{}", "application/json"), 404);
}

TEST_CASE("a server listens on this computer only") {
  Served served;
  CHECK(served.server().url().starts_with("http://127.0.0.1:"));
  auto const refused = Server::start({.address = "0.0.0.0"}, {}, served.office());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fault == Fault::input);
}

TEST_CASE("a port that is taken and a page that is not built are told") {
  Served served;
  auto const taken = Server::start({.port = served.server().port()}, {}, served.office());
  REQUIRE_FALSE(taken);
  CHECK(taken.error().fault == Fault::unavailable);
  auto const none = Server::start({.port = 0, .page = std::filesystem::temp_directory_path().string() + "/none"}, {},
                                  served.office());
  REQUIRE_FALSE(none);
  CHECK(none.error().fault == Fault::unavailable);
}

TEST_CASE("a stopped server can be stopped again, and its port is free") {
  Served served;
  auto const port = served.server().port();
  served.server().stop();
  served.server().stop();
  auto client = served.client();
  client.set_connection_timeout(1);
  CHECK_FALSE(client.Get("/"));
  CHECK(Server::start({.port = port}, [] { return fail(Fault::unavailable, ""); }, served.office()));
}

} // namespace attache::http
