// Who may ask: this computer's own browser pages and programs, and no page of another site. docs/security.md says why.
#pragma once

#include "http/message.h"

#include <optional>

namespace attache::http {

// Null if the request may be answered. 403: a Host that is not ours (DNS rebinding), or a request that another site's
// page makes. 415: something to be changed that is not sent as JSON.
std::optional<Reply> refusal(Request const& request, int port);

// The header fields that every reply carries. `document`: a page that attache wrote (book, recap), which has its styles
// inside; `file`: what a viewer of the browser shows (PDF); everything else may load and run only what this server
// serves.
enum class Content : std::uint8_t { page, document, file };
std::vector<std::pair<std::string, std::string>> safe_headers(Content content);

} // namespace attache::http
