// The reliability curve: what came true against what was predicted, with the range that so many cases leave open.
import type { Backtest } from './types';

type Bin = Backtest['curve'][number];

// Wilson's 95 % interval of a share.
export function range_of({ happened, count }: Bin): { low: number; high: number } {
  const z = 1.96;
  const n = Math.max(1, count);
  const middle = (happened + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((happened * (1 - happened)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
