// A value that is fetched again whenever what it depends on changes. The old value stays until the new one is there.
import { Failure } from './api';

export class Load<T> {
  value = $state.raw<T>();
  failure = $state.raw<Failure>();
  busy = $state(true);
  #turn = 0;
  #fetch: () => Promise<T>;

  // Call while a component is set up: `fetch` runs inside an effect and is tracked up to its first await.
  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
    $effect(() => void this.#run(fetch()));
  }

  again(): Promise<void> {
    return this.#run(this.#fetch());
  }

  async #run(pending: Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      const value = await pending;
      if (turn !== this.#turn) return;
      this.value = value;
      this.failure = undefined;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.failure = error instanceof Failure ? error : new Failure({ detail: String(error) }, 0);
    }
    this.busy = false;
  }
}
