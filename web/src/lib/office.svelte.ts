// What the frame knows of the office and every view may need: its clock, and how many questions wait for a person.
export const office = $state({ now: '', waiting: 0 });

export function tell_waiting(totals: { claims: number; identities: number; conflicts: number }): void {
  office.waiting = totals.claims + totals.identities + totals.conflicts;
}
