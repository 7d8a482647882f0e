#include "http/route.h"

#include "office/documents.h"
#include "office/evidence.h"
#include "office/network_views.h"
#include "office/review.h"
#include "office/targets.h"
#include "office/trips.h"

#include <array>
#include <chrono>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::http {
namespace {

constexpr std::chrono::seconds planning_time{8};
constexpr std::size_t longest_why = 2000, longest_query = 200;

Result<Reply> json(Result<Json> const& value) {
  if (!value)
    return tl::unexpected(value.error());
  return Reply{.content_type = "application/json", .body = value->dump(-1, ' ', false, Json::error_handler_t::replace)};
}

// A member of a body as text; empty if absent.
Result<std::string> text(Json const& body, std::string const& member, std::size_t longest = longest_why) {
  auto const found = body.find(member);
  if (found == body.end())
    return std::string{};
  if (!found->is_string() || found->get_ref<std::string const&>().size() > longest)
    return fail(Fault::input, fmt::format("'{}' is a text of at most {} bytes", member, longest));
  return found->get<std::string>();
}

Result<std::int64_t> number_of(Json const& body, std::string const& member) {
  auto const found = body.find(member);
  if (found == body.end() || !found->is_number_integer())
    return fail(Fault::input, fmt::format("'{}' is a whole number", member));
  return found->get<std::int64_t>();
}

// The enumerator that a member of the body names.
template <class Enum, std::size_t size>
Result<Enum> word(Json const& body, std::string const& member,
                  std::array<std::pair<std::string_view, Enum>, size> const& words) {
  auto const stated = TRY(text(body, member));
  for (auto const& [name, value] : words)
    if (stated == name)
      return value;
  return fail(Fault::input, fmt::format("'{}' cannot be '{}'", member, stated));
}

Result<std::vector<std::string>> texts(Json const& body, std::string const& member) {
  auto const found = body.find(member);
  std::vector<std::string> items;
  if (found == body.end() || !found->is_array())
    return fail(Fault::input, fmt::format("'{}' is a list of texts", member));
  for (auto const& item : *found) {
    if (!item.is_string())
      return fail(Fault::input, fmt::format("'{}' is a list of texts", member));
    items.push_back(item.get<std::string>());
  }
  return items;
}

// False if absent.
Result<bool> flag(Json const& body, std::string const& member) {
  auto const found = body.find(member);
  if (found == body.end())
    return false;
  if (!found->is_boolean())
    return fail(Fault::input, fmt::format("'{}' is true or false", member));
  return found->get<bool>();
}

Result<std::string> query(Call const& call) {
  auto text = call.text("query");
  if (text.size() > longest_query)
    return fail(Fault::input, fmt::format("query is at most {} bytes long", longest_query));
  return text;
}

Result<Reply> paths(Call const& call) {
  office::PathRequest const request{.to = TRY(call.person("to")),
                                    .from = TRY(call.things("from")),
                                    .k = static_cast<int>(TRY(call.integer("k", 1, 50, 5))),
                                    .max_hops = static_cast<int>(TRY(call.integer("max_hops", 1, 4, 3))),
                                    .exclude = TRY(call.things("exclude")),
                                    .exclude_organisations = TRY(call.things("exclude_organisations")),
                                    .alternatives = call.text("disjoint") == "true" ? office::Alternatives::disjoint
                                                                                    : office::Alternatives::best};
  if (request.to.empty())
    return fail(Fault::input, "'to' says whom to reach, and is missing", {}, "add ?to= and the id of a person");
  return json(office::paths(call.office(), request, TRY(call.at())));
}

Result<Reply> ledger(Call const& call) {
  office::LedgerRequest const request{.from = TRY(call.date("from")),
                                      .to = TRY(call.date("to")),
                                      .stretch = TRY(call.share("stretch")),
                                      .limit = TRY(call.limit())};
  return json(office::ledger(call.office(), request, TRY(call.at())));
}

Result<Reply> judge_claim(Call const& call) {
  using office::ClaimVerdict;
  constexpr std::array<std::pair<std::string_view, ClaimVerdict>, 3> verdicts{
      {{"accept", ClaimVerdict::accept}, {"reject", ClaimVerdict::reject}, {"reopen", ClaimVerdict::reopen}}};
  auto const body = TRY(call.body({"verdict", "why"}));
  auto const verdict = TRY(word(body, "verdict", verdicts));
  return json(office::judge_claim(call.office(), ClaimId{TRY(call.id())}, verdict, TRY(text(body, "why"))));
}

Result<Reply> judge_identity(Call const& call) {
  constexpr std::array<std::pair<std::string_view, Verdict>, 3> verdicts{
      {{"same", Verdict::same}, {"different", Verdict::different}, {"unsure", Verdict::unsure}}};
  auto const body = TRY(call.body({"a", "b", "verdict", "why"}));
  auto const a = RecordId{TRY(number_of(body, "a"))}, b = RecordId{TRY(number_of(body, "b"))};
  return json(
      office::judge_identity(call.office(), a, b, TRY(word(body, "verdict", verdicts)), TRY(text(body, "why"))));
}

// By number only: names may mean several.
Result<Reply> why(Call const& call) {
  constexpr std::int64_t most = 1'000'000'000'000;
  auto const a = TRY(call.integer("a", 1, most, 0));
  auto const b = TRY(call.integer("b", 1, most, 0));
  if (a == 0 || b == 0)
    return fail(Fault::input, "'a' and 'b' say which records to compare", {}, "add ?a= and b= with their numbers");
  return json(office::why(call.office(), fmt::format("#{}", a), fmt::format("#{}", b), TRY(call.at())));
}

Result<Reply> undo(Call const& call) {
  auto const body = TRY(call.body({"why"}));
  return json(office::undo(call.office(), DecisionId{TRY(call.id())}, TRY(text(body, "why"))));
}

Result<Reply> replan(Call const& call) {
  auto const body = TRY(call.body({"cancel", "keep"}));
  auto const cancel = TRY(texts(body, "cancel"));
  auto const keep = TRY(flag(body, "keep"));
  auto const end = std::chrono::steady_clock::now() + planning_time;
  auto const replanned = TRY(office::replan_trip(call.office(), call.name("id"), cancel, keep,
                                                 {.stop = [end] { return std::chrono::steady_clock::now() > end; }}));
  auto const view = TRY(office::load(call.office(), TRY(call.at())));
  return json(office::replan_json(replanned, view));
}

Result<Reply> file(Call const& call) {
  auto document = TRY(office::document(call.office(), call.name("id"), call.name("name"), TRY(call.at())));
  return Reply{.content_type = std::move(document.media_type),
               .body = std::move(document.bytes),
               .headers = {{"Content-Disposition", fmt::format("inline; filename=\"{}\"", document.name)}}};
}

// Rows that only hand parameters on.
using At = std::vector<std::string_view>;
At const at{"as_of", "known_at"}, at_limit{"as_of", "known_at", "limit"};

std::vector<Route> const table{
    {"GET", "/office", "office", at,
     [](Call const& c) -> Result<Reply> { return json(office::office_page(c.office(), TRY(c.at()))); }},
    {"GET", "/today", "today", at,
     [](Call const& c) -> Result<Reply> { return json(office::today(c.office(), TRY(c.at()))); }},
    {"GET",
     "/ties",
     "ties",
     {"as_of", "known_at", "limit", "state"},
     [](Call const& c) -> Result<Reply> {
       return json(office::ties(c.office(), c.text("state"), TRY(c.limit()), TRY(c.at())));
     }},
    {"GET",
     "/people",
     "people",
     {"as_of", "known_at", "limit", "query"},
     [](Call const& c) -> Result<Reply> {
       return json(office::people(c.office(), TRY(query(c)), TRY(c.limit()), TRY(c.at())));
     }},
    {"GET", "/people/{id}", "person", at,
     [](Call const& c) -> Result<Reply> { return json(office::person(c.office(), TRY(c.numbered()), TRY(c.at()))); }},
    {"GET",
     "/organisations",
     "organisations",
     {"as_of", "known_at", "limit", "query"},
     [](Call const& c) -> Result<Reply> {
       return json(office::organisations(c.office(), TRY(query(c)), TRY(c.limit()), TRY(c.at())));
     }},
    {"GET", "/organisations/{id}", "organisation", at,
     [](Call const& c) -> Result<Reply> {
       return json(office::organisation(c.office(), TRY(c.numbered()), TRY(c.at())));
     }},
    {"GET",
     "/paths",
     "paths",
     {"as_of", "known_at", "to", "from", "k", "max_hops", "exclude", "exclude_organisations", "disjoint"},
     paths},
    {"GET", "/network", "network", at_limit,
     [](Call const& c) -> Result<Reply> { return json(office::network(c.office(), TRY(c.limit()), TRY(c.at()))); }},
    {"GET",
     "/coverage",
     "coverage",
     {"as_of", "known_at", "targets"},
     [](Call const& c) -> Result<Reply> {
       return json(office::coverage(c.office(), TRY(office::parse_targets(c.text("targets"))), TRY(c.at())));
     }},
    {"GET", "/landscape", "landscape", at,
     [](Call const& c) -> Result<Reply> { return json(office::landscape(c.office(), TRY(c.at()))); }},
    {"GET", "/fragility", "fragility", at,
     [](Call const& c) -> Result<Reply> { return json(office::fragility(c.office(), TRY(c.at()))); }},
    {"GET", "/ledger", "ledger", {"as_of", "known_at", "from", "to", "stretch", "limit"}, ledger},
    {"GET",
     "/diff",
     "diff",
     {"from", "to", "known_at"},
     [](Call const& c) -> Result<Reply> {
       auto const from = TRY(c.date("from"));
       if (!from)
         return fail(Fault::input, "'from' says from when to compare, and is missing", {}, "add ?from=2023-01-01");
       auto const to = TRY(c.date("to")).value_or(c.office().now);
       return json(office::diff(c.office(), *from, to, TRY(c.at()).known_at));
     }},
    {"GET",
     "/backtest",
     "backtest",
     {"as_of", "known_at", "dates"},
     [](Call const& c) -> Result<Reply> {
       return json(office::backtest(c.office(), static_cast<int>(TRY(c.integer("dates", 1, 24, 6))), TRY(c.at())));
     }},
    {"GET",
     "/sources",
     "sources",
     {"known_at"},
     [](Call const& c) -> Result<Reply> { return json(office::sources(c.office(), TRY(c.at()))); }},
    {"GET",
     "/sources/{id}",
     "source",
     {"known_at", "limit"},
     [](Call const& c) -> Result<Reply> {
       return json(office::source(c.office(), SourceId{TRY(c.id())}, TRY(c.limit()), TRY(c.at())));
     }},
    {"GET",
     "/claims/{id}",
     "claim",
     {"known_at"},
     [](Call const& c) -> Result<Reply> { return json(office::claim(c.office(), ClaimId{TRY(c.id())}, TRY(c.at()))); }},
    {"GET",
     "/review",
     "review",
     {"limit"},
     [](Call const& c) -> Result<Reply> { return json(office::review(c.office(), TRY(c.limit()))); }},
    {"POST", "/review/claims/{id}", "judge_claim", {}, judge_claim},
    {"POST", "/review/identities", "judge_identity", {}, judge_identity},
    {"GET", "/review/why", "why", {"a", "b", "as_of", "known_at"}, why},
    {"GET",
     "/decisions",
     "decisions",
     {"known_at", "limit"},
     [](Call const& c) -> Result<Reply> { return json(office::decisions(c.office(), TRY(c.limit()), TRY(c.at()))); }},
    {"POST", "/decisions/{id}/undo", "undo_decision", {}, undo},
    {"GET", "/trips", "trips", {}, [](Call const& c) -> Result<Reply> { return json(office::trips(c.office())); }},
    {"GET",
     "/trips/{id}",
     "trip",
     {},
     [](Call const& c) -> Result<Reply> { return json(office::trip(c.office(), c.name("id"))); }},
    {"POST", "/trips/{id}/replan", "replan", {}, replan},
    {"GET",
     "/trips/{id}/files",
     "files",
     {},
     [](Call const& c) -> Result<Reply> { return json(office::files(c.office(), c.name("id"))); }},
    {"GET", "/trips/{id}/files/{name}", "file", {}, file},
    {"GET", "/recap/{id}", "recap", at,
     [](Call const& c) -> Result<Reply> { return json(office::recap(c.office(), c.name("id"), TRY(c.at()))); }},
    {"GET",
     "/journal",
     "journal",
     {"limit"},
     [](Call const& c) -> Result<Reply> { return json(office::journal(c.office(), TRY(c.limit()))); }},
};

} // namespace

std::span<Route const> routes() { return table; }

} // namespace attache::http
