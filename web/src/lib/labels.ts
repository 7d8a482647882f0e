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

const apart = (a: Box, b: Box) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

function box_of(label: Label, width: number, height: number): Box {
  const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2;
  return { left, right: left + width, top: label.y - height / 2, bottom: label.y + height / 2 };
}

function sides({ x, y, reach }: Spot, height: number): Label[] {
  const gap = reach + 4;
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

// One label a spot, inside 0..wide x 0..high where that is possible. Where every side is taken, the first one.
export function place_labels(spots: readonly Spot[], wide: number, high: number, height = 12): Label[] {
  return placed(spots, spots, wide, high, height).map((label, at) => label ?? sides(spots[at]!, height)[0]!);
}

// The same for charts that need not name everything: no label where every side is taken. None covers a mark of `marks`.
export function labels_that_fit(spots: readonly Spot[], marks: readonly Omit<Spot, 'width'>[], wide: number, high: number, height = 12): (Label | undefined)[] {
  return placed(spots, marks, wide, high, height);
}

function placed(spots: readonly Spot[], marks: readonly Omit<Spot, 'width'>[], wide: number, high: number, height: number): (Label | undefined)[] {
  const taken: Box[] = marks.map(({ x, y, reach }) => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }));
  return spots.map((spot) => {
    const fits = (label: Label) => {
      const box = box_of(label, spot.width, height);
      return box.left >= 0 && box.right <= wide && box.top >= 0 && box.bottom <= high && taken.every((other) => apart(box, other));
    };
    const label = sides(spot, height).find(fits);
    if (label) taken.push(box_of(label, spot.width, height));
    return label;
  });
}
