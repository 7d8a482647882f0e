import { describe, expect, it } from 'vitest';
import { date_words, days_between, interval_words, minute_of_day, moment_words, span_words } from './time';

describe('date_words', () => {
  it('keeps a partial date partial', () => {
    expect(['2023', '2023-05', '2023-05-10'].map((date) => date_words(date, 'en'))).toEqual(['2023', 'May 2023', '10 May 2023']);
  });
  it('puts an instant on the day of its zone', () => {
    expect(date_words('2023-05-10T23:00Z', 'en', 'Asia/Seoul')).toBe('11 May 2023');
  });
  it('speaks Korean', () => expect(date_words('2023-05-10', 'ko')).toBe('2023년 5월 10일'));
  it('returns what it cannot read as it is', () => expect(date_words('soon', 'en')).toBe('soon'));
});

describe('moment_words', () => {
  it('gives the wall clock of the zone', () => {
    expect(moment_words('2023-05-10T23:00:00Z', 'en', 'America/New_York')).toBe('10 May 2023, 19:00');
  });
});

describe('interval_words', () => {
  it('says one date once', () => expect(interval_words({ from: '2023', to: '2023' }, 'en')).toBe('2023'));
  it('shows an open start', () => expect(interval_words({ to: '2023-05' }, 'en')).toBe('… – May 2023'));
});

describe('durations', () => {
  it('grow from days to months to years', () => {
    expect([12, 120, 1206].map((days) => span_words(days, 'en'))).toEqual(['12 d', '4 mo', '3.3 y']);
  });
  it('count days across a change of the clocks', () => expect(days_between('2024-03-09', '2024-03-11')).toBe(2));
  it('read the minute of a local time', () => expect(minute_of_day('2024-04-24T19:30')).toBe(1170));
});
