#include "http/desk.h"

#include "http/guard.h"
#include "http/pack.h"

#include "office/hash.h"

namespace attache::http {
namespace {

constexpr std::string_view base = "/api/v1";
constexpr std::size_t most_bytes = 64 << 20;

std::string key_of(Request const& request) {
  auto key = request.path;
  for (auto const& [name, value] : request.query)
    key += '\0' + name + '\0' + value;
  return key;
}

Content content_of(Request const& request, Reply const& reply) {
  if (!request.path.starts_with(base) || reply.content_type.find("json") != std::string::npos)
    return Content::page;
  return reply.content_type.starts_with("text/html") ? Content::document : Content::file;
}

// An entity tag, 304 where the asker has the same, gzip where it takes it.
void finish(Reply& reply, Request const& request) {
  if (reply.status != 200 || reply.stream)
    return;
  auto const packed = worth_packing(reply.content_type, reply.body.size());
  if (packed)
    reply.headers.emplace_back("Vary", "Accept-Encoding");
  auto const gzipped = packed && takes_gzip(request.accept_encoding);
  auto const tag = '"' + office::sha256(reply.body).substr(0, 32) + (gzipped ? "-gzip\"" : "\"");
  reply.headers.emplace_back("ETag", tag);
  if (request.method == "GET" && request.if_none_match.find(tag) != std::string::npos) {
    reply.status = 304;
    reply.body.clear();
  } else if (gzipped) {
    reply.body = gzip(reply.body);
    reply.headers.emplace_back("Content-Encoding", "gzip");
  }
}

} // namespace

Reply Desk::answer(Request const& request, int port) {
  auto refused = refusal(request, port);
  auto reply = refused ? *std::move(refused) : unguarded(request);
  finish(reply, request);
  for (auto& header : safe_headers(content_of(request, reply)))
    reply.headers.push_back(std::move(header));
  return reply;
}

Reply Desk::unguarded(Request const& request) {
  if (request.path.starts_with("/api/"))
    return rest(request);
  auto file = request.method == "GET" ? page_.find(request.path) : std::nullopt;
  if (file)
    return *std::move(file);
  return problem({.fault = Fault::not_found, .what = "there is no " + request.path}, request.path);
}

Reply Desk::rest(Request const& request) {
  auto const path = std::string_view{request.path};
  auto answered = path.starts_with(base) ? ask_office(request, path.substr(base.size()))
                                         : fail(Fault::not_found, "there is no " + request.path);
  auto reply = answered ? *std::move(answered) : problem(answered.error(), request.path);
  reply.headers.emplace_back("Cache-Control", "private, no-cache");
  return reply;
}

// Its store is lent while it runs, which is after this function.
Reply Desk::streamed(Request const& request) {
  return {.content_type = "text/event-stream", .stream = [this, request](Write const& write) {
            auto const lent = pool_.lend();
            if (!lent)
              return;
            http::stream(
                table_, {.store = **lent, .now = now_(), .user = user_, .shelf = shelf_, .directory = &directory_},
                request, std::string_view{request.path}.substr(base.size()), write, [this] { return closing_.load(); });
          }};
}

Result<Reply> Desk::ask_office(Request const& request, std::string_view path) {
  if (can_stream(table_, request, path))
    return streamed(request);
  auto const lent = TRY(pool_.lend());
  if (request.method != "GET")
    return http::answer(table_,
                        {.store = *lent, .now = now_(), .user = user_, .shelf = shelf_, .directory = &directory_},
                        request, path);
  auto const minute = std::chrono::floor<std::chrono::minutes>(now_());
  auto const key = key_of(request);
  auto const head = TRY((*lent).head());
  {
    std::scoped_lock const lock{mutex_};
    auto const known = replies_.find(key);
    if (known != replies_.end() && known->second.head == head && known->second.minute == minute)
      return known->second.reply;
  }
  auto reply = http::answer(
      table_,
      {.store = *lent, .now = minute, .user = user_, .shelf = shelf_, .recent = &recent_, .directory = &directory_},
      request, path);
  if (reply.status == 200)
    remember(key, {.head = head, .minute = minute, .reply = reply});
  return reply;
}

void Desk::remember(std::string key, Remembered remembered) {
  std::scoped_lock const lock{mutex_};
  auto const size = remembered.reply.body.size();
  // All are worth little once the minute has passed, so that forgetting everything is as good as forgetting the oldest.
  if (bytes_ + size > most_bytes) {
    replies_.clear();
    bytes_ = 0;
  }
  auto& kept = replies_[std::move(key)];
  bytes_ += size;
  bytes_ -= kept.reply.body.size();
  kept = std::move(remembered);
}

} // namespace attache::http
