#include "office/directory.h"

#include "office/ingest.h"
#include "office/view.h"
#include "resolve/identify.h"
#include "resolve/identities.h"
#include "resolve/name_index.h"
#include "resolve/name_model.h"
#include "resolve/profile.h"

#include <algorithm>
#include <fmt/format.h>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace attache::office {
namespace {

// What was derived from the office while its head was `head`.
struct State {
  std::string head;
  std::shared_ptr<resolve::NameModel const> names;
  resolve::Identities identities;
  resolve::NameIndex index;
};

// How near people are, by the strongest of the principal's ties.
std::unordered_map<RecordId, double> strengths(View const& view) {
  std::unordered_map<RecordId, double> out;
  for (auto const& tie : own_ties(view))
    for (auto const person : {tie.a, tie.b})
      if (person != view.network.principal)
        out[RecordId{number(person)}] = tie.strength;
  return out;
}

Result<State> state_of(Office const& office) {
  auto head = TRY(office.store.head());
  auto const view = TRY(load(office, {.as_of = office.now}));
  auto const profiles = resolve::profiles(view.records, view.claims, view.sources);
  State out{
      .head = std::move(head), .names = view.names, .identities = resolve::Identities{view.names.get()}, .index = {}};
  out.identities.add(profiles, office.each);
  for (auto const& decision : resolve::given_decisions(view.decisions))
    out.identities.decide(decision);
  out.identities.settle(office.each);
  out.index.add(profiles, office.each);
  auto const near = strengths(view);
  out.index.rank([&](RecordId record) {
    auto const found = near.find(view.clusters.of(record));
    return found == near.end() ? 0.0 : found->second;
  });
  return out;
}

// Records of a source that was kept with their ids in the store, and what they say.
std::vector<resolve::Profile> profiles_of(Batch const& batch, Source const& source, RecordId first) {
  auto const global = [&](RecordId local) {
    auto const id = number(local);
    return RecordId{id > 0 ? number(first) + id - 1 : -id};
  };
  auto records = batch.records;
  auto claims = batch.claims;
  for (auto& record : records) {
    record.id = global(record.id);
    record.source = source.id;
  }
  for (auto& claim : claims) {
    claim.subject = global(claim.subject);
    claim.object = number(claim.object) == 0 ? claim.object : global(claim.object);
  }
  return resolve::profiles(records, claims, {source});
}

// Clusters as they were before settling.
class Before {
public:
  Before(resolve::Identities const& identities, std::vector<resolve::Moved> const& moved) : identities_(identities) {
    for (auto const& one : moved)
      before_.emplace(one.record, one.before);
  }
  [[nodiscard]] RecordId of(RecordId record) const {
    auto const found = before_.find(record);
    return found == before_.end() ? identities_.of(record) : found->second;
  }
  // Two that were one are one no longer.
  [[nodiscard]] bool parted() const {
    return std::ranges::any_of(before_, [&](auto const& one) {
      return one.first != one.second && identities_.of(one.first) != identities_.of(one.second);
    });
  }

private:
  resolve::Identities const& identities_;
  std::unordered_map<RecordId, RecordId> before_;
};

// Those that join what was not one before, each once.
std::vector<Decision> news(std::vector<Decision> all, Before const& before) {
  std::unordered_map<RecordId, RecordId> parent;
  auto const root = [&](RecordId record) {
    for (auto at = parent.find(record); at != parent.end(); at = parent.find(record))
      record = at->second;
    return record;
  };
  std::erase_if(all, [&](Decision const& decision) {
    auto const a = root(before.of(decision.a));
    auto const b = root(before.of(decision.b));
    if (a != b)
      parent.emplace(std::max(a, b), std::min(a, b));
    return a == b;
  });
  return all;
}

} // namespace

class Directory::Parts {
public:
  std::shared_mutex mutex;
  std::unique_ptr<State> state; // null: to be made

  // Under a lock of its own.
  Result<void> refresh(Office const& office) {
    if (state != nullptr && state->head == TRY(office.store.head()))
      return {};
    state.reset();
    state = std::make_unique<State>(TRY(state_of(office)));
    return {};
  }
};

Directory::Directory() : parts_(std::make_unique<Parts>()) {}
Directory::~Directory() = default;

Result<std::vector<resolve::Match>> Directory::find(Office const& office, std::string_view query, RecordKind kind,
                                                    std::size_t limit) {
  auto const answer = [&] {
    auto const& state = *parts_->state;
    return state.index.find(
        query, kind, [&](RecordId record) { return state.identities.of(record); }, limit, state.names.get());
  };
  {
    std::shared_lock const lock{parts_->mutex};
    if (parts_->state != nullptr && parts_->state->head == TRY(office.store.head()))
      return answer();
  }
  std::unique_lock const lock{parts_->mutex};
  TRY(parts_->refresh(office));
  return answer();
}

Result<Directory::Kept> Directory::keep(Office const& office, Source const& source, Batch batch) {
  std::unique_lock const lock{parts_->mutex};
  if (parts_->state == nullptr || parts_->state->head != TRY(office.store.head()))
    TRY(resolve_identities(office)); // so that nothing waits but what is new
  TRY(parts_->refresh(office));
  auto writer =
      TRY(office.store.begin({.what = fmt::format("add {}", source.title), .by = office.user, .at = office.now}));
  auto kept = source;
  Kept out{.source = TRY(writer->add_source(source))};
  kept.id = out.source;
  TRY(writer->add(batch));
  out.first = writer->first_record();
  auto const profiles = profiles_of(batch, kept, out.first);
  auto state = std::move(parts_->state); // whatever fails from here on makes it anew
  state->identities.add(profiles);
  auto settled = state->identities.settle();
  Before const before{state->identities, settled.moved};
  out.all_anew = before.parted();
  if (!out.all_anew)
    out.decisions = news(std::move(settled.decisions), before);
  for (auto const& decision : out.decisions)
    TRY(writer->decide(decision));
  TRY(writer->commit());
  writer.reset();
  if (out.all_anew) {
    TRY(resolve_identities(office));
    return out;
  }
  state->index.add(profiles);
  state->head = TRY(office.store.head());
  parts_->state = std::move(state);
  return out;
}

RecordId Directory::of(RecordId record) {
  std::shared_lock const lock{parts_->mutex};
  return parts_->state == nullptr ? record : parts_->state->identities.of(record);
}

} // namespace attache::office
