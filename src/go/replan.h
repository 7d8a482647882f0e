// What to do when somebody cancels: the best plan that leaves alone what was agreed.
#pragma once

#include "go/plan.h"

namespace attache::go {

struct NewWindows {
  std::string candidate; // id
  std::vector<Window> windows;
};

// What happened since the plan was made. Everybody in the plan who is not named here has confirmed.
struct Changes {
  std::vector<std::string> cancelled; // ids: not to be met any more, be they fixed or not
  std::vector<NewWindows> windows;    // replace the candidate's windows; they need not be in the plan
  std::vector<std::string> movable;   // ids in the plan that may be moved or dropped
  int moves = 0; // so many confirmed meetings may be moved or dropped besides those that cannot stay, whichever pay
};

// Plans again. In this order: fixed appointments are kept; as many confirmed meetings as possible stay at their day
// and time (less `moves`, few_moves.h); the value is as high as it can be; and among the best, within some effort, the
// fewest other meetings and nights change (where `moves` is 0). Plan::value and Plan::bound count the trip's own value;
// the bound holds for all plans that keep as many confirmed meetings. Plan::changes says what moved. Fault::not_found
// for an unknown id; otherwise as plan().
Result<Plan> replan(Trip const& trip, Plan const& before, Changes const& changes, Effort const& effort = {},
                    Progress const& progress = {});

} // namespace attache::go
