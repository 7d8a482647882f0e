// The table of the REST interface: each row is a method, a path and one call of the office.
#pragma once

#include "http/message.h"
#include "office/office.h"

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>

namespace attache::http {

using Json = nlohmann::ordered_json;

// What a row gets: the office, and the parameters of the request, each checked as it is asked for (Fault::input).
class Call {
public:
  Call(office::Office const& office, Request const& request, std::map<std::string, std::string> path)
      : office_{office}, request_{request}, path_{std::move(path)} {}

  [[nodiscard]] office::Office const& office() const { return office_; }

  // Of the path.
  [[nodiscard]] std::string const& name(std::string const& parameter) const { return path_.at(parameter); }
  [[nodiscard]] Result<std::int64_t> id() const;      // {id}, >= 1
  [[nodiscard]] Result<std::string> numbered() const; // "#12" of {id}, as the office's queries take it
  // Of the query.
  [[nodiscard]] Result<office::At> at() const;     // as_of (now if absent) and known_at; a date means its end
  [[nodiscard]] Result<std::size_t> limit() const; // 1..10000, 500 if absent
  [[nodiscard]] std::string text(std::string const& parameter) const; // empty if absent
  [[nodiscard]] Result<std::int64_t> integer(std::string const& parameter, std::int64_t least, std::int64_t most,
                                             std::int64_t otherwise) const;
  [[nodiscard]] Result<std::optional<Instant>> date(std::string const& parameter) const; // its end; nothing if absent
  [[nodiscard]] Result<double> share(std::string const& parameter) const;                // 0..1; 0 if absent
  [[nodiscard]] Result<std::string> person(std::string const& parameter) const; // an id as "#12"; empty if absent
  [[nodiscard]] Result<std::vector<std::string>> things(std::string const& parameter) const; // "3,7" as "#3", "#7"
  // The body: an object with no other members than these; an empty body is an empty object.
  [[nodiscard]] Result<Json> body(std::vector<std::string_view> const& members) const;

private:
  office::Office const& office_;
  Request const& request_;
  std::map<std::string, std::string> path_;
};

// Who hears how far planning is.
struct Stream {
  std::function<void(Json const&)> tell; // each time that value or bound improve; may be empty
  std::function<bool()> ended;           // nobody listens any more; may be empty
};

struct Route {
  std::string_view method;                  // GET or POST
  std::string_view pattern;                 // below /api/v1: "/people/{id}"
  std::string_view operation;               // operationId in api/openapi.yaml
  std::vector<std::string_view> parameters; // of the query; another one is Fault::input
  Result<Reply> (*answer)(Call const& call);
  // Where asked with Accept: text/event-stream; null for rows that answer at once.
  Result<Json> (*streamed)(Call const& call, Stream const& stream) = nullptr;
};

// Everything that api/openapi.yaml describes.
std::span<Route const> routes();

// Runs the row's `streamed`: events "progress", then "done" with what `answer` replies, or "problem" (RFC 9457). False
// if there is no such row.
bool can_stream(std::span<Route const> table, Request const& request, std::string_view path);
void stream(std::span<Route const> table, office::Office const& office, Request const& request, std::string_view path,
            Write const& write, std::function<bool()> const& closing);

// The parameters of the path if it has this pattern.
std::optional<std::map<std::string, std::string>> match(std::string_view pattern, std::string_view path);

// Finds the row and runs it. `path` is below /api/v1. 404 for an unknown path, 405 for another method.
Reply answer(std::span<Route const> table, office::Office const& office, Request const& request, std::string_view path);

} // namespace attache::http
