// Questions to the planner that take a while: how value and bound draw together, and then the answer.
import { Failure } from './api';
import type { Problem, Standing } from './types';

export interface Happening {
  event: string;
  data: string;
}

// The events that are whole in `text`, and what is left of it (Server-sent events, WHATWG HTML §9.2.6).
export function events(text: string): { whole: Happening[]; rest: string } {
  const parts = text.split('\n\n');
  const rest = parts.pop() ?? '';
  const whole = parts.map((part) => {
    const happening: Happening = { event: 'message', data: '' };
    for (const line of part.split('\n')) {
      if (line.startsWith('event: ')) happening.event = line.slice(7);
      if (line.startsWith('data: ')) happening.data += line.slice(6);
    }
    return happening;
  });
  return { whole, rest };
}

// Asks; `hear` gets every standing. Throws Failure. `signal` ends the planning.
export async function ask<T>(path: string, body: object, hear: (standing: Standing) => void, signal?: AbortSignal): Promise<T> {
  const response = await fetch(`/api/v1${path}`, {
    method: 'POST',
    headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  }).catch(() => {
    throw new Failure({ detail: 'attache does not answer', hint: 'Is `attache serve` still running?' }, 0);
  });
  if (!response.ok || !response.body) throw new Failure((await response.json().catch(() => ({}))) as Problem, response.status);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ''; ; ) {
    const { value, done } = await reader.read();
    if (done) throw new Failure({ detail: 'The answer broke off' }, response.status);
    const read = events(rest + value);
    rest = read.rest;
    for (const { event, data } of read.whole) {
      if (event === 'progress') hear(JSON.parse(data) as Standing);
      if (event === 'done') return JSON.parse(data) as T;
      if (event === 'problem') throw new Failure(JSON.parse(data) as Problem, response.status);
    }
  }
}
