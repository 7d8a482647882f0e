// Chains of introductions as one picture: who asks on the left, the target on the right, introducers between them.
import type { Paths, PersonLine } from './types';

export interface Spot {
  person: PersonLine;
  column: number; // 0 is who asks, the last column the target
  row: number; // -0.5 and 0.5 for two in a column, -1, 0, 1 for three ...
}

export interface Thread {
  from: number; // ids of people
  to: number;
  probability: number;
  reason: string;
  best: boolean; // part of the most probable chain
}

export interface Picture {
  spots: Spot[];
  threads: Thread[];
  columns: number;
  rows: number; // in the fullest column
}

export function picture(paths: Paths): Picture {
  const columns = Math.max(0, ...paths.chains.map((chain) => chain.steps.length)) + 1;
  const places = new Map<number, { person: PersonLine; column: number }>([[paths.from.id, { person: paths.from, column: 0 }]]);
  const threads = new Map<string, Thread>();
  paths.chains.forEach((chain, rank) =>
    chain.steps.forEach((step, at) => {
      const key = `${step.from.id}-${step.to.id}`;
      if (!threads.has(key)) threads.set(key, { from: step.from.id, to: step.to.id, probability: step.probability, reason: step.reason, best: rank === 0 });
      if (!places.has(step.to.id)) places.set(step.to.id, { person: step.to, column: at + 1 });
    }),
  );
  places.set(paths.to.id, { person: paths.to, column: columns - 1 });
  const filled = Array.from({ length: columns }, (_, column) => [...places.values()].filter((place) => place.column === column));
  const spots = filled.flatMap((column) => column.map((place, at) => ({ ...place, row: at - (column.length - 1) / 2 })));
  return { spots, threads: [...threads.values()], columns, rows: Math.max(1, ...filled.map((column) => column.length)) };
}

// A name on at most two lines, so that it fits below a point.
export function lines_of(name: string, longest = 13): string[] {
  if (name.length <= longest) return [name];
  const words = name.split(' ');
  if (words.length === 1) return [`${name.slice(0, longest - 1)}…`];
  const [first, rest] = [words.slice(0, -1).join(' '), words.at(-1)!];
  return [first, rest].map((line) => (line.length > longest ? `${line.slice(0, longest - 1)}…` : line));
}
