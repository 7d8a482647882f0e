// Dates and durations in words, in the page's language. Partial dates stay partial.
import type { Interval } from './types';

export type Language = 'en' | 'ko';

const locale = (language: Language) => (language === 'ko' ? 'ko-KR' : 'en-GB');

const shapes: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'short' },
  10: { year: 'numeric', month: 'short', day: 'numeric' },
};

// "2023" "May 2023" "10 May 2023"; of an instant its UTC day, or its day in `zone`.
export function date_words(partial: string | undefined, language: Language, zone = 'UTC'): string {
  if (!partial) return '';
  const has_time = partial.length > 10;
  const at = new Date(has_time ? partial : `${partial}${'-01-01'.slice(partial.length - 4)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return partial;
  const shape = shapes[has_time ? 10 : partial.length] ?? shapes[10]!;
  return new Intl.DateTimeFormat(locale(language), { ...shape, timeZone: has_time ? zone : 'UTC' }).format(at);
}

// "10 May 2023, 19:00" in its zone if the minute is known, else the date.
export function moment_words(partial: string | undefined, language: Language, zone = 'UTC'): string {
  const day = date_words(partial, language, zone);
  if (!partial || partial.length <= 10) return day;
  return `${day}, ${new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(partial))}`;
}

export function interval_words(interval: Interval | undefined, language: Language): string {
  if (!interval) return '';
  const from = date_words(interval.from, language, interval.zone);
  const to = date_words(interval.to, language, interval.zone);
  if (!from && !to) return '';
  if (from === to) return from;
  if (!to) return from;
  return `${from || '…'} – ${to}`;
}

// "Mon 22 Apr"
export function day_words(date: string, language: Language): string {
  const at = new Date(`${date}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale(language), { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
    .format(at)
    .replace(',', '');
}

export function weekday(date: string, language: Language, width: 'long' | 'short' | 'narrow' = 'short'): string {
  return new Intl.DateTimeFormat(locale(language), { weekday: width, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

// Whole days from one date to another; negative if it lies before.
export function days_between(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 864e5);
}

// "12 d" "5 mo" "3.3 y": two figures are enough for a silence.
export function span_words(days: number | undefined, language: Language): string {
  if (days === undefined) return '';
  const [day, month, year] = language === 'ko' ? ['일', '개월', '년'] : [' d', ' mo', ' y'];
  if (days < 60) return `${Math.round(days)}${day}`;
  if (days < 730) return `${Math.round(days / 30.44)}${month}`;
  return `${(days / 365.25).toFixed(1)}${year}`;
}

// Minutes after midnight of "2024-04-24T19:00".
export function minute_of_day(local: string): number {
  return Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
}

export function hours_words(minutes: number, language: Language): string {
  const hours = Math.round(minutes / 6) / 10;
  return language === 'ko' ? `${hours}시간` : `${hours} h`;
}
