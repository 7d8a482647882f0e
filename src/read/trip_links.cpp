#include "read/trip_links.h"

#include "base/unicode.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace attache::read {
namespace {

class Linker {
public:
  Linker(Trip& trip, std::vector<Mistake>& mistakes) : trip_(trip), mistakes_(mistakes) {
    for (auto const& candidate : trip.candidates)
      own_windows_.push_back(candidate.windows);
  }

  void link(int index, TripLinks const& links) {
    for (auto const& word : links.rivals)
      if (auto const other = known(word, index); other >= 0)
        trip_.rivals.push_back({index, other});
    for (auto const& word : links.after)
      if (auto const other = known(word, index); other >= 0)
        trip_.orders.emplace_back(other, index);
    for (auto const& word : links.people)
      add_person(trip_.candidates[std::size_t(index)], word);
    if (links.same_as)
      if (auto const other = known(*links.same_as, index); other >= 0)
        join(index, other);
    if (!links.people.empty())
      check_group(index, links.line);
  }

  // One meeting, wherever it is held.
  void finish() {
    for (auto const& [root, all] : meetings_) {
      Cap cap{.name = fmt::format("{} once", trip_.candidates[std::size_t(root)].name),
              .limit = 1,
              .use = std::vector<int>(trip_.candidates.size(), 0)};
      for (auto const index : all)
        cap.use[std::size_t(index)] = 1;
      trip_.caps.push_back(std::move(cap));
    }
  }

private:
  [[nodiscard]] int find(std::string_view word) const {
    auto const folded = fold_case(squeeze(word));
    for (int index = 0; index < static_cast<int>(trip_.candidates.size()); ++index) {
      auto const& one = trip_.candidates[std::size_t(index)];
      if (one.id == word || (!one.name.empty() && fold_case(one.name) == folded))
        return index;
    }
    return -1;
  }

  int known(TomlText const& word, int self) {
    auto const index = find(word.text);
    if (index >= 0 && index != self)
      return index;
    std::vector<std::string> ids;
    for (auto const& candidate : trip_.candidates)
      ids.push_back(candidate.id);
    auto const near = nearest_word(word.text, ids);
    mistakes_.push_back({.line = word.line,
                         .what = index == self ? fmt::format("'{}' is the candidate's own name", word.text)
                                               : fmt::format("'{}' is not a candidate of the trip", word.text),
                         .hint = near.empty() ? "write the id or the name of another [[candidate]]"
                                              : fmt::format("did you mean '{}'?", near)});
    return -1;
  }

  void add_person(Candidate& group, TomlText const& word) {
    if (auto const index = find(word.text); index >= 0) {
      auto const& one = trip_.candidates[std::size_t(index)];
      group.people.push_back(
          {.name = one.name, .title = one.title, .organisation = one.organisation, .email = one.email});
      group.windows = common_windows(group.windows, own_windows_[std::size_t(index)]);
      return;
    }
    auto const open = word.text.find('<'), close = word.text.find('>');
    Participant person{.name = squeeze(word.text.substr(0, open))};
    if (open != std::string::npos && close != std::string::npos && open < close)
      person.email = fold_case(word.text.substr(open + 1, close - open - 1));
    group.people.push_back(std::move(person));
  }

  void check_group(int index, int line) {
    auto const& group = trip_.candidates[std::size_t(index)];
    auto const fits = [&](Window const& window) { return window.to - window.from >= group.length; };
    if (std::ranges::none_of(group.windows, fits))
      mistakes_.push_back({.line = line,
                           .what = fmt::format("the people of '{}' have no time in common that is as long as the "
                                               "meeting, {} minutes",
                                               group.id, group.length.count()),
                           .hint = "give one of them another window, or make the meeting shorter"});
  }

  void join(int index, int other) {
    auto const root =
        trip_.candidates[std::size_t(other)].same_as < 0 ? other : trip_.candidates[std::size_t(other)].same_as;
    auto& one = trip_.candidates[std::size_t(index)];
    auto const& first = trip_.candidates[std::size_t(root)];
    one.same_as = root;
    if (one.name.empty() && one.organisation.empty()) {
      one.name = first.name;
      one.title = first.title;
      one.organisation = first.organisation;
      one.email = first.email;
      one.sector = one.sector < 0 ? first.sector : one.sector;
      one.tier = one.tier == 0 ? first.tier : one.tier;
      one.value = one.value < 0 ? first.value : one.value;
    }
    auto& all = meetings_[root];
    if (all.empty())
      all.push_back(root);
    all.push_back(index);
  }

  Trip& trip_;
  std::vector<Mistake>& mistakes_;
  std::vector<std::vector<Window>> own_windows_;
  std::map<int, std::vector<int>> meetings_; // by the first of them
};

} // namespace

std::vector<Window> common_windows(std::vector<Window> const& a, std::vector<Window> const& b) {
  std::vector<Window> common;
  for (auto const& one : a)
    for (auto const& other : b) {
      auto const from = std::max(one.from, other.from), to = std::min(one.to, other.to);
      if (one.day == other.day && from < to)
        common.push_back({.day = one.day, .from = from, .to = to});
    }
  return common;
}

void link_candidates(Trip& trip, std::vector<TripLinks> const& links, std::vector<Mistake>& mistakes) {
  Linker linker{trip, mistakes};
  for (std::size_t index = 0; index < links.size(); ++index)
    linker.link(static_cast<int>(index), links[index]);
  linker.finish();
}

} // namespace attache::read
