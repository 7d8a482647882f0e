#include "http/route.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::http {
namespace {

constexpr std::int64_t default_limit = 500, most_items = 10'000;

Result<std::int64_t> whole_number(std::string_view text, std::string_view parameter) {
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty())
    return fail(Fault::input, fmt::format("{} is a whole number, not '{}'", parameter, text));
  return value;
}

// A date means its last second; an instant is exact.
Result<Instant> end_of_stated(std::string_view text) {
  if (text.size() > std::string_view{"2023-05-10"}.size())
    return parse_instant(text);
  return end_of(TRY(parse_moment(text))) - std::chrono::seconds{1};
}

std::string_view next_segment(std::string_view& rest) {
  auto const end = std::min(rest.find('/', 1), rest.size());
  auto const segment = rest.substr(0, end);
  rest.remove_prefix(end);
  return segment;
}

Result<void> only_known(Route const& route, Request const& request) {
  for (auto const& [name, value] : request.query)
    if (std::ranges::find(route.parameters, std::string_view{name}) == route.parameters.end())
      return fail(Fault::input, fmt::format("there is no parameter '{}' here", name), {},
                  route.parameters.empty() ? "there are none"
                                           : fmt::format("there are: {}", fmt::join(route.parameters, ", ")));
  return {};
}

Reply no_row(Request const& request, std::string_view allowed) {
  if (allowed.empty())
    return problem({.fault = Fault::not_found, .what = fmt::format("there is no {}", request.path)}, request.path);
  auto reply =
      problem({.fault = Fault::input, .what = fmt::format("{} does not take {}", request.path, request.method)},
              request.path, 405);
  reply.headers.emplace_back("Allow", allowed);
  return reply;
}

} // namespace

Result<std::int64_t> Call::id() const {
  auto const id = TRY(whole_number(name("id"), "an id"));
  if (id < 1)
    return fail(Fault::input, fmt::format("an id is at least 1, not {}", id));
  return id;
}

Result<std::string> Call::numbered() const { return fmt::format("#{}", TRY(id())); }

Result<office::At> Call::at() const {
  office::At at{.as_of = office_.now};
  if (auto const as_of = text("as_of"); !as_of.empty())
    at.as_of = TRY(end_of_stated(as_of));
  if (auto const known_at = text("known_at"); !known_at.empty())
    at.known_at = TRY(end_of_stated(known_at));
  return at;
}

Result<std::size_t> Call::limit() const {
  return static_cast<std::size_t>(TRY(integer("limit", 1, most_items, default_limit)));
}

std::string Call::text(std::string const& parameter) const {
  auto const found = request_.query.find(parameter);
  return found == request_.query.end() ? std::string{} : found->second;
}

Result<std::int64_t> Call::integer(std::string const& parameter, std::int64_t least, std::int64_t most,
                                   std::int64_t otherwise) const {
  auto const stated = text(parameter);
  if (stated.empty())
    return otherwise;
  auto const value = TRY(whole_number(stated, parameter));
  if (value < least || value > most)
    return fail(Fault::input, fmt::format("{} is {} to {}, not {}", parameter, least, most, value));
  return value;
}

Result<std::optional<Instant>> Call::date(std::string const& parameter) const {
  auto const stated = text(parameter);
  if (stated.empty())
    return std::optional<Instant>{};
  return std::optional{TRY(end_of_stated(stated))};
}

Result<double> Call::share(std::string const& parameter) const {
  auto const stated = text(parameter);
  double value = 0;
  auto const [end, error] = std::from_chars(stated.data(), stated.data() + stated.size(), value);
  if (!stated.empty() && (error != std::errc{} || end != stated.data() + stated.size() || !(value >= 0 && value <= 1)))
    return fail(Fault::input, fmt::format("{} is a number from 0 to 1, not '{}'", parameter, stated));
  return value;
}

Result<std::string> Call::person(std::string const& parameter) const {
  auto const stated = text(parameter);
  if (stated.empty())
    return stated;
  return fmt::format("#{}", TRY(whole_number(stated, parameter)));
}

Result<std::vector<std::string>> Call::things(std::string const& parameter) const {
  std::vector<std::string> things;
  auto const stated = text(parameter);
  for (std::string_view rest = stated; !rest.empty();) {
    auto const end = std::min(rest.find(','), rest.size());
    things.push_back(fmt::format("#{}", TRY(whole_number(std::string{rest.substr(0, end)}, parameter))));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return things;
}

Result<Json> Call::body(std::vector<std::string_view> const& members) const {
  if (request_.body.empty())
    return Json::object();
  auto json = Json::parse(request_.body, nullptr, false);
  if (!json.is_object())
    return fail(Fault::input, "the body is not a JSON object");
  for (auto const& [name, value] : json.items())
    if (std::ranges::find(members, std::string_view{name}) == members.end())
      return fail(Fault::input, fmt::format("'{}' has no meaning in the body", name), {},
                  fmt::format("there are: {}", fmt::join(members, ", ")));
  return json;
}

std::optional<std::map<std::string, std::string>> match(std::string_view pattern, std::string_view path) {
  std::map<std::string, std::string> parameters;
  while (!pattern.empty() && !path.empty()) {
    auto const expected = next_segment(pattern), found = next_segment(path);
    if (expected.starts_with("/{") && found.size() > 1)
      parameters.emplace(expected.substr(2, expected.size() - 3), found.substr(1));
    else if (expected != found)
      return std::nullopt;
  }
  return pattern.empty() && path.empty() ? std::optional{std::move(parameters)} : std::nullopt;
}

bool can_stream(std::span<Route const> table, Request const& request, std::string_view path) {
  return request.accept.find("text/event-stream") != std::string::npos &&
         std::ranges::any_of(table, [&](Route const& route) {
           return route.streamed != nullptr && route.method == request.method && match(route.pattern, path);
         });
}

void stream(std::span<Route const> table, office::Office const& office, Request const& request, std::string_view path,
            Write const& write, std::function<bool()> const& closing) {
  auto gone = false;
  auto const send = [&](std::string_view event, std::string const& data) {
    gone = !write(fmt::format("event: {}\ndata: {}\n\n", event, data)) || gone;
  };
  Stream const listener{.tell = [&](Json const& standing) { send("progress", standing.dump()); },
                        .ended = [&] { return gone || closing(); }};
  for (auto const& route : table) {
    auto parameters = match(route.pattern, path);
    if (!parameters || route.streamed == nullptr || route.method != request.method)
      continue;
    auto const done = route.streamed(Call{office, request, std::move(*parameters)}, listener);
    if (done)
      send("done", done->dump(-1, ' ', false, Json::error_handler_t::replace));
    else
      send("problem", problem(done.error(), request.path).body);
  }
}

Reply answer(std::span<Route const> table, office::Office const& office, Request const& request,
             std::string_view path) {
  std::string allowed;
  for (auto const& route : table) {
    auto parameters = match(route.pattern, path);
    if (!parameters)
      continue;
    allowed += (allowed.empty() ? "" : ", ") + std::string{route.method};
    if (route.method != request.method)
      continue;
    auto const known = only_known(route, request);
    auto reply = known ? route.answer(Call{office, request, std::move(*parameters)}) : tl::unexpected(known.error());
    return reply ? *std::move(reply) : problem(reply.error(), request.path);
  }
  return no_row(request, allowed);
}

} // namespace attache::http
