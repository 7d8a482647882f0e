// Companies on a chart: how large on a scale of equal factors, against how strong our best tie there is.
import type { Landscape } from './types';

type Row = Landscape['organisations'][number];

export interface Mark {
  row: Row;
  x: number; // 0..1, the largest at 1
  y: number; // strength of the best tie, 0 without one
}

export interface Chart {
  kind: string; // of the figures compared: "market_cap USD"
  marks: Mark[];
  ticks: { x: number; amount: number }[];
}

// Only figures of the kind and currency that most companies have can be compared.
export function chart(landscape: Landscape): Chart {
  const kinds = new Map<string, number>();
  const kind_of = (row: Row) => (row.figures[0] ? `${row.figures[0].kind} ${row.figures[0].currency}` : '');
  for (const row of landscape.organisations) if (kind_of(row)) kinds.set(kind_of(row), (kinds.get(kind_of(row)) ?? 0) + 1);
  const kind = [...kinds].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  const rows = landscape.organisations.filter((row) => kind && kind_of(row) === kind && row.figures[0]!.amount > 0);
  const logs = rows.map((row) => Math.log10(row.figures[0]!.amount));
  const low = Math.floor(Math.min(...logs));
  const high = Math.ceil(Math.max(...logs));
  const place = (log: number) => (log - low) / Math.max(1, high - low);
  const marks = rows.map((row, at) => ({ row, x: place(logs[at]!), y: row.best_tie?.strength ?? 0 }));
  const ticks = rows.length === 0 ? [] : Array.from({ length: high - low + 1 }, (_, at) => ({ x: place(low + at), amount: 10 ** (low + at) }));
  return { kind, marks, ticks };
}
