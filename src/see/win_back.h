// Whom to win back: how likely each lapsed tie is to live again, learnt from the lapses that the office has seen.
#pragma once

#include "see/strength.h"

namespace attache::see {

// Where the chance of a restoration comes from.
enum class ChanceFrom : std::uint8_t {
  rule,  // depth of the tie against the length of the silence: no probability, but an order
  past,  // that rule, turned into the share of such lapses that ended within the horizon
  learnt // the learnt strength, which is that probability already
};

struct WinBackRules {
  double horizon = 90; // days within which a restoration is predicted
  double stretch = 0;  // 0..1: how far to favour higher-ranking and less-met people
  std::size_t limit = 10;
  int least_cases = 60, least_of_each = 10; // fewer: the rule
};

struct WinBack {
  ChanceFrom from = ChanceFrom::rule;
  int cases = 0, came_back = 0; // quarters of lapses that `past` learnt from, and those that ended within the horizon
  std::vector<Restoration> ranked; // best score first
};

// The lapsed ties of `of`, ranked by chance * value^(1 + stretch) / (1 + meetings)^(stretch / 2). `learnt`: the
// strengths of `all` are learnt probabilities. Only what was over by `as_of` is learnt from. O(contacts log contacts).
WinBack win_back(Network const& network, std::vector<Tie> const& all, PersonId of, Instant as_of, bool learnt,
                 WinBackRules const& rules = {});
// The same, of somebody who has all histories already; `ties` may be those of `of` only.
WinBack win_back(Network const& network, std::vector<History> const& past, std::vector<Tie> const& ties, PersonId of,
                 Instant as_of, bool learnt, WinBackRules const& rules = {});

std::string_view to_string(ChanceFrom from);

} // namespace attache::see
