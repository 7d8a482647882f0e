#include "http/server.h"

#include "http/desk.h"

#include <atomic>
#include <csignal>
#include <fmt/format.h>
#include <httplib.h>
#include <ostream>
#include <thread>

namespace attache::http {
namespace {

constexpr std::size_t threads = 32, longest_body = 1 << 20;
constexpr std::size_t longest_path = 512; // for the library's pattern, which needs stack for every byte
constexpr std::time_t patience_seconds = 10;

Request request_of(httplib::Request const& from) {
  return {.method = from.method == "HEAD" ? "GET" : from.method,
          .path = from.path,
          .query = {from.params.begin(), from.params.end()},
          .host = from.get_header_value("Host"),
          .origin = from.get_header_value("Origin"),
          .fetch_site = from.get_header_value("Sec-Fetch-Site"),
          .content_type = from.get_header_value("Content-Type"),
          .accept = from.get_header_value("Accept"),
          .accept_encoding = from.get_header_value("Accept-Encoding"),
          .if_none_match = from.get_header_value("If-None-Match"),
          .body = from.body};
}

void send(Reply reply, httplib::Response& to) {
  to.status = reply.status;
  for (auto const& [name, value] : reply.headers)
    to.set_header(name.c_str(), value);
  if (!reply.stream)
    return to.set_content(std::move(reply.body), reply.content_type);
  to.set_chunked_content_provider(reply.content_type,
                                  [stream = std::move(reply.stream)](std::size_t, httplib::DataSink& sink) {
                                    stream([&](std::string_view text) { return sink.write(text.data(), text.size()); });
                                    sink.done();
                                    return true;
                                  });
}

// One address. Every connection carries one request: nothing that was not read of a refused request can then be taken
// for another one.
class Listener {
public:
  Listener(Desk& desk, std::string host) : host_{std::move(host)} {
    server_.set_tcp_nodelay(true);
    server_.set_keep_alive_max_count(1);
    server_.set_payload_max_length(longest_body);
    server_.set_read_timeout(patience_seconds);
    server_.set_write_timeout(patience_seconds);
    server_.new_task_queue = [] { return new httplib::ThreadPool{threads}; };
    // The library's own would let a second server share the port.
    server_.set_socket_options([](socket_t socket) {
      int const on = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    auto const answer = [this, &desk](httplib::Request const& request, httplib::Response& response) {
      send(desk.answer(request_of(request), port_), response);
    };
    server_.set_pre_routing_handler([answer](httplib::Request const& request, httplib::Response& response) {
      // Ranges and packing are not left to the library: it would cut a reply of status 200, and pack with Brotli at its
      // slowest. The request is the library's own and not const there.
      auto& own = const_cast<httplib::Request&>(request);
      own.ranges.clear();
      if (request.method == "POST" && request.path.size() <= longest_path)
        return httplib::Server::HandlerResponse::Unhandled; // its body comes later
      answer(request, response);
      own.headers.erase("Accept-Encoding");
      return httplib::Server::HandlerResponse::Handled;
    });
    server_.Post(R"([\s\S]*)", [answer](httplib::Request const& request, httplib::Response& response) {
      answer(request, response);
      const_cast<httplib::Request&>(request).headers.erase("Accept-Encoding");
    });
    answer_failures();
  }

  // The port, or 0.
  int bind(int port) {
    if (port == 0)
      port_ = std::max(server_.bind_to_any_port(host_), 0);
    else if (server_.bind_to_port(host_, port))
      port_ = port;
    return port_;
  }
  void listen() {
    thread_ = std::thread{[this] {
      server_.listen_after_bind();
      ended_ = true;
    }};
    while (!server_.is_running() && !ended_)
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  void stop() {
    if (!ended_.exchange(true)) // the library takes this once
      server_.stop();
  }
  void join() {
    if (thread_.joinable())
      thread_.join();
  }

private:
  // What the library refuses by itself, and bugs.
  void answer_failures() {
    server_.set_error_handler([](httplib::Request const& request, httplib::Response& response) {
      if (response.body.empty())
        send(problem({.fault = Fault::input, .what = "the request is malformed or too large"}, request.path,
                     response.status),
             response);
    });
    server_.set_exception_handler(
        [](httplib::Request const& request, httplib::Response& response, std::exception_ptr const& failure) {
          std::string what = "unknown";
          try {
            std::rethrow_exception(failure);
          } catch (std::exception const& error) {
            what = error.what();
          } catch (...) { // NOLINT(bugprone-empty-catch): "unknown" says it
          }
          send(problem({.fault = Fault::internal, .what = "a bug: " + what}, request.path), response);
        });
  }

  httplib::Server server_;
  std::string host_;
  int port_ = 0;
  std::atomic<bool> ended_{false};
  std::thread thread_;
};

class LoopbackServer final : public Server {
public:
  LoopbackServer(Page page, OpenStore open, std::function<Instant()> now, std::string user, office::Shelf* shelf)
      : desk_{std::move(page), std::move(open), std::move(now), std::move(user), routes(), shelf} {}
  ~LoopbackServer() override { end(); }

  // The first host must be had, the others are taken where the machine has them.
  Result<void> listen(std::vector<std::string> const& hosts, int port) {
    for (auto const& host : hosts) {
      auto listener = std::make_unique<Listener>(desk_, host);
      auto const bound = listener->bind(port);
      if (bound == 0 && !listeners_.empty())
        continue;
      if (bound == 0)
        return fail(Fault::unavailable, fmt::format("port {} of {} is taken", port, host), {}, "choose another --port");
      port = bound;
      listeners_.push_back(std::move(listener));
    }
    port_ = port;
    host_ = hosts.front();
    for (auto const& listener : listeners_)
      listener->listen();
    return {};
  }

  [[nodiscard]] int port() const override { return port_; }
  [[nodiscard]] std::string url() const override {
    return fmt::format("http://{}:{}", host_ == "::1" ? "[::1]" : host_, port_);
  }
  void stop() override {
    desk_.close();
    for (auto const& listener : listeners_)
      listener->stop();
  }

private:
  void end() {
    desk_.close();
    for (auto const& listener : listeners_)
      listener->stop();
    for (auto const& listener : listeners_)
      listener->join();
  }

  Desk desk_;
  std::vector<std::unique_ptr<Listener>> listeners_;
  std::string host_;
  int port_ = 0;
};

Result<std::vector<std::string>> hosts_of(std::string const& address) {
  if (address == "127.0.0.1" || address == "localhost")
    return std::vector<std::string>{"127.0.0.1", "::1"};
  if (address == "::1" || address == "[::1]")
    return std::vector<std::string>{"::1"};
  return fail(Fault::input, fmt::format("{} is not an address of this computer alone", address), {},
              "attache has no log-in, so it listens on 127.0.0.1 and ::1 only");
}

} // namespace

Result<std::unique_ptr<Server>> Server::start(Settings const& settings, OpenStore open, office::Office const& office) {
  auto const hosts = TRY(hosts_of(settings.address));
  auto page = TRY(Page::load(settings.page));
  auto const ahead = office.now - std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  auto const now = [ahead] {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + ahead;
  };
  auto server = std::make_unique<LoopbackServer>(std::move(page), std::move(open), now, office.user, office.shelf);
  TRY(server->listen(hosts, settings.port));
  return server;
}

Result<void> serve(Settings const& settings, OpenStore open, office::Office const& office, std::ostream& out) {
  sigset_t ends, before;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  // Before there are threads, so that all of them leave the signals to sigwait.
  pthread_sigmask(SIG_BLOCK, &ends, &before);
  auto const server = Server::start(settings, std::move(open), office);
  if (server) {
    out << "attache is at " << (*server)->url() << "  (Ctrl-C ends it)" << std::endl;
    auto signal = 0;
    sigwait(&ends, &signal);
    (*server)->stop();
  }
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (!server)
    return tl::unexpected(server.error());
  return {};
}

} // namespace attache::http
