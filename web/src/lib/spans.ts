// Claims at their exact words: byte offsets of UTF-8 become string indices, overlapping spans become flat pieces.

export interface Span {
  id: number;
  begin: number; // bytes of the UTF-8 text, included
  end: number; // excluded
}

// A run of text that lies in the same spans from its first to its last character.
export interface Piece {
  text: string;
  ids: number[]; // the spans that cover it, the shortest first; empty for plain text
}

function utf8_length(code_point: number): number {
  if (code_point < 0x80) return 1;
  if (code_point < 0x800) return 2;
  return code_point < 0x10000 ? 3 : 4;
}

// String index for every byte offset asked for. An offset inside a character leads to that character's start, one past
// the end to the end. O(text + offsets log offsets).
export function string_indices(text: string, offsets: Iterable<number>): Map<number, number> {
  const sorted = [...new Set(offsets)].sort((a, b) => a - b);
  const found = new Map<number, number>();
  let next = 0;
  let byte = 0;
  for (let index = 0; index < text.length && next < sorted.length; ) {
    const code_point = text.codePointAt(index) ?? 0;
    const after = byte + utf8_length(code_point);
    for (; next < sorted.length && sorted[next]! < after; ++next) found.set(sorted[next]!, index);
    byte = after;
    index += code_point > 0xffff ? 2 : 1;
  }
  for (; next < sorted.length; ++next) found.set(sorted[next]!, text.length);
  return found;
}

// The text cut at every border of a span. Joined, the pieces are the text again. Empty spans cover nothing.
export function pieces(text: string, spans: readonly Span[]): Piece[] {
  const index = string_indices(
    text,
    spans.flatMap((span) => [span.begin, span.end]),
  );
  const placed = spans
    .map((span) => ({ id: span.id, from: index.get(span.begin)!, to: index.get(span.end)! }))
    .filter((span) => span.from < span.to)
    .sort((a, b) => a.to - a.from - (b.to - b.from) || a.id - b.id);
  const cuts = [...new Set([0, text.length, ...placed.flatMap((span) => [span.from, span.to])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1]!;
    return {
      text: text.slice(from, to),
      ids: placed.filter((span) => span.from <= from && to <= span.to).map((span) => span.id),
    };
  });
}

// The same pieces, broken into the paragraphs of the text: lines, without the line breaks. Empty lines are left out.
export function paragraphs(all: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of all) {
    piece.text.split('\n').forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part) lines.at(-1)!.push({ text: part, ids: piece.ids });
    });
  }
  return lines.filter((line) => line.some((piece) => piece.text.trim()));
}
