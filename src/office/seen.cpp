#include "office/seen.h"

#include "office/view.h"
#include "resolve/identify.h"
#include "see/chain_strength.h"
#include "see/strength.h"

#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <mutex>
#include <sstream>

namespace attache::office {
namespace {

constexpr std::string_view first_word = "strength";

using Numbers = std::vector<double>;

Numbers numbers_of(see::StrengthModel const& model) {
  Numbers numbers{model.bias, model.window, model.horizon, static_cast<double>(model.samples),
                  static_cast<double>(model.active)};
  for (auto const* const features : {&model.mean, &model.deviation, &model.weight})
    numbers.insert(numbers.end(), features->begin(), features->end());
  return numbers;
}

see::StrengthModel model_of(Numbers const& numbers) {
  // A model with a member that numbers_of() does not know must not be put on a shelf.
  static_assert(sizeof(see::StrengthModel) == sizeof(double) * (3 * see::feature_count + 3) + 2 * sizeof(int));
  see::StrengthModel model{.bias = numbers[0],
                           .window = numbers[1],
                           .horizon = numbers[2],
                           .samples = static_cast<int>(numbers[3]),
                           .active = static_cast<int>(numbers[4])};
  auto at = numbers.begin() + 5;
  for (auto* const features : {&model.mean, &model.deviation, &model.weight})
    for (auto& value : *features)
      value = *at++;
  return model;
}

std::string key_of(View const& view, std::string const& head, Instant day) {
  return fmt::format("strength {} {} {} {}", see::feature_count, head, view.at.known_at.time_since_epoch().count(),
                     day.time_since_epoch().count());
}

// Fitted on the last whole day, so that views of one day share a model.
std::optional<see::StrengthModel> fitted(View const& view, Shelf* shelf, std::string const& head) {
  auto const day = std::chrono::floor<std::chrono::days>(view.at.as_of);
  auto const key = key_of(view, head, day);
  if (shelf != nullptr)
    if (auto const text = shelf->find(key))
      if (auto model = parse_model(*text))
        return *std::move(model);
  auto model = see::learn(view.network, day);
  if (shelf != nullptr)
    shelf->put(key, model_text(model));
  return model;
}

} // namespace

struct Seen::Worked {
  Shelf* shelf = nullptr;
  std::string head;
  std::once_flag model_once, histories_once, own_once, ties_once, finder_once, identified_once;
  resolve::Identification identified;
  std::optional<see::StrengthModel> model;
  std::vector<see::History> histories;
  std::vector<Tie> own, ties, chain_ties;
  std::unique_ptr<see::PathFinder> finder;
};

Seen::Seen() : Seen(nullptr, {}) {}
Seen::Seen(Shelf* shelf, std::string head) : worked_{std::make_unique<Worked>()} {
  worked_->shelf = shelf;
  worked_->head = std::move(head);
}
Seen::~Seen() = default;

std::optional<see::StrengthModel> const& strength_model(View const& view) {
  auto& worked = *view.seen->worked_;
  std::call_once(worked.model_once, [&] { worked.model = fitted(view, worked.shelf, worked.head); });
  return worked.model;
}

std::vector<see::History> const& all_histories(View const& view) {
  auto& worked = *view.seen->worked_;
  std::call_once(worked.histories_once, [&] { worked.histories = see::histories(view.network, view.at.as_of); });
  return worked.histories;
}

std::vector<Tie> const& ties_of_principal(View const& view) {
  auto const& model = strength_model(view);
  auto const& past = all_histories(view);
  auto const of = view.network.principal;
  auto& worked = *view.seen->worked_;
  std::call_once(worked.own_once, [&] {
    if (number(of) != 0)
      worked.own =
          model ? see::learnt_ties_of(past, *model, of, view.at.as_of) : see::all_ties_of(past, of, view.at.as_of);
  });
  return worked.own;
}

std::vector<Tie> const& all_ties(View const& view) {
  auto const& model = strength_model(view);
  auto& worked = *view.seen->worked_;
  std::call_once(worked.ties_once, [&] {
    worked.ties =
        model ? see::learnt_ties(view.network, *model, view.at.as_of) : see::all_ties(view.network, view.at.as_of);
  });
  return worked.ties;
}

see::PathFinder const& path_finder(View const& view) {
  auto& worked = *view.seen->worked_;
  std::call_once(worked.finder_once, [&] {
    worked.chain_ties = see::chain_ties(view.network, view.at.as_of);
    worked.finder = std::make_unique<see::PathFinder>(worked.chain_ties);
  });
  return *worked.finder;
}

resolve::Identification const& identified(View const& view) {
  auto& worked = *view.seen->worked_;
  std::call_once(worked.identified_once, [&] {
    worked.identified =
        resolve::identify(resolve::profiles(view.records, view.claims, view.sources), view.decisions, view.names.get());
  });
  return worked.identified;
}

std::vector<Tie> own_ties(View const& view) {
  auto const principal = view.network.principal;
  return number(principal) == 0 ? std::vector<Tie>{} : see::ties_of(ties_of_principal(view), principal);
}

see::WinBack restorations(View const& view, double stretch, std::size_t limit) {
  return see::win_back(view.network, all_histories(view), ties_of_principal(view), view.network.principal,
                       view.at.as_of, strength_model(view).has_value(), {.stretch = stretch, .limit = limit});
}

std::string model_text(std::optional<see::StrengthModel> const& model) {
  if (!model)
    return fmt::format("{} none", first_word);
  std::string text{first_word};
  for (auto const number : numbers_of(*model))
    text += fmt::format(" {}", number);
  return text;
}

std::optional<std::optional<see::StrengthModel>> parse_model(std::string const& text) {
  std::istringstream words{text};
  std::string word;
  if (!(words >> word) || word != first_word)
    return std::nullopt;
  Numbers numbers;
  while (words >> word) {
    if (word == "none")
      return std::optional<see::StrengthModel>{};
    auto& value = numbers.emplace_back();
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size())
      return std::nullopt;
  }
  if (numbers.size() != 5 + 3 * see::feature_count)
    return std::nullopt;
  return std::optional{model_of(numbers)};
}

} // namespace attache::office
