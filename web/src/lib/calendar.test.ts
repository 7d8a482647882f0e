import { describe, expect, it } from 'vitest';
import { blocks, hours_of, legs } from './calendar';
import type { PlanDay, Visit } from './types';

const visit = (start_local: string, end_local: string) => ({ start_local, end_local }) as Visit;
const day = (number: number, to: string, visits: Visit[] = []) => ({ day: number, to, visits }) as PlanDay;

describe('hours_of', () => {
  it('is office hours without meetings', () => expect(hours_of([])).toEqual({ from: 8, to: 18 }));
  it('grows to whole hours around early and late meetings', () => {
    const days = [day(0, 'Boston', [visit('2024-04-22T07:30', '2024-04-22T08:00'), visit('2024-04-22T19:00', '2024-04-22T21:15')])];
    expect(hours_of(days)).toEqual({ from: 7, to: 22 });
  });
  it('ends at midnight for a dinner that goes on', () => {
    expect(hours_of([day(0, 'Boston', [visit('2024-04-22T22:00', '2024-04-23T00:30')])]).to).toBe(24);
  });
});

describe('blocks', () => {
  it('stand at their share of the day', () => {
    const [block] = blocks(day(0, 'Boston', [visit('2024-04-22T12:00', '2024-04-22T13:30')]), { from: 9, to: 21 });
    expect([block!.top, block!.height]).toEqual([0.25, 0.125]);
  });
});

describe('legs', () => {
  it('join neighbouring nights in one city, and keep a return apart', () => {
    expect(legs([day(0, 'Boston'), day(1, 'Boston'), day(2, 'New York'), day(3, 'Boston')])).toEqual([
      { city: 'Boston', days: [0, 1] },
      { city: 'New York', days: [2] },
      { city: 'Boston', days: [3] },
    ]);
  });
});
