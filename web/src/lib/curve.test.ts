import { describe, expect, it } from 'vitest';
import { range_of } from './curve';

describe('the range of a share', () => {
  it('holds the share itself', () => {
    for (const happened of [0, 0.2, 0.5, 1]) {
      const { low, high } = range_of({ predicted: 0.5, happened, count: 12 });
      expect(low).toBeLessThanOrEqual(happened + 1e-9);
      expect(high).toBeGreaterThanOrEqual(happened - 1e-9);
    }
  });
  it('is narrower with more cases', () => {
    const wide = range_of({ predicted: 0.5, happened: 0.3, count: 10 });
    const narrow = range_of({ predicted: 0.5, happened: 0.3, count: 1000 });
    expect(narrow.high - narrow.low).toBeLessThan((wide.high - wide.low) / 5);
  });
});
