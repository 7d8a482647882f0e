import { describe, expect, it } from 'vitest';
import { events } from './stream';

describe('events', () => {
  it('come one by one, and what is not whole waits', () => {
    expect(events('event: progress\ndata: {"a":1}\n\nevent: done\ndata: {}\n\nevent: pro')).toEqual({
      whole: [
        { event: 'progress', data: '{"a":1}' },
        { event: 'done', data: '{}' },
      ],
      rest: 'event: pro',
    });
  });
  it('are none in half a text', () => expect(events('event: progress\ndata: {')).toEqual({ whole: [], rest: 'event: progress\ndata: {' }));
});
