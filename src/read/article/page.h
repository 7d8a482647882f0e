// From the bytes of a page or a text file to plain text.
#pragma once

#include "base/result.h"
#include "read/article/document.h"

namespace attache::read::press {

// True if the bytes look like HTML.
bool looks_like_html(std::string_view bytes);
// The main content of a page, with title, publisher and date from its metadata where it has them.
Result<Document> from_html(std::string_view bytes);
Result<Document> from_text(std::string_view bytes);
// "2023-05-15T10:11:28+09:00" and the like: the day as stated; unknown if there is none.
Moment stated_day(std::string_view words);

} // namespace attache::read::press
