// Reads an article, plain text or HTML, English or Korean: who met whom, who travelled where, who says so.
#pragma once

#include "base/result.h"
#include "model/claim.h"
#include "read/article/known.h"

#include <string_view>

namespace attache::read {

// `source.text` is the decoded plain text; the evidence of every claim in `batch` is a span of its bytes, and its quote
// equals that span. `source` has kind, name, title, publisher, published and text; hash and read_at are the caller's.
struct ArticleReading {
  Source source;
  Batch batch;
};

// People and organisations are records with the keys "mention:1", "mention:2" ... (never mixed with curated ones),
// meetings and events "event:N", trips "trip:N". Claims below confidence 0.6 are proposed, the others accepted; see
// docs/method-articles.md. A meeting that is planned, possible, cancelled, denied or hedged is never asserted.
// Fault::input for bytes that are no text, are empty, or are more than 4 MiB.
Result<ArticleReading> article(std::string_view bytes, std::string_view name, Known const& known = {});

} // namespace attache::read
