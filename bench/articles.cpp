// Compares readings of articles with gold annotations: precision, recall and F1 per kind, as JSON.
// usage: bench_articles [--proposed] FOLDER NN...   FOLDER holds NN.txt and NN.gold.json
//        bench_articles --show FILE                 prints what the reader finds in a file
#include "bench/articles.h"

#include "base/unicode.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace attache::bench {

namespace {

using Json = nlohmann::ordered_json;

struct Count {
  int hit = 0, read = 0, gold = 0; // hit: of those read; found: of those in the gold
  int found = 0;
  [[nodiscard]] Json json() const {
    auto const p = read == 0 ? 1.0 : static_cast<double>(hit) / read;
    auto const r = gold == 0 ? 1.0 : static_cast<double>(found) / gold;
    auto const round = [](double x) { return std::round(x * 1000) / 1000; };
    return {{"precision", round(p)}, {"recall", round(r)}, {"f1", p + r == 0 ? 0.0 : round(2 * p * r / (p + r))},
            {"read", read},          {"gold", gold},       {"matched", found}};
  }
  Count& operator+=(Count const& o) {
    hit += o.hit, read += o.read, gold += o.gold, found += o.found;
    return *this;
  }
};

struct Share {
  int right = 0, of = 0;
  void add(bool ok) { right += ok ? 1 : 0, ++of; }
  [[nodiscard]] Json json() const {
    return {{"accuracy", of == 0 ? 1.0 : std::round(1000.0 * right / of) / 1000}, {"right", right}, {"of", of}};
  }
  Share& operator+=(Share const& o) {
    right += o.right, of += o.of;
    return *this;
  }
};

struct Score {
  Count people, organisations, meetings, trips, money, relations, participants;
  Share exact, date, realis, voice, realis_meetings, money_kind, trip_dates, trip_days;
  int wrong_asserted = 0;
  std::vector<std::string> notes;
};

bool share(Names const& a, Names const& b) {
  return std::ranges::any_of(a, [&](std::string const& name) { return b.contains(name); });
}

// read index -> gold index, or -1. First by the gold's own name, then by any of its aliases.
std::vector<int> match_entities(std::vector<Entity> const& read, std::vector<Entity> const& gold) {
  std::vector<int> matched(read.size(), -1);
  std::vector<bool> used(gold.size());
  for (bool const strict : {true, false})
    for (std::size_t i = 0; i < read.size(); ++i)
      for (std::size_t k = 0; k < gold.size(); ++k) {
        bool const same =
            strict ? read[i].names.contains(fold_case(squeeze(gold[k].name))) : share(read[i].names, gold[k].names);
        if (matched[i] >= 0 || used[k] || !same)
          continue;
        matched[i] = static_cast<int>(k);
        used[k] = true;
      }
  return matched;
}

Count count_of(std::vector<int> const& matched, std::size_t gold) {
  auto const hit = static_cast<int>(std::ranges::count_if(matched, [](int k) { return k >= 0; }));
  return {.hit = hit, .read = static_cast<int>(matched.size()), .gold = static_cast<int>(gold), .found = hit};
}

bool overlap(Spans const& a, Spans const& b) {
  for (auto const& x : a)
    for (auto const& y : b)
      if (x.first < y.second && y.first < x.second)
        return true;
  return false;
}

bool same_time(Event const& a, Event const& b) {
  auto const from = [](Event const& e) { return e.from.known() ? e.from : e.to; };
  auto const to = [](Event const& e) { return e.to.known() ? e.to : e.from; };
  if (!from(a).known() || !from(b).known())
    return true;
  return from(a).at < end_of(to(b)) && from(b).at < end_of(to(a));
}

struct Comparison {
  Telling const& read;
  Telling const& gold;
  std::vector<int> people, organisations;
  Score score;

  // Participants as gold indices: people 0.., organisations 1000..; -1 - n for those the gold does not know.
  [[nodiscard]] std::set<int> sides(Event const& e, bool of_gold) const {
    std::set<int> found;
    for (auto const p : e.people)
      found.insert(of_gold ? static_cast<int>(p) : people[p] >= 0 ? people[p] : -1 - static_cast<int>(p));
    for (auto const o : e.organisations)
      found.insert(of_gold                 ? 1000 + static_cast<int>(o)
                   : organisations[o] >= 0 ? 1000 + organisations[o]
                                           : -1001 - static_cast<int>(o));
    return found;
  }

  [[nodiscard]] static int common(std::set<int> const& a, std::set<int> const& b) {
    return static_cast<int>(std::ranges::count_if(a, [&](int x) { return b.contains(x); }));
  }

