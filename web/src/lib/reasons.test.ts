import { describe, expect, it } from 'vitest';
import { bits_of, waterfall } from './reasons';

const reasons = [
  { field: 'name', detail: '', bits: 6 },
  { field: 'organisation', detail: '', bits: 3 },
  { field: 'e-mail', detail: '', bits: -2 },
];

describe('bits_of', () => {
  it('is zero for even odds and one for two to one', () => expect([bits_of(0.5), bits_of(2 / 3)].map((bits) => Math.round(bits * 1e9) / 1e9)).toEqual([0, 1]));
  it('stays finite for certainty', () => expect([bits_of(0), bits_of(1)]).toEqual([-20, 20]));
});

describe('waterfall', () => {
  const fall = waterfall(0.8, reasons);

  it('ends at the odds of the probability', () => {
    expect(fall.falls.at(-1)!.to).toBeCloseTo(2);
    expect(fall.posterior).toBeCloseTo(2);
  });
  it('starts at what is left of them without the reasons', () => expect(fall.prior).toBeCloseTo(-5));
  it('starts each reason where the one before ended', () => {
    fall.falls.slice(1).forEach((one, at) => expect(one.from).toBe(fall.falls[at]!.to));
  });
  it('covers every level and even odds', () => {
    expect(fall.low).toBeCloseTo(-5);
    expect(fall.high).toBeCloseTo(4);
  });
  it('needs no reasons', () => expect(waterfall(0.5, []).falls).toEqual([]));
});
