import { describe, expect, it } from 'vitest';
import { paragraphs, pieces, string_indices, type Span } from './spans';

const bytes = (text: string) => new TextEncoder().encode(text).length;

function span_of(text: string, words: string, id: number): Span {
  const begin = bytes(text.slice(0, text.indexOf(words)));
  return { id, begin, end: begin + bytes(words) };
}

describe('string_indices', () => {
  it('finds the character that starts at each byte, whatever its width', () => {
    const text = 'aé한😀z';
    expect([...string_indices(text, [0, 1, 3, 6, 10, 11])]).toEqual([
      [0, 0],
      [1, 1],
      [3, 2],
      [6, 3],
      [10, 5],
      [11, 6],
    ]);
  });
  it('leads an offset inside a character to its start, and one past the end to the end', () => {
    const found = string_indices('한', [1, 2, 99]);
    expect([found.get(1), found.get(2), found.get(99)]).toEqual([0, 0, 1]);
  });
  it('agrees with the encoder on every boundary of a mixed text', () => {
    const text = '도하은 회장 met “Mina” 😀 — 22일\r\nfin é';
    const boundaries = [...text].map((_, at, all) => all.slice(0, at).join(''));
    const found = string_indices(text, boundaries.map(bytes));
    for (const before of boundaries) expect(found.get(bytes(before))).toBe(before.length);
  });
  it('answers for an empty text', () => expect(string_indices('', [0]).get(0)).toBe(0));
});

describe('pieces', () => {
  const text = '업계 관계자는 “서미나 대표와 만찬” 이라고 말했다. 😀 Dinner with Mina Seo.';

  it('covers exactly the words of a span after Hangul and emoji', () => {
    const found = pieces(text, [span_of(text, 'Mina Seo', 7)]).filter((piece) => piece.ids.length > 0);
    expect(found).toEqual([{ text: 'Mina Seo', ids: [7] }]);
  });
  it('joins to the text again, however spans overlap', () => {
    const spans = [span_of(text, '서미나 대표', 1), span_of(text, '대표와 만찬', 2), span_of(text, text, 3)];
    expect(
      pieces(text, spans)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
  it('gives both spans where they overlap, the shorter first', () => {
    const spans = [span_of(text, '서미나 대표와 만찬', 1), span_of(text, '대표', 2)];
    expect(pieces(text, spans).find((piece) => piece.text === '대표')?.ids).toEqual([2, 1]);
  });
  it('marks nothing for an empty span', () => {
    expect(pieces('abc', [{ id: 1, begin: 1, end: 1 }])).toEqual([{ text: 'abc', ids: [] }]);
  });
});

describe('paragraphs', () => {
  it('breaks at line ends, also inside a span, and drops empty lines', () => {
    const text = 'one\n\ntwo\nthree';
    const lines = paragraphs(pieces(text, [{ id: 4, begin: 5, end: 14 }]));
    expect(lines.map((line) => line.map((piece) => piece.text).join(''))).toEqual(['one', 'two', 'three']);
    expect(lines[2]![0]!.ids).toEqual([4]);
  });
});
