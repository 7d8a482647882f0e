// The waterfall of an identity question: from the odds before any evidence, reason by reason, to the probability.
import type { Reason } from './types';

export interface Fall extends Reason {
  from: number; // bits before this reason
  to: number; // bits after it
}

export interface Waterfall {
  prior: number; // bits of the odds before any reason: what is left of the probability without the reasons
  falls: Fall[];
  posterior: number; // bits of the odds after all
  low: number; // the range that a drawing must show
  high: number;
}

const furthest = 20; // bits: one in a million either way is as sure as a drawing needs

export function bits_of(probability: number): number {
  if (probability <= 0) return -furthest;
  if (probability >= 1) return furthest;
  return Math.max(-furthest, Math.min(furthest, Math.log2(probability / (1 - probability))));
}

export function waterfall(probability: number, reasons: readonly Reason[]): Waterfall {
  const posterior = bits_of(probability);
  const prior = posterior - reasons.reduce((sum, reason) => sum + reason.bits, 0);
  let level = prior;
  const falls = reasons.map((reason) => {
    const from = level;
    level += reason.bits;
    return { ...reason, from, to: level };
  });
  const levels = [0, prior, posterior, ...falls.map((fall) => fall.to)];
  return { prior, falls, posterior, low: Math.min(...levels), high: Math.max(...levels) };
}
