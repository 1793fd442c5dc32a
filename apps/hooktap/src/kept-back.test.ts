import { type Event, EventId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { keptBackBecause } from './kept-back.ts';

const id = EventId.parse('evt_01m81yq5xds6qja76arh3a5rsy');
const undelivered = {
  id,
  via: 'direct',
  body: { size: 0, state: 'complete', sha256: '', href: '' },
  reply: { statusCode: 200, source: 'handler', sentAt: '2026-11-22T15:41:41.165Z' },
  endpoint: 'orders',
} as const;
const endpoint = (config: object, targets: readonly string[] = ['http://localhost:3000']) => ({
  name: 'orders',
  config: { name: 'orders', path: '/', ...config },
  source: { kind: 'flags' as const },
  mode: 'deliver' as const,
  hold: false,
  queue: { waiting: 0, held: 0, retrying: 0, underWay: 0 },
  targets: targets.map((url) => ({
    endpoint: 'orders',
    url,
    health: 'up' as const,
    since: '2026-11-22T15:00:00.000Z',
    reason: '',
  })),
});
const replay = `hooktap replay ${id} sends it all the same.`;

it.each<[string, Partial<Event>, ReturnType<typeof endpoint> | null, string | null]>([
  [
    'filtered',
    {},
    endpoint({ filter: 'type:a' }),
    `the filter of the endpoint 'orders', type:a, does not find it. ${replay}`,
  ],
  ['duplicate', { duplicateOf: id }, endpoint({}), `it is a duplicate of ${id}. ${replay}`],
  ['imported', { via: 'import' }, endpoint({}), `it was imported. ${replay}`],
  ['captured only', {}, endpoint({}, []), "the endpoint 'orders' has no target."],
  ['endpoint gone', {}, null, "there is no endpoint 'orders' any more."],
  ['blocked', { reply: { ...undelivered.reply, source: 'blocked' } }, endpoint({ filter: 'type:a' }), null],
])('why nothing was delivered: %s', (_name, event, today, why) => {
  expect(keptBackBecause({ ...undelivered, ...event }, today)).toBe(why);
});
