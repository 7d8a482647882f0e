// Plans as paths through the nights, made of listed day routes: the best at given charges, who may be met twice on it,
// and which routes lie on no path that is worth enough.
#pragma once

#include "go/listed.h"
#include "go/multipliers.h"
#include "go/rest.h"

namespace attache::go {

// One side of a split (rest.h).
struct Side {
  Branch::By by = Branch::By::nothing;
  int day = 0, what = 0; // in city `what` on the night after `day`; candidate `what` met on `day` (-1: never)
};

class NightPaths {
public:
  // The routes in order of day.
  NightPaths(Instance const& instance, std::vector<ListedRoute> list);

  [[nodiscard]] int routes() const { return static_cast<int>(list_.size()); }
  [[nodiscard]] ListedRoute const& listed(int route) const { return list_[std::size_t(route)]; }

  // What no plan of these routes (ascending) is worth more than, by the charges; `never` if there is none. What follows
  // is about that path and those routes.
  double best(std::vector<int> const& routes, Charges const& charges);
  [[nodiscard]] std::vector<int> const& path() const { return path_; } // a route per day; empty: there is none
  // How many of the routes lie on paths worth at least `enough`; and keeps only those.
  [[nodiscard]] std::size_t count(std::vector<int> const& routes, double enough) const;
  void keep(std::vector<int>& routes, double enough) const;

  // Those of the routes that are on that side.
  [[nodiscard]] std::vector<int> side(std::vector<int> const& routes, Side const& side) const;
  // How many of the routes there are by day, by day and city of the next night, and by day and candidate met.
  struct Counts {
    std::vector<int> day;
    Table<int> night, meeting;
  };
  [[nodiscard]] Counts counts(std::vector<int> const& routes) const;

private:
  struct Compact { // what is looked at again and again
    double worth = 0;
    int begin = 0, end = 0;    // in candidates_
    int before = 0, after = 0; // nights: day x city
  };
  [[nodiscard]] double through(int route, std::size_t at) const;
  void find_path();

  Instance const& instance_;
  std::vector<ListedRoute> list_;
  std::vector<Compact> compact_;
  std::vector<int> candidates_;
  double constant_ = 0;
  std::vector<double> charge_;         // per candidate
  std::vector<double> net_;            // per route looked at: worth less charges
  std::vector<double> ahead_, behind_; // per night and city: the best way there, and on from there
  std::vector<int> last_;              // per night and city: the route that comes there
  std::vector<int> path_;
};

// Steps from multipliers to better ones, along what the best paths break (Polyak 1969; Camerini, Fratta, Maffioli
// 1975).
class Steps {
public:
  Steps(Instance const& instance, Charges const& from);
  [[nodiscard]] Charges const& charges() const { return charges_; }
  // One on, as far as would bring `bound` down to `aim` if all went well. False if the path breaks nothing.
  bool go(NightPaths const& paths, double bound, double aim);

private:
  void gradient(NightPaths const& paths);
  void deflect();

  Instance const& instance_;
  Charges charges_;
  // Candidates, then sectors, then caps: the charge, its highest value, minutes or amounts that count as one, what the
  // path leaves over of it, and the way the last step went.
  std::vector<double*> charge_;
  std::vector<double> most_, unit_, over_, way_;
  double length_ = 1, lowest_ = -never; // of a step; the lowest bound so far
  int since_ = 0;                       // steps since the bound fell much
};

} // namespace attache::go
