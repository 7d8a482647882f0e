import { describe, expect, it } from 'vitest';
import { lines_of, picture } from './chains';
import type { Paths } from './types';

const person = (id: number) => ({ id, name: `P${id}`, tier: 0, press_only: false });
const step = (from: number, to: number) => ({ from: person(from), to: person(to), probability: 0.5, reason: '' });
const paths = { from: person(1), to: person(9), chains: [{ probability: 0.5, steps: [step(1, 9)] }, { probability: 0.2, steps: [step(1, 2), step(2, 9)] }, { probability: 0.1, steps: [step(1, 3), step(3, 2), step(2, 9)] }] } satisfies Paths;

describe('the picture of chains', () => {
  const { spots, threads, columns, rows } = picture(paths);
  it('has everybody once, who asks first and the target last', () => {
    expect(spots.map(({ person: { id } }) => id).sort()).toEqual([1, 2, 3, 9]);
    expect(spots.find((spot) => spot.person.id === 1)!.column).toBe(0);
    expect(spots.find((spot) => spot.person.id === 9)!.column).toBe(columns - 1);
  });
  it('has each step once, and marks those of the best chain', () => {
    expect(threads.map(({ from, to }) => `${from}-${to}`)).toEqual(['1-9', '1-2', '2-9', '1-3', '3-2']);
    expect(threads.filter(({ best }) => best).length).toBe(1);
  });
  it('puts those of one column around the middle', () => {
    expect(rows).toBe(2);
    expect(spots.filter(({ column }) => column === 1).map(({ row }) => row)).toEqual([-0.5, 0.5]);
  });
  it('is one point where nobody leads', () => expect(picture({ ...paths, chains: [] }).threads).toEqual([]));
});

describe('a name below a point', () => {
  it('breaks before the last word', () => expect(lines_of('Verity Oakhamley')).toEqual(['Verity', 'Oakhamley']));
  it('stays whole if it is short', () => expect(lines_of('오여울')).toEqual(['오여울']));
});
