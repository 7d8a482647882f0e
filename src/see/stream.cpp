#include "see/stream.h"

#include "see/when.h"

#include <algorithm>
#include <tuple>

namespace attache::see {

Stream make_stream(std::vector<Event> events) {
  for (auto& event : events)
    if (event.a > event.b) {
      std::swap(event.a, event.b);
      event.forward = !event.forward;
    }
  std::erase_if(events, [](Event const& event) { return event.a == event.b; });
  std::ranges::sort(events, {}, [](Event const& event) {
    return std::tuple(event.a, event.b, event.day, event.weight, event.forward);
  });
  Stream stream{.events = std::move(events)};
  for (std::size_t i = 0; i < stream.events.size(); ++i) {
    auto const& event = stream.events[i];
    if (stream.pairs.empty() || stream.pairs.back().a != event.a || stream.pairs.back().b != event.b)
      stream.pairs.push_back({.a = event.a, .b = event.b, .begin = i});
    stream.pairs.back().end = i + 1;
    stream.people = std::max(stream.people, event.b + 1);
  }
  return stream;
}

Stream stream_of(std::vector<History> const& histories, std::vector<PersonId>& people) {
  people.clear();
  for (auto const& history : histories)
    people.insert(people.end(), {history.a, history.b});
  std::ranges::sort(people);
  auto const [first, last] = std::ranges::unique(people);
  people.erase(first, last);
  auto const place = [&](PersonId id) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(people, id) - people.begin());
  };
  std::vector<Event> events;
  for (auto const& history : histories)
    for (auto const& encounter : history.encounters)
      events.push_back({.day = days_between(Instant{}, encounter.at),
                        .a = place(history.a),
                        .b = place(history.b),
                        .weight = static_cast<float>(encounter.weight)});
  return make_stream(std::move(events));
}

} // namespace attache::see
