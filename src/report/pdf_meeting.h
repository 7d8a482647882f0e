// The pages of one meeting in the PDF book.
#pragma once

#include "report/pdf_flow.h"

namespace attache::report {

// Starts a page and sets meeting `index` of `briefing`; marks "m<index>" and the evidence "m<index>-c<claim>".
void set_meeting(Flow& flow, Briefing const& briefing, int index);

} // namespace attache::report
