import { describe, expect, it } from 'vitest';
import { chart } from './landscape';
import type { Landscape } from './types';

const row = (id: number, amount: number, currency = 'USD') => ({ organisation: { id, name: `O${id}`, tier: 0 }, figures: [{ kind: 'market_cap', currency, amount, claim: id }] });
const landscape = { organisations: [row(1, 1e12), row(2, 1e10), row(3, 5e12, 'KRW'), { organisation: { id: 4, name: 'O4', tier: 0 }, figures: [] }], relations: [] } as unknown as Landscape;

describe('the chart of companies', () => {
  const { kind, marks, ticks } = chart(landscape);
  it('compares one kind and currency only', () => {
    expect(kind).toBe('market_cap USD');
    expect(marks.map(({ row: { organisation } }) => organisation.id)).toEqual([1, 2]);
  });
  it('has equal factors at equal distances, the largest on the right', () => {
    expect(marks.map(({ x }) => x)).toEqual([1, 0]);
    expect(ticks.map(({ amount }) => amount)).toEqual([1e10, 1e11, 1e12]);
  });
  it('is empty without figures', () => expect(chart({ organisations: [], relations: [] }).marks).toEqual([]));
});
