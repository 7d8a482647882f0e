#include "http/body.h"
#include "http/route.h"

#include "office/documents.h"
#include "office/entry.h"
#include "office/evidence.h"
#include "office/network_views.h"
#include "office/proposals.h"
#include "office/questions.h"
#include "office/review.h"
#include "office/targets.h"
#include "office/trips.h"

#include <array>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::http {
namespace {

constexpr double planning_seconds = 8, longest_planning = 120;
constexpr double most_moves = 10;
constexpr std::size_t longest_query = 200;

Result<Reply> json(Result<Json> const& value) {
  if (!value)
    return tl::unexpected(value.error());
  return Reply{.content_type = "application/json", .body = value->dump(-1, ' ', false, Json::error_handler_t::replace)};
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

Result<Moment> moment(Json const& body, std::string const& member) {
  auto const stated = TRY(text(body, member));
  return stated.empty() ? Moment{} : TRY(parse_moment(stated));
}

Result<Reply> judge_identity(Call const& call) {
  auto const body = TRY(call.body({"a", "b", "verdict", "from", "to", "why"}));
  office::Judgement const judgement{.a = RecordId{TRY(number_of(body, "a"))},
                                    .b = RecordId{TRY(number_of(body, "b"))},
                                    .verdict = TRY(parse_verdict(TRY(text(body, "verdict")))),
                                    .valid = {.from = TRY(moment(body, "from")), .to = TRY(moment(body, "to"))},
                                    .why = TRY(text(body, "why"))};
  return json(office::judge_identity(call.office(), judgement));
}

Result<Reply> split(Call const& call) {
  auto const body = TRY(call.body({"record", "why"}));
  return json(office::split(call.office(), RecordId{TRY(number_of(body, "record"))}, TRY(text(body, "why"))));
}

// The page of whoever the number belongs to now; Content-Location names it where that is another number (RFC 9110
// section 8.7). No redirection: a decision can be taken back, and a browser would remember.
Result<Reply> page(Result<Json> const& found, std::string_view kind) {
  auto reply = TRY(json(found));
  if (found->contains("redirected_from"))
    reply.headers.emplace_back("Content-Location",
                               fmt::format("/api/v1/{}/{}", kind == "person" ? "people" : "organisations",
                                           (*found)[std::string{kind}]["id"].get<std::int64_t>()));
  return reply;
}

Result<Reply> add_person(Call const& call) {
  auto const body = TRY(call.body({"name", "aliases", "emails", "phones", "organisation", "title", "city", "note"}));
  return json(office::add_person(call.office(), {.name = TRY(text(body, "name")),
                                                 .aliases = TRY(texts_if_any(body, "aliases")),
                                                 .emails = TRY(texts_if_any(body, "emails")),
                                                 .phones = TRY(texts_if_any(body, "phones")),
                                                 .organisation = TRY(text(body, "organisation")),
                                                 .title = TRY(text(body, "title")),
                                                 .city = TRY(text(body, "city")),
                                                 .note = TRY(text(body, "note"))}));
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

// How hard to try and who hears of it, by the body's `seconds` and `gap`.
struct Planning {
  go::Effort effort;
  go::Progress progress;
};

Json standing_json(go::Standing const& standing, double seconds) {
  Json json{{"phase", standing.phase}, {"seconds", std::round(seconds * 1000) / 1000}};
  if (std::isfinite(standing.value))
    json["value"] = standing.value;
  if (std::isfinite(standing.bound))
    json["bound"] = standing.bound;
  return json;
}

Result<Planning> planning(Json const& body, Stream const& stream) {
  using Clock = std::chrono::steady_clock;
  auto const begin = Clock::now();
  auto const seconds = TRY(amount(body, "seconds", .1, longest_planning, planning_seconds));
  auto const end = begin + std::chrono::duration<double>{seconds};
  Planning planning;
  planning.effort.gap = TRY(amount(body, "gap", 0, 1, 0));
  planning.effort.stop = [end, ended = stream.ended] { return Clock::now() > end || (ended && ended()); };
  if (stream.tell)
    planning.progress = [begin, tell = stream.tell](go::Standing const& standing) {
      tell(standing_json(standing, std::chrono::duration<double>{Clock::now() - begin}.count()));
    };
  return planning;
}

// With the name under which the plan can be kept as it is shown.
Json proposed(Call const& call, office::Replanned const& planned, Json json) {
  if (auto name = planned.stored ? std::string{} : office::propose(call.office(), planned.kept); !name.empty())
    json["proposal"] = std::move(name);
  return json;
}

Result<Json> why_not(Call const& call, Stream const& stream) {
  auto const body = TRY(call.body({"candidate", "seconds"}));
  auto const [effort, progress] = TRY(planning(body, stream));
  auto const answer =
      TRY(office::why_not(call.office(), call.name("id"), TRY(text(body, "candidate")), effort, progress));
  return office::why_not_json(answer, TRY(office::load(call.office(), TRY(call.at()))));
}

// Each member of the body that names a kind of edit has a list of texts.
Result<Json> what_if(Call const& call, Stream const& stream) {
  auto const body = TRY(call.body(
      {"days", "window", "also", "value", "sector", "rule", "hours", "with", "without", "end", "keep", "seconds"}));
  std::vector<office::Edit> edits;
  for (auto const& [member, wanted] : body.items())
    if (auto const kind = office::edit_kind(member))
      for (auto const& words : TRY(texts(body, member)))
        edits.push_back({*kind, words});
  auto const [effort, progress] = TRY(planning(body, stream));
  auto const answer =
      TRY(office::what_if(call.office(), call.name("id"), edits, TRY(flag(body, "keep")), effort, progress));
  return proposed(call, answer.after, office::what_if_json(answer, TRY(office::load(call.office(), TRY(call.at())))));
}

Result<Reply> keep(Call const& call) {
  auto const body = TRY(call.body({"proposal"}));
  auto const kept = TRY(office::keep_proposal(call.office(), call.name("id"), TRY(text(body, "proposal"))));
  return json(office::trip_json(kept, TRY(office::load(call.office(), TRY(call.at())))));
}

Result<Json> replan(Call const& call, Stream const& stream) {
  auto const body = TRY(call.body({"cancel", "keep", "moves", "seconds"}));
  office::ReplanRequest const request{.cancel = TRY(texts(body, "cancel")),
                                      .moves = static_cast<int>(TRY(amount(body, "moves", 0, most_moves, 0)))};
  auto const keep = TRY(flag(body, "keep"));
  auto const [effort, progress] = TRY(planning(body, stream));
  auto const replanned = TRY(office::replan_trip(call.office(), call.name("id"), request, keep, effort, progress));
  return proposed(call, replanned, office::replan_json(replanned, TRY(office::load(call.office(), TRY(call.at())))));
}

Result<Json> plan(Call const& call, Stream const& stream) {
  auto const body = TRY(call.body({"keep", "seconds", "gap"}));
  auto const keep = TRY(flag(body, "keep"));
  auto const [effort, progress] = TRY(planning(body, stream));
  auto const planned = TRY(office::plan_kept_trip(call.office(), call.name("id"), keep, effort, progress));
  return proposed(call, planned, office::replan_json(planned, TRY(office::load(call.office(), TRY(call.at())))));
}

template <Result<Json> (*question)(Call const&, Stream const&)>
Result<Reply> at_once(Call const& call) {
  return json(question(call, {}));
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
    {"POST", "/entries", "add_person", {}, add_person},
    {"GET",
     "/find",
     "find",
     {"limit", "query"},
     [](Call const& c) -> Result<Reply> { return json(office::find(c.office(), TRY(query(c)), TRY(c.limit()))); }},
    {"GET", "/people/{id}", "person", at,
     [](Call const& c) -> Result<Reply> {
       return page(office::person(c.office(), TRY(c.numbered()), TRY(c.at())), "person");
     }},
    {"GET",
     "/organisations",
     "organisations",
     {"as_of", "known_at", "limit", "query"},
     [](Call const& c) -> Result<Reply> {
       return json(office::organisations(c.office(), TRY(query(c)), TRY(c.limit()), TRY(c.at())));
     }},
    {"GET", "/organisations/{id}", "organisation", at,
     [](Call const& c) -> Result<Reply> {
       return page(office::organisation(c.office(), TRY(c.numbered()), TRY(c.at())), "organisation");
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
    {"POST", "/review/splits", "split", {}, split},
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
    {"POST", "/trips/{id}/plan", "plan", {}, at_once<plan>, plan},
    {"POST", "/trips/{id}/replan", "replan", {}, at_once<replan>, replan},
    {"POST", "/trips/{id}/keep", "keep_proposal", {}, keep},
    {"POST", "/trips/{id}/why-not", "why_not", {}, at_once<why_not>, why_not},
    {"POST", "/trips/{id}/what-if", "what_if", {}, at_once<what_if>, what_if},
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
