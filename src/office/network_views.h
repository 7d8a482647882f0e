// Views of the network in the shapes of api/openapi.yaml: the office, today, ties, people, organisations, paths.
#pragma once

#include "office/view.h"
#include "see/coverage.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace attache::office {

using Json = nlohmann::ordered_json;

Result<Json> office_page(Office const& office, At at);
Result<Json> today(Office const& office, At at);

// The principal's ties, those to restore first on top, then the strongest. `state` empty: all.
Result<Json> ties(Office const& office, std::string_view state, std::size_t limit, At at);

// The best matches first; everyone by name if `query` is empty.
Result<Json> people(Office const& office, std::string_view query, std::size_t limit, At at);
Result<Json> organisations(Office const& office, std::string_view query, std::size_t limit, At at);
// One page, by name, e-mail or "#id". Fault::not_found.
Result<Json> person(Office const& office, std::string_view query, At at);
Result<Json> organisation(Office const& office, std::string_view query, At at);

enum class Alternatives { best, disjoint }; // disjoint: chains that share no introducer

struct PathRequest {
  std::string to;                // name, e-mail or "#id"
  std::vector<std::string> from; // anyone of these may begin; empty: the principal
  int k = 5, max_hops = 3;
  std::vector<std::string> exclude;               // people who may not introduce
  std::vector<std::string> exclude_organisations; // whose people may not
  Alternatives alternatives = Alternatives::best;
};
// Who was asked for an introduction in the last 90 days is spared, and each time told (see/asked.h).
Result<Json> paths(Office const& office, PathRequest const& request, At at);

// The strongest `limit` people with all ties among them.
Result<Json> network(Office const& office, std::size_t limit, At at);
// Against these targets (targets.h), if any; the gaps first.
Result<Json> coverage(Office const& office, std::vector<see::CoverageTarget> const& targets, At at);
Result<Json> landscape(Office const& office, At at);
// People and organisations on which the network hangs.
Result<Json> fragility(Office const& office, At at);

// How well strength predicts here, on up to `dates` past dates, and which strength the office shows.
Result<Json> backtest(Office const& office, int dates, At at);
// The same as one HTML page with the reliability curve as a picture.
Result<std::string> backtest_html(Office const& office, int dates, At at);

struct LedgerRequest {
  std::optional<Instant> from, to; // restorations in [from, to); by default the year up to the date
  double stretch = 0;              // 0..1: see::WinBackRules
  std::size_t limit = 10;          // of those to win back
};
// Which lapsed ties were restored, against what comes back anyway, and whom to win back next.
Result<Json> ledger(Office const& office, LedgerRequest const& request, At at);

// The network between two dates, as known at `known_at`. Fault::input unless from < to.
Result<Json> diff(Office const& office, Instant from, Instant to, Instant known_at);

} // namespace attache::office
