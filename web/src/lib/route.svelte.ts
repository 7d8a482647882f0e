// Where the page is: #/view/id?as_of=...&known_at=... The date of the view is part of every link.
import { untrack } from 'svelte';

interface Place {
  view: string;
  id: string;
  query: Record<string, string>;
}

export function parse_hash(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [view = '', ...rest] = path.split('/').map(decodeURIComponent);
  return { view: view || 'today', id: rest.join('/'), query: Object.fromEntries(new URLSearchParams(query)) };
}

export const route = $state<Place>(parse_hash(location.hash));
// Apart from the route, so that a view asks the server again when a date changes, and not at every step.
const dates = $state({ as_of: route.query['as_of'] ?? '', known_at: route.query['known_at'] ?? '' });

window.addEventListener('hashchange', () => {
  Object.assign(route, parse_hash(location.hash));
  dates.as_of = route.query['as_of'] ?? '';
  dates.known_at = route.query['known_at'] ?? '';
});

// The two dates that every reading request takes; empty members are left out.
export function at(): { as_of?: string; known_at?: string } {
  const { as_of, known_at } = dates;
  return { ...(as_of ? { as_of } : {}), ...(known_at ? { known_at } : {}) };
}

// A link to a view, keeping the dates.
export function link(view: string, id: string | number = '', query: Record<string, string | number> = {}): string {
  const words = new URLSearchParams({ ...at(), ...Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)])) });
  const tail = words.size > 0 ? `?${words}` : '';
  return `#/${view}${id === '' ? '' : `/${encodeURIComponent(id)}`}${tail}`;
}

export function go(view: string, id: string | number = '', query: Record<string, string | number> = {}): void {
  location.hash = link(view, id, query);
}

// Which number was asked for last that leads elsewhere now.
export const redirected = $state({ from: 0, to: 0 });

// The same place under the number that leads there now; the old one is not kept in the history. May be called in an
// effect, which does not come to depend on the route by it.
export function rename(view: string, from: number, id: number): void {
  untrack(() => {
    Object.assign(redirected, { from, to: id });
    const query = new URLSearchParams(route.query);
    history.replaceState(history.state, '', `#/${view}/${id}${query.size > 0 ? `?${query}` : ''}`);
    route.id = String(id);
  });
}

// Sets or (with an empty value) removes parts of the query, here and now.
export function adjust(change: Record<string, string>): void {
  const query = Object.fromEntries(Object.entries({ ...route.query, ...change }).filter(([, value]) => value));
  const words = new URLSearchParams(query);
  location.hash = `#/${route.view}${route.id ? `/${encodeURIComponent(route.id)}` : ''}${words.size > 0 ? `?${words}` : ''}`;
}
