// Where the names of a trip's cities stand under its days, so that each can be read whole.
export interface Label {
  left: number;
  row: number;
}

// Each name at the left of its leg, in the first row where it touches no other; the last ones end with the strip.
// `starts` and `widths` in one unit, in order.
export function labels(starts: readonly number[], widths: readonly number[], whole: number): Label[] {
  const ends: number[] = [];
  return starts.map((start, at) => {
    const width = widths[at] ?? 0;
    const left = Math.max(0, Math.min(start, whole - width));
    let row = ends.findIndex((end) => end <= left);
    if (row < 0) row = ends.length;
    ends[row] = left + width;
    return { left, row };
  });
}
