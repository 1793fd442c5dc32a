import type { Delivery, Endpoint, Event } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { english } from '../messages/translate.ts';
import { whatHappened } from './what-happened.ts';

const attempt = (outcome: object) => ({ number: 1, outcome, timing: { totalMs: 12 } });
const event = (status: Delivery['status'], ...outcomes: object[]) =>
  ({
    body: { state: 'complete' },
    reply: null,
    delivery: { status },
    deliveries: [{ status, target: 'http://localhost:3000', attempts: outcomes.map(attempt) }],
  }) as unknown as Event;
const said = (subject: Event) => whatHappened(subject, subject, undefined, english);

test('a refused connection says what to start, once', () => {
  const message = 'Nothing listens on localhost:3000. Start your handler, then replay the event.';
  expect(said(event('failed', { kind: 'failed', failure: 'connection-refused', message }))).toMatchObject({
    happened: 'Nothing listens on localhost:3000.',
    todo: 'Start your handler, then replay the event.',
  });
});

test('an error of the handler names its attempt from the second on', () => {
  const failed = { kind: 'responded', statusCode: 500 };
  expect(said(event('failed', failed))?.happened).toBe('Your handler answered 500.');
  expect(said(event('failed', failed, failed))?.happened).toBe('Your handler answered 500 on attempt 2.');
});

test('of several targets it tells of the delivery that the list shows, and to which one it went', () => {
  const to = (port: number, status: Delivery['status'], statusCode: number) => ({
    id: `dlv_${port}`,
    status,
    target: `http://localhost:${port}`,
    attempts: [attempt({ kind: 'responded', statusCode })],
  });
  const deliveries = [to(3000, 'failed', 500), to(3001, 'succeeded', 200)];
  const two = { ...event('failed'), delivery: { status: 'failed', lastStatusCode: 500 }, deliveries };
  expect(said(two as unknown as Event)).toMatchObject({
    tone: 'bad',
    happened: 'Your handler answered 500 on attempt 1 to localhost:3000.',
  });
});

test('a refusal of what is signed wrong leads to the signature', () => {
  const refused = event('failed', { kind: 'responded', statusCode: 401 });
  const unsigned = { ...refused, verification: { verdict: 'unchecked' } } as Event;
  expect(said(unsigned)?.todo).toBe('Fix the handler, then press Replay.');
  const invalid = { ...refused, verification: { verdict: 'invalid' } } as Event;
  expect(said(invalid)?.todo).toContain('the Signature tab says what is wrong');
  expect([said(invalid)?.seeTab, said(unsigned)?.seeTab]).toEqual(['signature', undefined]);
});

test('a redirect is not followed and says so', () => {
  expect(said(event('failed', { kind: 'responded', statusCode: 302 }))?.todo).toContain(
    'Redirects are not followed',
  );
});

test('what is tried again says when', () => {
  const retrying = event('retrying', { kind: 'responded', statusCode: 503 });
  expect(said(retrying)).toMatchObject({
    tone: 'warn',
    happened: 'Your handler answered 503.',
    todo: 'It is tried again soon.',
  });
});

test('success needs nothing done', () => {
  expect(said(event('succeeded', { kind: 'responded', statusCode: 204 }))).toMatchObject({ tone: 'ok' });
  expect(said(event('succeeded', { kind: 'responded', statusCode: 204 }))?.todo).toBeUndefined();
});

test('a cut-off body was not delivered', () => {
  const cut = {
    body: { state: 'truncated' },
    reply: null,
    delivery: null,
    deliveries: [],
  } as unknown as Event;
  expect(said(cut)?.happened).toContain('nothing was delivered');
});

test('what is not delivered says why, by its endpoint of today', () => {
  const kept = { body: { state: 'complete' }, reply: { source: 'ack' }, endpoint: 'shop', deliveries: [] };
  const why = (change: object, endpoint?: object) =>
    whatHappened(
      { ...kept, ...change } as unknown as Event,
      undefined,
      endpoint as unknown as Endpoint,
      english,
    )?.happened;
  const targets = [{ url: 'http://localhost:3000' }];
  expect(why({}, { targets: [], config: {} })).toContain('there was no target.');
  expect(why({}, { targets, config: {} })).toContain('no target then');
  expect(why({}, { targets, config: { filter: 'type:order.*' } })).toBe(
    'Not delivered: the filter of endpoint shop, type:order.*, does not find it.',
  );
  expect(why({ duplicateOf: 'evt_1' }, { targets, config: {} })).toContain('not delivered again');
  expect(why({ via: 'import' }, { targets, config: {} })).toContain('imported');
});

const refused = (source: string, path: string) =>
  ({
    body: { state: 'complete' },
    reply: { source, statusCode: 404 },
    path,
    deliveries: [],
  }) as unknown as Event;

test('what Hooktap answered by itself is told as such, not as a missing target', () => {
  expect(said(refused('enforced', '/slack'))).toMatchObject({
    tone: 'warn',
    happened: 'It bears no valid signature, so it was refused before your handler (enforce).',
    seeTab: 'signature',
  });
  expect(said(refused('handshake', '/slack'))?.happened).toContain(
    'answered the provider’s handshake by itself',
  );
});

const scans = ['/.env', '/a/.git/config', '/%2eenv', '/a%2F.aws', '/%20.env', '/.well-known/.env'];
test.each(scans)('%s is told as a scan for secrets', (path) => {
  expect(said(refused('blocked', path))?.happened).toContain('scan for secrets');
});

test.each(['/orders', '//stripe', '/x/../stripe', '/.well-known/acme'])(
  '%s that is blocked is not',
  (path) => {
    expect(said(refused('blocked', path))?.happened).toContain('--only leaves it out');
  },
);
