// What is worked out for a view once: its ties, learnt from its own past where that predicts better, default otherwise;
// and who may be whom.
#pragma once

#include "office/shelf.h"
#include "see/learn.h"
#include "see/path.h"
#include "see/win_back.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace attache::resolve {
struct Identification;
}

namespace attache::office {

struct View;

// What was worked out for a view; made when it is first asked for, by any thread.
class Seen {
public:
  Seen();
  // `head` of the store when the view was loaded; the shelf may be null, and outlives every use.
  Seen(Shelf* shelf, std::string head);
  ~Seen();
  Seen(Seen const&) = delete;
  Seen& operator=(Seen const&) = delete;

private:
  struct Worked;
  std::unique_ptr<Worked> worked_;
  friend std::vector<Tie> const& all_ties(View const& view);
  friend std::vector<see::History> const& all_histories(View const& view);
  friend std::vector<Tie> const& ties_of_principal(View const& view);
  friend std::optional<see::StrengthModel> const& strength_model(View const& view);
  friend see::PathFinder const& path_finder(View const& view);
  friend resolve::Identification const& identified(View const& view);
};

// see::histories() of the view.
std::vector<see::History> const& all_histories(View const& view);
// Every tie of the network as of the view's date, as see::best_ties() has them; the model is fitted on whole days.
std::vector<Tie> const& all_ties(View const& view);
// Chains through them, for any number of questions.
see::PathFinder const& path_finder(View const& view);
// What resolve::identify() says of its records: the questions that are left, and how far their scores are believed.
resolve::Identification const& identified(View const& view);
// The principal's, in the order of all_ties() and without working out the others; empty without a principal.
std::vector<Tie> const& ties_of_principal(View const& view);
// The same with the principal as `a`, strongest first.
std::vector<Tie> own_ties(View const& view);
// The model behind them; nothing where the default strength is shown.
std::optional<see::StrengthModel> const& strength_model(View const& view);

// The lapsed ties of the principal, whom to win back first (see::win_back with this view's strengths).
see::WinBack restorations(View const& view, double stretch, std::size_t limit);

// A model as text that gives the same model again, bit by bit; "none" for no model.
std::string model_text(std::optional<see::StrengthModel> const& model);
// Nothing if the text is not one of model_text().
std::optional<std::optional<see::StrengthModel>> parse_model(std::string const& text);

} // namespace attache::office
