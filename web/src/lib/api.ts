// Talks to `attache serve`: one typed client, failures as exceptions that carry the server's own sentence.
import type { paths } from 'contract';
import createClient from 'openapi-fetch';
import type { Problem } from './types';

export const client = createClient<paths>({ baseUrl: '/api/v1', headers: { Accept: 'application/json' } });

export class Failure extends Error {
  readonly status: number;
  readonly hint: string;
  constructor(problem: Partial<Problem>, status: number) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}`);
    this.status = status;
    this.hint = problem.hint ?? '';
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

// The data of an answer; throws Failure.
export async function take<T>(call: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch {
    throw new Failure({ detail: 'attache does not answer', hint: 'Is `attache serve` still running?' }, 0);
  }
  if (answer.data === undefined) {
    const problem = typeof answer.error === 'object' && answer.error !== null ? (answer.error as Problem) : {};
    throw new Failure(problem, answer.response.status);
  }
  return answer.data;
}
