// Where meetings stand in a day's column, and the hours that a trip needs.
import { minute_of_day } from './time';
import type { PlanDay, Visit } from './types';

export interface Block {
  visit: Visit;
  top: number; // share of the column's height, 0..1
  height: number;
}

// Whole hours that hold every meeting, at least 8 to 18.
export function hours_of(days: readonly PlanDay[]): { from: number; to: number } {
  let from = 8 * 60;
  let to = 18 * 60;
  for (const visit of days.flatMap((day) => day.visits)) {
    from = Math.min(from, minute_of_day(visit.start_local));
    to = Math.max(to, end_minute(visit));
  }
  return { from: Math.floor(from / 60), to: Math.ceil(to / 60) };
}

export function blocks(day: PlanDay, hours: { from: number; to: number }): Block[] {
  const whole = (hours.to - hours.from) * 60;
  return day.visits.map((visit) => {
    const start = minute_of_day(visit.start_local);
    return { visit, top: (start - hours.from * 60) / whole, height: (end_minute(visit) - start) / whole };
  });
}

// A meeting that ends after midnight ends, for the day's column, at 24:00.
function end_minute(visit: Visit): number {
  return visit.end_local.slice(0, 10) > visit.start_local.slice(0, 10) ? 24 * 60 : minute_of_day(visit.end_local);
}

// The cities in the order in which the trip comes through them, with the days spent in each. A day counts for the city
// of its night.
export function legs(days: readonly PlanDay[]): { city: string; days: number[] }[] {
  const found: { city: string; days: number[] }[] = [];
  for (const day of days) {
    if (found.at(-1)?.city === day.to) found.at(-1)!.days.push(day.day);
    else found.push({ city: day.to, days: [day.day] });
  }
  return found;
}
