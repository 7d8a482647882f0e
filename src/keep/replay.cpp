#include "keep/replay.h"

#include "keep/digest.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::keep {

namespace {

template <class... Words>
void breach(std::vector<std::string>& broken, ChangeId change, fmt::format_string<Words...> format, Words&&... words) {
  broken.push_back(fmt::format("change {}: {}", number(change), fmt::format(format, std::forward<Words>(words)...)));
}

} // namespace

void Replay::apply(Entry const& entry, Change const& change) {
  if (number(entry.id) != number(total_.id) + 1)
    breach(broken_, entry.id, "follows change {}", number(total_.id));
  total_.id = entry.id;
  counts(entry, change);
  identities(change);
  records(change);
  claims(change);
  statuses(change);
  decisions(change);
  auto const expected = digest(total_.digest, entry.id, entry.note, change);
  if (entry.digest != expected)
    breach(broken_, entry.id, "its digest is {}, its content and the change before give {}", entry.digest, expected);
  total_.digest = entry.digest;
}

void Replay::counts(Entry const& entry, Change const& change) {
  auto const same = [&](std::string_view what, std::int64_t stated, std::size_t found) {
    if (stated != static_cast<std::int64_t>(found))
      breach(broken_, entry.id, "states {} {}, {} are there", stated, what, found);
  };
  same("sources", entry.sources, change.sources.size());
  same("records", entry.records, change.records.size());
  same("claims", entry.claims, change.claims.size());
  same("status changes", entry.statuses, change.statuses.size());
  same("decisions", entry.decisions, change.decisions.size());
}

void Replay::identities(Change const& change) {
  auto const dense = [&](std::string_view what, std::int64_t& last, auto const& rows) {
    for (auto const& row : rows)
      if (number(row.id) != ++last)
        breach(broken_, total_.id, "{} {} should have number {}", what, number(row.id), last);
  };
  dense("source", total_.sources, change.sources);
  dense("record", total_.records, change.records);
  dense("claim", total_.claims, change.claims);
  dense("decision", total_.decisions, change.decisions);
  total_.statuses += static_cast<std::int64_t>(change.statuses.size());
}

// Every record has a source of this change, and a claim that names it.
void Replay::records(Change const& change) {
  auto const known = [&](SourceId id) { return std::ranges::binary_search(change.sources, id, {}, &Source::id); };
  for (auto const& record : change.records)
    if (!known(record.source))
      breach(broken_, total_.id, "record {} has no source {}", number(record.id), number(record.source));
  for (auto const& item : change.rejected)
    if (!known(item.source))
      breach(broken_, total_.id, "a rejected item has no source {}", number(item.source));
  if (change.records.empty())
    return;
  auto const first = number(change.records.front().id);
  std::vector<bool> named(change.records.size());
  for (auto const& claim : change.claims)
    for (auto const record : {claim.subject, claim.object})
      if (auto const at = number(record) - first; at >= 0 && at < std::ssize(named))
        named[static_cast<std::size_t>(at)] = true;
  for (std::size_t at = 0; at < named.size(); ++at)
    if (!named[at])
      breach(broken_, total_.id, "record {} has no claim", number(change.records[at].id));
}

// A claim speaks of records of its own source, or of those that the store had before it.
void Replay::claims(Change const& change) {
  auto const before = total_.records - static_cast<std::int64_t>(change.records.size());
  auto const owns = [&](Claim const& claim, RecordId id) {
    auto const record = std::ranges::lower_bound(change.records, id, {}, &Record::id);
    return (number(id) > 0 && number(id) <= before) ||
           (record != change.records.end() && record->id == id && record->source <= claim.source);
  };
  for (auto const& claim : change.claims)
    for (auto const record : {claim.subject, claim.object})
      if (!owns(claim, record) && (record == claim.subject || number(record) != 0))
        breach(broken_, total_.id, "claim {} names record {}, which source {} does not have", number(claim.id),
               number(record), number(claim.source));
}

void Replay::statuses(Change const& change) {
  for (auto const& status : change.statuses) {
    if (number(status.claim) < 1 || number(status.claim) > total_.claims)
      breach(broken_, total_.id, "sets the status of claim {}, which does not exist", number(status.claim));
    now_[number(status.claim)] = status.status;
  }
}

void Replay::decisions(Change const& change) {
  for (auto const& decision : change.decisions) {
    if (number(decision.a) < 1 || decision.a >= decision.b || number(decision.b) > total_.records)
      breach(broken_, total_.id, "decision {} compares records {} and {}", number(decision.id), number(decision.a),
             number(decision.b));
    if (number(decision.undoes) < 0 || decision.undoes >= decision.id)
      breach(broken_, total_.id, "decision {} undoes decision {}", number(decision.id), number(decision.undoes));
    if (number(decision.part_of) < 0 || decision.part_of >= decision.id)
      breach(broken_, total_.id, "decision {} is part of decision {}", number(decision.id), number(decision.part_of));
  }
}

void Replay::compare(std::unordered_map<std::int64_t, Status> const& kept) {
  for (auto const& [claim, status] : kept)
    if (auto const replayed = now_.find(claim); replayed == now_.end() || replayed->second != status)
      broken_.push_back(fmt::format("claim {} is kept as {}, the journal makes it {}", claim, to_string(status),
                                    replayed == now_.end() ? "what it was" : to_string(replayed->second)));
  for (auto const& [claim, status] : now_)
    if (!kept.contains(claim))
      broken_.push_back(fmt::format("claim {} is kept as it was, the journal makes it {}", claim, to_string(status)));
}

void Replay::compare_totals(Entry const& answered) {
  auto const same = [&](std::string_view what, std::int64_t journal, std::int64_t store) {
    if (journal != store)
      broken_.push_back(fmt::format("the journal adds up to {} {}, the store has {}", journal, what, store));
  };
  same("sources", total_.sources, answered.sources);
  same("records", total_.records, answered.records);
  same("claims", total_.claims, answered.claims);
  same("status changes", total_.statuses, answered.statuses);
  same("decisions", total_.decisions, answered.decisions);
}

} // namespace attache::keep
