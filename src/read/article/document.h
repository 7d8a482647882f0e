// An article taken apart: its blocks with their kinds, and the sentences of its body.
#pragma once

#include "base/time.h"
#include "read/article/span.h"

#include <string>
#include <vector>

namespace attache::read::press {

// Everything but title, subtitle and body is furniture and yields no body claims.
enum class BlockKind : std::uint8_t { title, subtitle, body, caption, byline, date_line, copyright, related, label };

struct Block {
  BlockKind kind = BlockKind::body;
  Span span;
};

struct Sentence {
  Span span;
  std::size_t block = 0; // index into Document::blocks
  BlockKind kind = BlockKind::body;
  bool korean = false; // which grammar reads it
};

struct Document {
  std::string text; // UTF-8, NFC; all offsets count its bytes
  std::string title, publisher;
  Moment published;
  std::vector<Block> blocks;       // in order
  std::vector<Sentence> sentences; // of title, subtitle, body and caption, in order
};

// Types the blocks of `text`, finds title, publisher and date where `document` does not have them yet.
void lay_out(Document& document);
// Splits the blocks that may hold statements. Quotations stay whole. Abbreviations and initials do not end a sentence.
void split_sentences(Document& document);

} // namespace attache::read::press