  // How well two meetings agree; 0 = they are not the same.
  [[nodiscard]] double agreement(Event const& r, Event const& g) const {
    auto const a = sides(r, false), b = sides(g, true);
    auto const both = common(a, b);
    if (both == 0)
      return 0;
    auto const jaccard =
        static_cast<double>(both) / static_cast<double>(a.size() + b.size() - static_cast<std::size_t>(both));
    bool const same_words = overlap(r.spans, g.spans);
    if (!same_words && (jaccard < 0.5 || both < 2 || !same_time(r, g)))
      return 0;
    return jaccard + (same_words ? 1 : 0);
  }

  void meetings() {
    struct Pair {
      double agreement;
      std::size_t r, g;
    };
    std::vector<Pair> pairs;
    for (std::size_t r = 0; r < read.meetings.size(); ++r)
      for (std::size_t g = 0; g < gold.meetings.size(); ++g)
        if (auto const a = agreement(read.meetings[r], gold.meetings[g]); a > 0)
          pairs.push_back({a, r, g});
    std::ranges::stable_sort(pairs, [](Pair const& a, Pair const& b) { return a.agreement > b.agreement; });
    std::vector<int> matched(read.meetings.size(), -1);
    std::vector<bool> used(gold.meetings.size());
    for (auto const& pair : pairs)
      if (matched[pair.r] < 0 && !used[pair.g]) {
        matched[pair.r] = static_cast<int>(pair.g);
        used[pair.g] = true;
      }
    score.meetings = count_of(matched, gold.meetings.size());
    for (std::size_t r = 0; r < matched.size(); ++r)
      if (matched[r] >= 0)
        judge(read.meetings[r], gold.meetings[static_cast<std::size_t>(matched[r])]);
      else
        score.notes.push_back("meeting only read: " + read.meetings[r].quote);
    for (std::size_t g = 0; g < used.size(); ++g)
      if (!used[g])
        score.notes.push_back("meeting not read: " + gold.meetings[g].quote);
    wrong_asserted(matched);
  }

  // How the statement that has the gold's words stands; else the first.
  [[nodiscard]] static std::pair<Realis, Voice> stand_at(Event const& r, Event const& g) {
    for (std::size_t i = 0; i < r.spans.size(); ++i)
      if (overlap({r.spans[i]}, g.spans))
        return r.stands[i];
    return {r.realis, r.voice};
  }

  void judge(Event const& r, Event const& g) {
    auto const [realis, voice] = stand_at(r, g);
    auto const a = sides(r, false), b = sides(g, true);
    auto const both = common(a, b);
    score.participants +=
        {.hit = both, .read = static_cast<int>(a.size()), .gold = static_cast<int>(b.size()), .found = both};
    score.exact.add(a == b);
    if (g.from.known()) {
      bool const right = r.from.known() && same_time(r, g);
      score.date.add(right);
      if (!right)
        score.notes.push_back("date " + to_string(r.from) + " for " + to_string(g.from) + ": " + g.quote);
    }
    score.realis_meetings.add(realis == g.realis);
    if (realis != g.realis)
      score.notes.push_back("realis " + std::string{to_string(realis)} + " for " + std::string{to_string(g.realis)} +
                            ": " + g.quote);
    if (a != b)
      score.notes.push_back("participants differ: " + g.quote);
    stand(realis, g.realis, voice, g.voice, g.quote);
  }

  void stand(Realis r, Realis g, Voice rv, Voice gv, std::string const& quote) {
    score.realis.add(r == g);
    score.voice.add(rv == gv);
    if (rv != gv)
      score.notes.push_back("voice " + std::string{to_string(rv)} + " for " + std::string{to_string(gv)} + ": " +
                            quote);
  }

  // Asserted by us; in the gold planned, possible, cancelled, denied, reported or hedged. Counted for the meeting it is
  // matched with, and for any meeting whose words it overlaps when it is matched with none.
  void wrong_asserted(std::vector<int> const& matched) {
    auto const weak = [](Event const& g) { return g.realis != Realis::asserted || g.hedged; };
    for (std::size_t r = 0; r < matched.size(); ++r) {
      if (read.meetings[r].realis != Realis::asserted)
        continue;
      bool wrong = matched[r] >= 0 && weak(gold.meetings[static_cast<std::size_t>(matched[r])]);
      for (auto const& g : gold.meetings)
        wrong = wrong || (matched[r] < 0 && weak(g) && overlap(read.meetings[r].spans, g.spans));
      score.wrong_asserted += wrong ? 1 : 0;
      if (wrong)
        score.notes.push_back("WRONG ASSERTED: " + read.meetings[r].quote);
    }
  }

