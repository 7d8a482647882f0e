import { describe, expect, it } from 'vitest';
import { timeline } from './timeline';
import type { Contact } from './types';

const contact = (from: string | undefined) => ({ when: from ? { from } : {} }) as Contact;

describe('timeline', () => {
  it('runs from the first year to the end of the last', () => {
    const line = timeline([contact('2020-07-01'), contact('2018')], '2021-04-18T09:00:00Z');
    expect(line.years.map(({ year }) => year)).toEqual([2018, 2019, 2020, 2021]);
    expect(line.ticks.map((tick) => Math.round(tick.at * 100))).toEqual([62, 0]);
  });
  it('leaves out what has no date', () => expect(timeline([contact(undefined)], '2021').ticks).toEqual([]));
  it('is one year long without contacts', () => expect(timeline([], '2021').years).toEqual([{ year: 2021, at: 0 }]));
});
