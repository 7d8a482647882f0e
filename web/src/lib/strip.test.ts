import { describe, expect, it } from 'vitest';
import { labels } from './strip';

describe('labels', () => {
  it('share a row where there is room', () => expect(labels([0, 50], [40, 40], 100)).toEqual([{ left: 0, row: 0 }, { left: 50, row: 0 }]));
  it('go to the next row where they would touch', () => expect(labels([0, 20, 50], [40, 40, 30], 100).map(({ row }) => row)).toEqual([0, 1, 0]));
  it('end with the strip', () => expect(labels([90], [40], 100)).toEqual([{ left: 60, row: 0 }]));
});
