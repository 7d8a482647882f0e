// Where people stand in the network: the principal in the middle, one wedge a sector, the stronger the tie the nearer.
import type { TieState } from './types';

export interface Star {
  id: number;
  sector?: string;
  organisation?: string;
  strength?: number; // of the tie to the principal; absent: no tie
  state?: TieState;
}

export interface Wedge {
  sector: string;
  from: number; // radians, clockwise from the top
  to: number;
}

export interface Sky {
  radius: (strength: number | undefined) => number;
  wedges: Wedge[];
  places: Map<number, { x: number; y: number }>;
}

export const inner_radius = 0.16;
export const outer_radius = 1; // of the weakest tie; people without a tie stand beyond it
export const beyond_radius = 1.12;

// The distance from the middle for each strength: by the share of ties that are stronger, so that equal areas hold
// equally many people, however the strengths of an office are spread.
export function radius_by_rank(strengths: readonly number[]): (strength: number | undefined) => number {
  const sorted = [...strengths].sort((a, b) => a - b);
  const below = (strength: number) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < strength) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (strength) => {
    if (strength === undefined) return beyond_radius;
    const share = sorted.length === 0 ? 1 : 1 - below(strength) / sorted.length;
    return inner_radius + (outer_radius - inner_radius) * Math.sqrt(share);
  };
}

// Wedges as wide as their share of people, but never thinner than a label needs; who is only heard of counts a quarter, and
// does not crowd those with a tie. Colleagues stand side by side.
export function polar(stars: readonly Star[], principal: number | undefined): Sky {
  const sectors = new Map<string, Star[]>();
  for (const star of stars) {
    if (star.id === principal) continue;
    const sector = star.sector ?? '';
    sectors.set(sector, [...(sectors.get(sector) ?? []), star]);
  }
  const names = [...sectors.keys()].sort((a, b) => Number(!a) - Number(!b) || a.localeCompare(b));
  const weight = (some: readonly Star[]) => some.reduce((sum, star) => sum + (star.strength === undefined ? 0.25 : 1), 0);
  const least = Math.max(1, weight(stars) / 40);
  const shares = new Map(names.map((name) => [name, Math.max(least, weight(sectors.get(name)!))]));
  const total = [...shares.values()].reduce((sum, one) => sum + one, 0);
  const strengths = stars.flatMap((star) => (star.id === principal || star.strength === undefined ? [] : [star.strength]));
  const sky: Sky = { radius: radius_by_rank(strengths), wedges: [], places: new Map() };
  if (principal !== undefined) sky.places.set(principal, { x: 0, y: 0 });
  let from = 0;
  for (const name of names) {
    const to = from + (2 * Math.PI * shares.get(name)!) / total;
    sky.wedges.push({ sector: name, from, to });
    const [tied, others] = [true, false].map((tie) => sectors.get(name)!.filter((star) => (star.strength !== undefined) === tie));
    place(tied!, from, to, sky);
    place(others!, from, to, sky);
    from = to;
  }
  return sky;
}

function place(stars: Star[], from: number, to: number, { radius, places }: Sky): void {
  const margin = Math.min(0.03, (to - from) / 8);
  const width = to - from - 2 * margin;
  const ordered = [...stars].sort((a, b) => (a.organisation ?? '').localeCompare(b.organisation ?? '') || a.id - b.id);
  ordered.forEach((star, at) => {
    const angle = from + margin + (width * (at + 0.5)) / ordered.length;
    // People of like strength would stand on one arc; a small step that depends on the order alone keeps them apart.
    const far = radius(star.strength) + (star.strength === undefined ? (at % 4) * 0.035 : 0);
    places.set(star.id, { x: far * Math.sin(angle), y: far * Math.cos(angle) });
  });
}
