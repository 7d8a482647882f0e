// The recap: a trip that is over, on one page.
#pragma once

#include "model/briefing.h"

#include <string>

namespace attache::report {

// One self-contained document like the book: the figures, the days, time by sector, ties restored, comparisons.
std::string recap_html(Recap const& recap);

} // namespace attache::report
