// The briefing book: an overview of the trip, then a page for each meeting. Every fact carries its claim numbers.
#pragma once

#include "model/briefing.h"

#include <string>

namespace attache::report {

// One self-contained document (no script, nothing loaded), for screen and print, light and dark. Same briefing, same
// bytes.
std::string book_html(Briefing const& briefing);

// The same book as PDF: A4, outline, links, fonts embedded (Inter and Noto Sans CJK KR where they are installed).
// Dated by `made_at`; same briefing and same fonts, same bytes. Fault::internal if cairo cannot write it.
Result<std::string> book_pdf(Briefing const& briefing);

} // namespace attache::report
