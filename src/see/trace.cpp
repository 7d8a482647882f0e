#include "see/trace.h"

#include <optional>

namespace attache::see {
namespace {

using std::chrono::hours;

enum class Grain : std::uint8_t { identifier, day, moment };

// Mixes numbers one after the other (the finaliser of SplitMix64).
class Mix {
public:
  Mix& add(std::uint64_t value) {
    state_ += value + 0x9e3779b97f4a7c15U;
    state_ = (state_ ^ (state_ >> 30U)) * 0xbf58476d1ce4e5b9U;
    state_ = (state_ ^ (state_ >> 27U)) * 0x94d049bb133111ebU;
    state_ ^= state_ >> 31U;
    return *this;
  }
  [[nodiscard]] std::uint64_t value() const { return state_; }

private:
  std::uint64_t state_ = 0;
};

std::uint64_t mixed(std::uint64_t who, Grain grain, std::int64_t when) {
  return Mix{}.add(who).add(static_cast<std::uint64_t>(grain)).add(static_cast<std::uint64_t>(when)).value();
}

std::uint64_t named(std::string const& uid) {
  Mix mix;
  for (auto const byte : uid)
    mix.add(static_cast<unsigned char>(byte));
  return mixed(mix.value(), Grain::identifier, 0);
}

// The kind and the guests (without any, the organisations); nothing if there is neither or no day.
std::optional<std::uint64_t> company(Telling const& telling) {
  auto const& contact = telling.contact;
  auto const nobody = telling.guests.empty() && contact.organisations.empty();
  if (nobody || contact.when.from.precision < Precision::day)
    return std::nullopt;
  Mix mix;
  mix.add(static_cast<std::uint64_t>(contact.kind)).add(telling.guests.empty() ? 0 : 1);
  for (auto const guest : telling.guests)
    mix.add(static_cast<std::uint64_t>(number(guest)));
  if (telling.guests.empty())
    for (auto const organisation : contact.organisations)
      mix.add(static_cast<std::uint64_t>(number(organisation)));
  return mix.value();
}

std::int64_t day_of(Instant at) { return std::chrono::floor<std::chrono::days>(at).time_since_epoch().count(); }

// Stretches of time as long as two accounts of one contact may be apart: a minute for messages, else an hour.
std::int64_t moment_of(ContactKind kind, Instant at) {
  auto const seconds = at.time_since_epoch().count();
  auto const length = kind == ContactKind::message ? 60 : 3600;
  return seconds / length - (seconds % length < 0 ? 1 : 0);
}

std::vector<std::uint64_t> identifiers(Telling const& telling) {
  std::vector<std::uint64_t> found;
  for (auto const& uid : telling.uids)
    found.push_back(named(uid));
  return found;
}

} // namespace

std::vector<std::uint64_t> traces(Telling const& telling) {
  auto found = identifiers(telling);
  auto const who = company(telling);
  if (!who)
    return found;
  auto const& from = telling.contact.when.from;
  if (from.precision == Precision::day) {
    found.push_back(mixed(*who, Grain::day, day_of(from.at)));
    return found;
  }
  found.push_back(mixed(*who, Grain::moment, moment_of(telling.contact.kind, from.at)));
  return found;
}

std::vector<std::uint64_t> probes(Telling const& telling) {
  auto found = identifiers(telling);
  auto const who = company(telling);
  if (!who)
    return found;
  auto const at = telling.contact.when.from.at;
  auto const moment = [&](Instant then) { return moment_of(telling.contact.kind, then); };
  auto const is_day = telling.contact.when.from.precision == Precision::day;
  auto const first_moment = is_day ? moment(at - hours{14}) : moment(at) - 1; // as merged() has a minute on a day
  auto const last_moment = is_day ? moment(at + hours{36}) : moment(at) + 1;
  for (auto then = first_moment; then <= last_moment; ++then)
    found.push_back(mixed(*who, Grain::moment, then));
  auto const first_day = is_day ? day_of(at) : day_of(at - hours{36});
  for (auto day = first_day; day <= day_of(is_day ? at : at + hours{14}); ++day)
    found.push_back(mixed(*who, Grain::day, day));
  return found;
}

} // namespace attache::see
