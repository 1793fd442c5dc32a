import type { TunnelStatus } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { TunnelHistory } from './tunnel-history.ts';

function historyOf(...statuses: readonly Partial<TunnelStatus>[]) {
  let now = Date.parse('2026-01-01T00:00:00.000Z');
  const history = new TunnelHistory({ now: () => now, monotonic: () => now });
  for (const status of statuses) {
    history.note({
      kind: 'localtunnel',
      state: 'open',
      reason: '',
      since: '2026-01-01T00:00:00.000Z',
      url: null,
      ...status,
    });
    now += 1000;
  }
  return history;
}

it('keeps states with their reasons, the newest first, and says how often one was said in a row', () => {
  const history = historyOf(
    { state: 'connecting', reason: 'Asking.' },
    { state: 'reconnecting', reason: 'Away.', nextTryAt: '2026-01-01T00:00:09.000Z' },
    { state: 'reconnecting', reason: 'Away.', nextTryAt: '2026-01-01T00:00:19.000Z' },
    { state: 'open', reason: 'There.', url: 'https://a.example' },
  );
  expect(history.stays.map(({ state, times }) => [state, times])).toEqual([
    ['open', 1],
    ['reconnecting', 2],
    ['connecting', 1],
  ]);
  expect(history.stays[1]).toMatchObject({
    at: '2026-01-01T00:00:01.000Z',
    lastAt: '2026-01-01T00:00:02.000Z',
  });
});

it('a tunnel that fails in turns for hours leaves the beginning in sight', () => {
  const turns = Array.from({ length: 1000 }, (_, index) =>
    index % 2 === 0
      ? { state: 'reconnecting' as const, reason: 'It is opened anew.' }
      : { state: 'degraded' as const, reason: 'It was given, but does not work yet.' },
  );
  const history = historyOf({ state: 'open', reason: 'There.', url: 'https://a.example' }, ...turns);
  expect(history.stays).toHaveLength(3);
  expect(history.stays.at(-1)).toMatchObject({ state: 'open' });
});

it('stays bounded, whatever is said', () => {
  const many = Array.from({ length: 300 }, (_, index) => ({
    reason: `reason ${index}`,
    url: `https://${index}.example`,
  }));
  const history = historyOf(...many);
  expect(history.stays).toHaveLength(100);
  expect(history.urls).toHaveLength(20);
  expect(history.urls[0]).toMatchObject({ url: 'https://299.example', until: null });
});

it('has each public URL with the time in which it was the one', () => {
  const history = historyOf(
    { url: 'https://a.example' },
    { state: 'reconnecting', reason: 'lost', url: 'https://a.example' },
    { url: 'https://a.example', reason: 'back' },
    { url: 'https://b.example', reason: 'another' },
  );
  expect(history.urls).toEqual([
    { url: 'https://b.example', from: '2026-01-01T00:00:03.000Z', until: null },
    { url: 'https://a.example', from: '2026-01-01T00:00:00.000Z', until: '2026-01-01T00:00:03.000Z' },
  ]);
});
