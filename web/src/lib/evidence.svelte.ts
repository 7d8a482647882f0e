// The claim whose evidence is shown beside the page, and the verdicts a person can give on a claim.
import { client, take } from './api';
import type { Claim } from './types';

export const shown = $state<{ claim: number | undefined }>({ claim: undefined });

let opener: HTMLElement | undefined;

export function show_claim(id: number): void {
  opener = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
  shown.claim = id;
}

export function hide_claim(): void {
  shown.claim = undefined;
  opener?.focus();
}

export type ClaimVerdict = 'accept' | 'reject' | 'reopen';

export function judge(claim: number, verdict: ClaimVerdict): Promise<Claim> {
  return take(client.POST('/review/claims/{id}', { params: { path: { id: claim } }, body: { verdict } }));
}
