// How firmly something is said, and by whom.
#pragma once

#include "read/article/story.h"

namespace attache::read::press {

// Who says what stands at `target` in its sentence.
Attribution english_attribution(Story const& story, std::size_t sentence, Span target);
Attribution korean_attribution(Story const& story, std::size_t sentence, Span target);

// The realis of a verb or noun of happening at `trigger`, whose clause begins at `clause`. Asserted only where the
// words are past and nothing near weakens them: what cannot be shown to have happened is planned or possible.
Realis english_realis(std::string_view text, Span sentence, std::size_t clause, Span trigger);
Realis korean_realis(std::string_view text, Span sentence, Span trigger);

// Brings the two together: hedged words make an asserted thing reported, anonymous plans are hedged.
void settle(Realis& realis, Attribution& attribution);

// The stretch of a sentence that shares quotation marks with `at`: inside them, or all of it.
Span quotation_around(std::string_view text, Span sentence, std::size_t at);

} // namespace attache::read::press
