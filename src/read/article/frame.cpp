#include "read/article/frame.h"

namespace attache::read::press {

void settle(Realis& realis, Attribution& attribution) {
  if (realis == Realis::asserted && attribution.hedged)
    realis = Realis::reported;
  if (realis != Realis::asserted && realis != Realis::photo && attribution.voice == Voice::anonymous)
    attribution.hedged = true;
}

Span quotation_around(std::string_view text, Span sentence, std::size_t at) {
  auto open = text.npos;
  bool straight = false;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    bool const opens = text.substr(i).starts_with("“"), closes = text.substr(i).starts_with("”");
    if (text[i] == '"' || opens || closes) {
      if (open == text.npos && !closes) {
        open = i + (opens ? 3 : 1);
        straight = !opens;
      } else if (open != text.npos && (closes || straight)) {
        if (open <= at && at < i)
          return {open, i};
        open = text.npos;
      }
    }
  }
  return sentence;
}

} // namespace attache::read::press
