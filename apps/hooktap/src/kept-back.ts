import type { Endpoint, Event } from '@hooktap/protocol';

type Undelivered = Pick<Event, 'id' | 'via' | 'body' | 'duplicateOf' | 'reply' | 'endpoint'>;

/** Replies that say by themselves why nothing was delivered. */
const telling: ReadonlySet<string> = new Set([
  'blocked',
  'busy',
  'handshake',
  'enforced',
  'too-large',
  'sender-gone',
  'store-unavailable',
]);

/** Why an event went to no handler, as far as its endpoint of today tells; null where its reply says it already. */
export function keptBackBecause(
  { id, via, body, duplicateOf, reply, endpoint: name }: Undelivered,
  endpoint: Endpoint | null,
): string | null {
  const replay = `hooktap replay ${id} sends it all the same.`;
  if (via === 'import') return `it was imported. ${replay}`;
  if (body.state !== 'complete' || (reply && telling.has(reply.source))) return null;
  if (duplicateOf !== undefined) return `it is a duplicate of ${duplicateOf}. ${replay}`;
  if (!endpoint) return `there is no endpoint '${name}' any more.`;
  if (endpoint.targets.length === 0) return `the endpoint '${name}' has no target.`;
  const { filter } = endpoint.config;
  return filter === undefined
    ? `the endpoint '${name}' had no target, or another filter, when it came. ${replay}`
    : `the filter of the endpoint '${name}', ${filter}, does not find it. ${replay}`;
}
