// Names beside points of a map, each on the first side where it covers nothing that was placed before.

export interface Spot {
  x: number;
  y: number;
  reach: number; // radius of the point's own mark
  width: number; // of the name
}

export interface Label {
  x: number;
  y: number; // of the middle of the line
  anchor: 'start' | 'end' | 'middle';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const inside = (box: Box, wide: number, high: number) => box.left >= 0 && box.right <= wide && box.top >= 0 && box.bottom <= high;
const apart = (a: Box, b: Box) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

function box_of(label: Label, width: number, height: number): Box {
  const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2;
  return { left, right: left + width, top: label.y - height / 2, bottom: label.y + height / 2 };
}

// Beside the point, then farther off.
const sides = (spot: Spot, height: number): Label[] => [0, 7, 14].flatMap((off) => sides_at(spot, height, off));

function sides_at({ x, y, reach }: Spot, height: number, off = 0): Label[] {
  const gap = reach + 4 + off;
  const diagonal = gap * 0.75;
  return [
    { x: x + gap, y, anchor: 'start' },
    { x: x - gap, y, anchor: 'end' },
    { x: x + diagonal, y: y + diagonal + 4, anchor: 'start' },
    { x: x + diagonal, y: y - diagonal - 4, anchor: 'start' },
    { x: x - diagonal, y: y + diagonal + 4, anchor: 'end' },
    { x: x - diagonal, y: y - diagonal - 4, anchor: 'end' },
    { x, y: y + gap + height / 2, anchor: 'middle' },
    { x, y: y - gap - height / 2, anchor: 'middle' },
  ];
}

// One label a spot, inside 0..wide x 0..high where that is possible. Where every side is taken, the first one inside.
export function place_labels(spots: readonly Spot[], wide: number, high: number, height = 12): Label[] {
  return placed(spots, spots, wide, high, height, sides).map((label, at) => {
    const all = sides(spots[at]!, height);
    return label ?? all.find((one) => inside(box_of(one, spots[at]!.width, height), wide, high)) ?? all[0]!;
  });
}

// The same for charts that need not name everything: no label where every side is taken. None covers a mark of `marks`.
export function labels_that_fit(spots: readonly Spot[], marks: readonly Omit<Spot, 'width'>[], wide: number, high: number, height = 12): (Label | undefined)[] {
  return placed(spots, marks, wide, high, height, sides_at);
}

function placed(spots: readonly Spot[], marks: readonly Omit<Spot, 'width'>[], wide: number, high: number, height: number, where: (spot: Spot, height: number) => Label[]): (Label | undefined)[] {
  const taken: Box[] = marks.map(({ x, y, reach }) => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }));
  return spots.map((spot) => {
    const fits = (label: Label) => {
      const box = box_of(label, spot.width, height);
      return inside(box, wide, high) && taken.every((other) => apart(box, other));
    };
    const label = where(spot, height).find(fits);
    if (label) taken.push(box_of(label, spot.width, height));
    return label;
  });
}
