// `attache serve`: the page and the REST interface (api/openapi.yaml), on loopback only (docs/security.md).
#pragma once

#include "http/pool.h"

#include <iosfwd>

namespace attache::http {

struct Settings {
  std::string address = "127.0.0.1"; // or "::1", "localhost": both. Another one is Fault::input
  int port = 7878;                   // 0: any that is free
  std::string page;                  // folder of the built page; empty: REST only
};

// Listens from start() on until stop() or the end of the object.
class Server {
public:
  // `open` is called by several threads; each store is used by one at a time. The clock of `office` goes on from its
  // `now`; its store is not used. Fault::input, Fault::unavailable (port taken, no page).
  static Result<std::unique_ptr<Server>> start(Settings const& settings, OpenStore open, office::Office const& office);
  virtual ~Server() = default;

  [[nodiscard]] virtual int port() const = 0;
  [[nodiscard]] virtual std::string url() const = 0; // "http://127.0.0.1:7878"
  // Answers what has begun, then ends. From any thread.
  virtual void stop() = 0;
};

// Serves until SIGINT or SIGTERM. Writes the address to `out`.
Result<void> serve(Settings const& settings, OpenStore open, office::Office const& office, std::ostream& out);

} // namespace attache::http