  [[nodiscard]] bool same_trip(Event const& r, Event const& g) const {
    if (common(sides(r, false), sides(g, true)) == 0 && !g.people.empty())
      return false;
    return overlap(r.spans, g.spans) || (share(r.places, g.places) && same_time(r, g) && r.realis == g.realis);
  }

  void trip_date(Event const& r, Event const& g) {
    bool const right = (!g.from.known() || r.from == g.from) && (!g.to.known() || r.to == g.to);
    score.trip_dates.add(right);
    if (!right)
      score.notes.push_back("trip date " + to_string(r.from) + ".." + to_string(r.to) + " for " + to_string(g.from) +
                            ".." + to_string(g.to) + ": " + g.quote);
  }

  // The gold lists a trip once per statement, we once per trip: one trip read may match several rows.
  void trips() {
    std::vector<bool> hit(read.trips.size());
    for (auto const& g : gold.trips) {
      auto best = std::ranges::find_if(read.trips,
                                       [&](Event const& r) { return same_trip(r, g) && overlap(r.spans, g.spans); });
      if (best == read.trips.end())
        best = std::ranges::find_if(read.trips, [&](Event const& r) { return same_trip(r, g); });
      score.trips.gold += 1;
      if (best == read.trips.end()) {
        score.notes.push_back("trip not read: " + g.quote);
        continue;
      }
      score.trips.found += 1;
      hit[static_cast<std::size_t>(best - read.trips.begin())] = true;
      for (std::size_t r = 0; r < read.trips.size(); ++r)
        hit[r] = hit[r] || same_trip(read.trips[r], g);
      if (g.from.known() || g.to.known())
        trip_date(*best, g);
      if (g.days > 0)
        score.trip_days.add(best->days == g.days);
      auto const [realis, voice] = stand_at(*best, g);
      if (realis != g.realis)
        score.notes.push_back("trip realis " + std::string{to_string(realis)} + ": " + g.quote);
      stand(realis, g.realis, voice, g.voice, g.quote);
    }
    score.trips.read = static_cast<int>(hit.size());
    score.trips.hit = static_cast<int>(std::ranges::count(hit, true));
    for (std::size_t r = 0; r < hit.size(); ++r)
      if (!hit[r])
        score.notes.push_back("trip only read: " + read.trips[r].quote);
  }

  template <class T, class Same>
  void pair_up(std::vector<T> const& ours, std::vector<T> const& theirs, Count& count, Same same, char const* what) {
    std::vector<bool> used(theirs.size());
    for (auto const& r : ours) {
      bool found = false;
      for (std::size_t g = 0; g < theirs.size() && !found; ++g)
        if (!used[g] && same(r, theirs[g])) {
          used[g] = found = true;
          stand(r.realis, theirs[g].realis, r.voice, theirs[g].voice, what);
        }
      count.hit += found ? 1 : 0;
      if (!found)
        score.notes.push_back(std::string{what} + " only read: " + describe(r));
    }
    for (std::size_t g = 0; g < theirs.size(); ++g)
      if (!used[g])
        score.notes.push_back(std::string{what} + " not read: " + describe(theirs[g]));
    count.found = count.hit;
    count.read = static_cast<int>(ours.size());
    count.gold = static_cast<int>(theirs.size());
  }

  static std::string first(Names const& names) { return names.empty() ? "?" : *names.begin(); }
  static std::string describe(Sum const& s) {
    return s.kind + " " + first(s.of) + " " + s.currency + " " + std::to_string(s.amount);
  }
  static std::string describe(Tie const& t) { return first(t.from) + " " + t.property + " " + first(t.to); }

  void rest() {
    pair_up(
        read.money, gold.money, score.money,
        [&](Sum const& a, Sum const& b) {
          bool const same =
              a.currency == b.currency && std::abs(a.amount - b.amount) <= 0.005 * b.amount && share(a.of, b.of);
          if (same)
            score.money_kind.add(a.kind == b.kind);
          return same;
        },
        "money");
    pair_up(
        read.relations, gold.relations, score.relations,
        [](Tie const& a, Tie const& b) {
          bool const mutual = a.property == "competitor_of" || a.property == "partner_of";
          return a.property == b.property && ((share(a.from, b.from) && share(a.to, b.to)) ||
                                              (mutual && share(a.from, b.to) && share(a.to, b.from)));
        },
        "relation");
  }

