// Answers requests, one function from request to reply, called by many threads: guard, page, REST, cache, packing.
#pragma once

#include "http/page.h"
#include "http/pool.h"
#include "http/route.h"
#include "office/directory.h"
#include "office/recall.h"

#include <atomic>
#include <chrono>

namespace attache::http {

class Desk {
public:
  // `now`: the time that views are taken at, asked for each request. `table` must outlive the desk.
  // `shelf` may be null.
  Desk(Page page, OpenStore open, std::function<Instant()> now, std::string user, std::span<Route const> table,
       office::Shelf* shelf = nullptr)
      : page_{std::move(page)}, pool_{std::move(open)}, now_{std::move(now)}, user_{std::move(user)}, table_{table},
        shelf_{shelf} {}

  // `port`: the one that the server listens on, which names it. Never throws for what a request can cause.
  Reply answer(Request const& request, int port);
  // Ends what still streams, soon.
  void close() { closing_ = true; }

private:
  // A reply of the REST interface stays right as long as the office has not changed and the minute is the same.
  struct Remembered {
    std::string head;
    Instant minute{};
    Reply reply;
  };

  Reply unguarded(Request const& request);
  Reply rest(Request const& request);
  Reply streamed(Request const& request);
  Result<Reply> ask_office(Request const& request, std::string_view path);
  void remember(std::string key, Remembered remembered);

  Page page_;
  Pool pool_;
  std::function<Instant()> now_;
  std::string user_;
  std::span<Route const> table_;
  office::Shelf* shelf_;
  office::Recent recent_;
  office::Directory directory_;
  std::atomic<bool> closing_{false};
  std::mutex mutex_; // of what follows
  std::map<std::string, Remembered> replies_;
  std::size_t bytes_ = 0;
};

} // namespace attache::http
