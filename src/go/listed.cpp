#include "go/listed.h"

#include "go/completion.h"

#include <algorithm>
#include <tuple>

namespace attache::go {
namespace {

class Listing {
public:
  Listing(Instance const& instance, DayGraph const& graph, Prices const& prices, double above, std::size_t most,
          Meter& meter)
      : instance_(instance), graph_(graph), prices_(prices), above_(above), most_(most), meter_(meter),
        completion_(graph, prices, meter), met_(std::size_t(graph.places), 0) {}

  std::optional<std::vector<ListedRoute>> run() {
    for (from_ = 0; from_ < graph_.cities; ++from_)
      if (prices_.from[std::size_t(from_)] > never) {
        auto const begun = prices_.from[std::size_t(from_)] - prices_.no_top;
        for (int place = 0; place < graph_.places; ++place)
          visit(place, graph_.approach(from_, place), begun - prices_.journeys * graph_.toll_out(from_, place), -1,
                false);
        for (int to = 0; to < graph_.cities; ++to)
          if (graph_.idle_possible(from_, to))
            end(to, begun - prices_.journeys * graph_.toll_idle(from_, to));
      }
    if (too_many_ || meter_.spent())
      return std::nullopt;
    return best_of_equals();
  }

private:
  void visit(int place, int arrival, double worth, int previous, bool had_top) {
    auto const is_top = graph_.top[std::size_t(place)] != 0;
    auto const gain = is_top && !had_top ? prices_.no_top : 0;
    for (int s = graph_.first[std::size_t(place)]; s < graph_.first[std::size_t(place) + 1]; ++s) {
      auto const price = prices_.stop[std::size_t(s)];
      auto const ends = price > never ? graph_.end_of(graph_.stops[std::size_t(s)], arrival) : no_time;
      if (ends != no_time && !too_many_ &&
          worth + price + gain + completion_.after(s, ends, had_top || is_top, previous) >= above_)
        go_on(s, ends, worth + price + gain, had_top || is_top);
    }
  }

  void go_on(int stop, int time, double worth, bool top) {
    if (meter_.spend(1))
      too_many_ = true;
    auto const here = graph_.stops[std::size_t(stop)].place;
    options_.push_back(stop);
    met_[std::size_t(here)] = 1;
    for (int to = 0; to < graph_.cities; ++to)
      if (time <= graph_.leave(here, to))
        end(to, worth - prices_.journeys * graph_.toll_home(here, to));
    for (int next = 0; next < graph_.places; ++next)
      if (met_[std::size_t(next)] == 0 && time <= graph_.last_departure(here, next))
        visit(next, graph_.arrival(here, next, time), worth - prices_.journeys * graph_.toll(here, next), here, top);
    met_[std::size_t(here)] = 0;
    options_.pop_back();
  }

  void end(int to, double worth) {
    if (worth + prices_.to[std::size_t(to)] < above_)
      return;
    ListedRoute listed{.route = {.day = graph_.day, .from = from_, .to = to, .options = options_}};
    listed.candidates = candidates_of(instance_, listed.route);
    std::ranges::sort(listed.candidates);
    listed.worth = route_worth(instance_, listed.route);
    found_.push_back(std::move(listed));
    too_many_ = too_many_ || found_.size() > 4 * most_; // equals are still among them
  }

  std::optional<std::vector<ListedRoute>> best_of_equals() {
    auto const key = [](ListedRoute const& listed) {
      return std::tie(listed.route.from, listed.route.to, listed.candidates);
    };
    std::ranges::sort(found_, [&](ListedRoute const& a, ListedRoute const& b) {
      return std::tuple{key(a), -a.worth, a.route.options} < std::tuple{key(b), -b.worth, b.route.options};
    });
    auto const rest = std::ranges::unique(found_, {}, key);
    found_.erase(rest.begin(), rest.end());
    if (found_.size() > most_)
      return std::nullopt;
    return std::move(found_);
  }

  Instance const& instance_;
  DayGraph const& graph_;
  Prices const& prices_;
  double above_;
  std::size_t most_;
  Meter& meter_;
  Completion completion_;
  int from_ = 0;
  std::vector<char> met_;    // per place
  std::vector<int> options_; // of the route at hand
  std::vector<ListedRoute> found_;
  bool too_many_ = false;
};

} // namespace

std::optional<std::vector<ListedRoute>> list_routes(Instance const& instance, DayGraph const& graph,
                                                    Prices const& prices, double above, std::size_t most,
                                                    Meter& meter) {
  return Listing{instance, graph, prices, above, most, meter}.run();
}

} // namespace attache::go