  void run() {
    people = match_entities(read.people, gold.people);
    organisations = match_entities(read.organisations, gold.organisations);
    score.people = count_of(people, gold.people.size());
    score.organisations = count_of(organisations, gold.organisations.size());
    unmatched("person", read.people, gold.people, people);
    unmatched("organisation", read.organisations, gold.organisations, organisations);
    meetings();
    trips();
    rest();
  }

  void unmatched(std::string const& what, std::vector<Entity> const& ours, std::vector<Entity> const& theirs,
                 std::vector<int> const& matched) {
    for (std::size_t i = 0; i < ours.size(); ++i)
      if (matched[i] < 0)
        score.notes.push_back(what + " only read: " + ours[i].name);
    for (std::size_t k = 0; k < theirs.size(); ++k)
      if (std::ranges::find(matched, static_cast<int>(k)) == matched.end())
        score.notes.push_back(what + " not read: " + theirs[k].name);
  }
};

Json json_of(Score const& s) {
  return {{"people", s.people.json()},
          {"organisations", s.organisations.json()},
          {"meetings", s.meetings.json()},
          {"meeting_participants", s.participants.json()},
          {"meetings_exact_participants", s.exact.json()},
          {"meeting_dates", s.date.json()},
          {"realis_of_meetings", s.realis_meetings.json()},
          {"trips", s.trips.json()},
          {"trip_dates", s.trip_dates.json()},
          {"trip_days", s.trip_days.json()},
          {"money", s.money.json()},
          {"money_kind", s.money_kind.json()},
          {"relations", s.relations.json()},
          {"realis", s.realis.json()},
          {"attribution", s.voice.json()},
          {"wrong_asserted", s.wrong_asserted}};
}

void add(Score& all, Score const& one) {
  all.people += one.people, all.organisations += one.organisations, all.meetings += one.meetings;
  all.trips += one.trips, all.money += one.money, all.relations += one.relations, all.participants += one.participants;
  all.exact += one.exact, all.date += one.date, all.realis += one.realis, all.voice += one.voice;
  all.realis_meetings += one.realis_meetings, all.money_kind += one.money_kind;
  all.trip_dates += one.trip_dates, all.trip_days += one.trip_days;
  all.wrong_asserted += one.wrong_asserted;
}

std::string slurp(std::string const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int show(std::string const& path) {
  auto const reading = read::article(slurp(path), path);
  if (!reading) {
    std::cerr << reading.error().what << '\n';
    return 2;
  }
  std::cout << "title: " << reading->source.title << "\npublisher: " << reading->source.publisher
            << "\npublished: " << to_string(reading->source.published) << '\n';
  for (auto const& c : reading->batch.claims) {
    auto const key = [&](RecordId id) {
      return number(id) == 0 ? std::string{} : reading->batch.records[static_cast<std::size_t>(number(id)) - 1].key;
    };
    std::cout << key(c.subject) << ' ' << c.property << ' ' << c.value << ' ' << key(c.object) << " ["
              << to_string(c.realis) << ", " << to_string(c.attribution.voice) << ' ' << c.attribution.name
              << (c.attribution.hedged ? " hedged" : "") << ", " << to_string(c.valid.from) << ".."
              << to_string(c.valid.to) << ", " << c.confidence << ' ' << to_string(c.status) << "] " << c.evidence.quote
              << '\n';
  }
  return 0;
}

} // namespace

int run(std::vector<std::string> arguments) {
  bool proposed = false;
  if (arguments.size() == 2 && arguments[0] == "--show")
    return show(arguments[1]);
  if (!arguments.empty() && arguments[0] == "--proposed") {
    proposed = true;
    arguments.erase(arguments.begin());
  }
  if (arguments.size() < 2) {
    std::cerr << "usage: bench_articles [--proposed] FOLDER NN... | --show FILE\n";
    return 2;
  }
  Json out;
  Score all;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    auto const stem = arguments[0] + "/" + arguments[i];
    auto const text = slurp(stem + ".txt");
    auto const reading = read::article(text, arguments[i] + ".txt");
    if (!reading) {
      std::cerr << stem << ": " << reading.error().what << '\n';
      return 2;
    }
    auto const gold = gold_telling(slurp(stem + ".gold.json"), text);
    auto const read = read_telling(*reading, proposed);
    Comparison comparison{read, gold, {}, {}, {}};
    comparison.run();
    add(all, comparison.score);
    out["articles"][arguments[i]] = json_of(comparison.score);
    out["articles"][arguments[i]]["notes"] = comparison.score.notes;
  }
  out["all"] = json_of(all);
  std::cout << out.dump(1) << '\n';
  return 0;
}

} // namespace attache::bench

int main(int argc, char** argv) { return attache::bench::run({argv + 1, argv + argc}); }
