import { describe, expect, it } from 'vitest';
import { beyond_radius, inner_radius, outer_radius, polar, radius_by_rank, type Star } from './polar';

const stars: Star[] = Array.from({ length: 200 }, (_, at) => ({
  id: at + 1,
  sector: ['AI', 'Bio', 'Telecom', ''][at % 4]!,
  organisation: `Company ${at % 17}`,
  ...(at % 5 ? { strength: (at % 11) / 10 } : {}),
}));
const far = (place: { x: number; y: number }) => Math.hypot(place.x, place.y);

describe('radius', () => {
  const radius = radius_by_rank([0.02, 0.03, 0.05, 0.2, 0.9]);
  it('brings the stronger tie nearer', () => expect(radius(0.9)).toBeLessThan(radius(0.2)));
  it('stays between its rings', () => expect([radius(1), radius(0), radius(7)]).toEqual([inner_radius, outer_radius, inner_radius]));
  it('has equally many people on equal areas', () => {
    const areas = [0.02, 0.03, 0.05, 0.2, 0.9].map((strength) => ((radius(strength) - inner_radius) / (outer_radius - inner_radius)) ** 2);
    areas.forEach((area, at) => expect(area).toBeCloseTo(1 - at / 5));
  });
  it('puts people without a tie beyond everybody else', () => expect(radius(undefined)).toBe(beyond_radius));
});

describe('polar', () => {
  const sky = polar(stars, 1);

  it('gives everybody one place and the principal the middle', () => {
    expect(sky.places.size).toBe(200);
    expect(sky.places.get(1)).toEqual({ x: 0, y: 0 });
  });
  it('closes the circle with wedges that do not overlap', () => {
    expect(sky.wedges[0]!.from).toBe(0);
    expect(sky.wedges.at(-1)!.to).toBeCloseTo(2 * Math.PI);
    sky.wedges.slice(1).forEach((wedge, at) => expect(wedge.from).toBe(sky.wedges[at]!.to));
  });
  it('keeps everybody inside the wedge of their sector', () => {
    for (const star of stars.slice(1)) {
      const { x, y } = sky.places.get(star.id)!;
      const angle = (Math.atan2(x, y) + 2 * Math.PI) % (2 * Math.PI);
      const wedge = sky.wedges.find((one) => one.sector === star.sector)!;
      expect(angle).toBeGreaterThan(wedge.from);
      expect(angle).toBeLessThan(wedge.to);
    }
  });
  it('puts the unknown sector last', () => expect(sky.wedges.at(-1)!.sector).toBe(''));
  it('stands nobody without a tie inside the rings', () => {
    for (const star of stars.slice(1)) if (star.strength === undefined) expect(far(sky.places.get(star.id)!)).toBeGreaterThan(outer_radius);
  });
  it('spreads those with a tie over the whole wedge, however many are only heard of', () => {
    const heard = Array.from({ length: 1900 }, (_, at) => ({ id: at + 1000 }));
    const tied = Array.from({ length: 100 }, (_, at) => ({ id: at + 1, strength: at / 100 }));
    const { places } = polar([...tied, ...heard], undefined);
    const quarters = new Set(tied.map(({ id }) => `${places.get(id)!.x > 0} ${places.get(id)!.y > 0}`));
    expect(quarters.size).toBe(4);
  });
  it('is the same every time', () => expect(polar(stars, 1).places).toEqual(sky.places));
});
