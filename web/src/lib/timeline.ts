// Contacts on a line of years.
import type { Contact } from './types';

export interface Tick {
  contact: Contact;
  at: number; // share of the line, 0..1
}

export interface Timeline {
  years: { year: number; at: number }[];
  ticks: Tick[];
}

// From the year of the first contact to the end of the year of `until`. Contacts without a date are left out.
export function timeline(contacts: readonly Contact[], until: string): Timeline {
  const dated = contacts.filter((contact) => contact.when.from);
  const last = Number(until.slice(0, 4));
  const first = Math.min(last, ...dated.map((contact) => Number(contact.when.from!.slice(0, 4))));
  const begin = Date.UTC(first, 0, 1);
  const whole = Date.UTC(last + 1, 0, 1) - begin;
  const years = Array.from({ length: last - first + 1 }, (_, at) => ({ year: first + at, at: (Date.UTC(first + at, 0, 1) - begin) / whole }));
  const ticks = dated.map((contact) => ({ contact, at: Math.max(0, Math.min(1, (start_of(contact.when.from!) - begin) / whole)) }));
  return { years, ticks };
}

function start_of(partial: string): number {
  return Date.parse(partial.length > 10 ? partial : `${partial}${'-01-01'.slice(partial.length - 4)}T00:00:00Z`);
}
