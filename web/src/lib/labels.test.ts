import { describe, expect, it } from 'vitest';
import { place_labels, type Label, type Spot } from './labels';

const spot = (x: number, y: number): Spot => ({ x, y, reach: 5, width: 50 });
const left_of = (label: Label) => (label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - 50 : label.x - 25);

describe('place_labels', () => {
  it('starts on the right', () => expect(place_labels([spot(100, 100)], 400, 400)).toEqual([{ x: 109, y: 100, anchor: 'start' }]));
  it('turns to the left at the right edge', () => expect(place_labels([spot(390, 100)], 400, 400)[0]!.anchor).toBe('end'));
  it('stays inside the map where every side is taken', () => {
    const crowd = Array.from({ length: 40 }, (_, at) => spot(380 + (at % 3), 100 + at));
    for (const label of place_labels(crowd, 400, 300)) expect(left_of(label) + 50).toBeLessThanOrEqual(400);
  });
  it('lets no two names cover each other on a crowded coast', () => {
    const labels = place_labels([spot(300, 100), spot(292, 114), spot(284, 126), spot(270, 140)], 400, 300);
    for (const [at, a] of labels.entries()) {
      for (const b of labels.slice(at + 1)) {
        const overlap_x = Math.min(left_of(a), left_of(b)) + 50 > Math.max(left_of(a), left_of(b));
        expect(overlap_x && Math.abs(a.y - b.y) < 12).toBe(false);
      }
    }
  });
});
