import { describe, expect, it } from 'vitest';
import type { Claim } from './types';
import { claim_object, money, percent, property_phrase } from './words';

describe('money', () => {
  it('needs three figures', () => {
    expect([money('USD', 532_900_000_000), money('KRW', 1_234_000), money('USD', 950)]).toEqual(['USD 533 B', 'KRW 1.23 M', 'USD 950']);
  });
});

describe('property_phrase', () => {
  it('says an unknown field in its own words', () => expect(property_phrase('x:spouse_name')).toBe('spouse name'));
});

describe('claim_object', () => {
  it('says title and organisation of a role', () => {
    expect(claim_object({ value: 'Chair', object: { id: 2, kind: 'organisation', name: 'Hanbit' } } as Claim)).toBe('Chair, Hanbit');
  });
  it('says a name once', () => {
    expect(claim_object({ value: 'Mina Seo', object: { id: 2, kind: 'person', name: 'Mina Seo' } } as Claim)).toBe('Mina Seo');
  });
});

describe('percent', () => {
  it('never shows the uncertain as certain', () => expect([0.9957, 0.003, 0.955, 1, 0].map(percent)).toEqual(['> 99 %', '< 1 %', '96 %', '100 %', '0 %']));
});
