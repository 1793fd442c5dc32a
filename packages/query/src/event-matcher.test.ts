import type { EventListItem } from '@hooktap/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventMatcher, factTest } from './event-matcher.ts';
import { parseQuery } from './parse.ts';
import type { Query, Term } from './query.ts';
import { anyQuery } from './testing-queries.ts';
import { digest, eventItem, eventView } from './testing-views.ts';
import type { EventView } from './views.ts';

const now = Date.parse('2026-11-21T12:10:00Z');

function matcherOf(text: string) {
  const parsed = parseQuery(text, { now });
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return eventMatcher(parsed.query, { now });
}
const matches = (text: string, view: EventView): boolean => matcherOf(text).matches(view);

const zavu = eventView({
  provider: 'zavu',
  eventType: 'message.inbound',
  subject: 'Olá, tudo bem?',
  path: '/webhooks/zavu',
  requestTarget: '/webhooks/zavu?retry=1',
  providerEventId: 'wamid.42',
  tags: ['bug', 'For Ana'],
  note: 'look at this',
  headers: [
    ['X-Request-Id', 'abc-123'],
    ['x-request-id', 'second'],
    ['X-City', 'S\u00c3\u00a3o Paulo'],
    ['Content-Length', '1500'],
  ],
  text: '{"data":{"from":"+15551234","text":"caf\\u00e9 \\"au lait\\"","n":12345678901234567890},"list":[{"id":7}]}',
  verification: { verdict: 'invalid', reason: 'timestamp' },
  reply: { statusCode: 502, source: 'unreachable', sentAt: '2026-11-21T12:00:01.000Z' },
  delivery: digest({ status: 'failed', lastStatusCode: 503, attempts: 3, tookMs: 812.5 }),
});

describe('an event and a query', () => {
  it.each([
    'ZAVU',
    '"tudo bem"',
    'retry=1',
    'evt_01kbj4',
    'wamid.42',
    'bug',
    '"look at"',
    'inbound',
    'x-request-id',
    '"X-Request-Id: abc"',
    '"são paulo"',
    'café',
    '"au lait"',
    '\\u00e9',
    'lait*list',
    '*',
    'provider:zavu',
    'provider:ZAV',
    'provider:=zavu',
    'type:message.*',
    'type:*.inbound',
    'type:m*.in*d',
    'method:post',
    'path:/webhooks/*',
    'path:=/webhooks/zavu',
    'endpoint:default',
    'subject:olá',
    'id:evt_*',
    'id:wamid',
    'tag:bug',
    'tag:"for ana"',
    'tag:=bug',
    'via:direct',
    'status:failed',
    'code:5xx',
    'code:503',
    'code:>=500',
    '-code:4xx',
    'attempts:3',
    'attempts:>2',
    'took:>500ms',
    'took:<1s',
    'size:>50',
    'size:<1kb',
    'signature:invalid',
    'reply:unreachable',
    'reply:*',
    'header.X-REQUEST-ID:abc',
    'header.x-request-id:second',
    'header.x-request-id:abc-*',
    'header.x-city:são',
    'header.content-length:>1000',
    'header.x-city:*',
    'body.data.from:+1555*',
    'body.DATA.From:+1555',
    'body.data.text:café',
    'body.data.text:"\\"au"',
    'body.data.n:=12345678901234567890',
    'body.list.id:7',
    'body.list[0].id:>6',
    'body.data:*',
    'body.data:lait',
    'body:*au*lait*',
    'since:15m',
    'since:2026-11-21T12:00:00Z',
    'before:1m',
    'before:2026-11-21T12:00:00.001Z',
    '(nothing OR zavu) -other',
    '-nothing',
    '-failure:timeout',
    '-header.x-none:*',
  ])('%s', (text) => expect(matches(text, zavu)).toBe(true));

  it.each([
    'nothing',
    '"bem tudo"',
    'list*lait',
    '-zavu',
    '-*',
    '"*"',
    'provider:=zav',

    'type:inbound.*',
    'type:message.*x',
    'path:=/webhooks',
    'tag:ana*',
    'signature:valid',
    'code:4xx',
    'code:>503',
    'took:>1s',
    'size:0',
    'failure:*',
    'is:pinned',
    'is:duplicate',
    'is:replayed',
    'is:unread',
    'header.x-request:abc',
    'header.x-city:>5',
    'header.x-none:*',
    'body.from:+1555',
    'body.data.from:1555*',
    'body.data.text:\\u00e9',
    'body.list.id:>7',
    'body.list[1].id:7',
    'body.data.n:=12345678901234567000',
    'since:5m',
    'before:2026-11-21T12:00:00Z',
    'zavu nothing',
  ])('not %s', (text) => expect(matches(text, zavu)).toBe(false));

  it('an absent field does not match, so its negation does', () => {
    const bare = eventView();
    for (const text of [
      'provider:*',
      'type:*',
      'subject:*',
      'tag:*',
      'status:*',
      'reply:*',
      'code:*',
      'took:*',
      'attempts:*',
      'took:<1h',
      'code:<999',
      'header.x:*',
      'body.x:*',
      'body:*',
    ]) {
      expect(matches(text, bare), text).toBe(false);
      expect(matches(`-${text}`, bare), `-${text}`).toBe(true);
    }
  });

  it('marks', () => {
    const marked = eventView({ pinned: true, duplicateOf: eventItem().id, replayed: true, unread: true });
    for (const mark of ['pinned', 'duplicate', 'replayed', 'unread']) {
      expect(matches(`is:${mark}`, marked), mark).toBe(true);
    }
  });

  it('bodies that are no UTF-8 are read as latin-1 too', () => {
    const bytes = Uint8Array.from('from=Jos\u00e9&to=Ana', (character) => character.charCodeAt(0));
    expect(matches('josé', eventView({ bytes }))).toBe(true);
  });

  it('form bodies have paths too', () => {
    const form = eventView({
      contentType: 'application/x-www-form-urlencoded; charset=utf-8',
      text: 'From=whatsapp%3A%2B1555&user[name]=Ana+Lima&payload=%7B%22user%22%3A%7B%22id%22%3A%22U1%22%7D%7D',
    });
    for (const text of [
      'body.From:whatsapp*',
      'body.from:"+1555"',
      'body.user.name:"ana lima"',
      'body.payload.user.id:=U1',
    ]) {
      expect(matches(text, form), text).toBe(true);
    }
    expect(matches('body.user:*', form)).toBe(false);
  });

  it('a glob over many stars takes no time', () => {
    const hostile = eventView({ text: 'a'.repeat(1_000_000) });
    expect(matches(`body:${'a*'.repeat(2000)}b`, hostile)).toBe(false);
    expect(matches(`${'a*'.repeat(2000)}b`, hostile)).toBe(false);
  });
});

function termOf(query: Query): Term | undefined {
  const { kind } = query;
  return kind === 'all' || kind === 'and' || kind === 'or' || kind === 'not' ? undefined : query;
}

describe('what is at hand decides first', () => {
  const untouchable = (item: EventListItem): EventView => {
    const touched = (): never => expect.unreachable('looked at more than the item');
    return { item, rawHeaders: touched, bodyReadings: touched, isReplayed: touched, isUnread: touched };
  };

  it.each([
    ['provider:zavu body.x:y', false],
    ['body.x:y provider:zavu', false],
    ['method:POST OR word', true],
    ['-(provider:zavu word)', true],
    ['default -method:POST', false],
    ['webhooks', true],
  ])('%s', (text, answer) => expect(matches(text, untouchable(eventItem()))).toBe(answer));

  it('tells what it may need', () => {
    expect([...matcherOf('status:failed since:1h is:pinned').needs]).toEqual([]);
    expect(new Set(matcherOf('is:replayed header.a:b').needs)).toEqual(new Set(['replays', 'headers']));
    expect(new Set(matcherOf('word OR is:unread').needs)).toEqual(new Set(['unread', 'headers', 'body']));
  });

  it.each([
    ['status:failed', true],
    ['code:5xx', true],
    ['took:>1s', false],
    ['reply:unreachable', true],
    ['signature:valid', false],
    ['provider:z*', true],
    ['path:/webhooks', true],
    ['is:replayed', false],
  ])('facts alone tell of %s', (text, answer) => {
    const parsed = parseQuery(text);
    const term = parsed.ok ? termOf(parsed.query) : undefined;
    const fits = term && factTest(term);
    expect(fits?.({ ...zavu.item, isReplayed: false })).toBe(answer);
  });

  it('facts never say otherwise than the whole view does', () => {
    const views = [zavu, eventView(), eventView({ pinned: true, provider: 'zavu', replayed: true })];
    fc.assert(
      fc.property(anyQuery('event'), fc.constantFrom(...views), (query, view) => {
        const term = termOf(query);
        const fits = term && factTest(term);
        if (!fits) return;
        const matched = eventMatcher(query, { now }).matches(view);
        expect(fits({ ...view.item, isReplayed: view.isReplayed() })).toBe(matched);
      }),
      { numRuns: 1000 },
    );
  });

  it('never says otherwise than the whole view does', () => {
    const views = [zavu, eventView(), eventView({ pinned: true, text: '[[1,{"a":"b"}]]', replayed: true })];
    fc.assert(
      fc.property(anyQuery('event'), fc.constantFrom(...views), (query, view) => {
        const matcher = eventMatcher(query, { now });
        const verdict = matcher.judge(view.item);
        const matched = matcher.matches(view);
        expect(verdict === 'unsure' ? matched : verdict === 'yes').toBe(matched);
        const negated = eventMatcher({ kind: 'not', of: query }, { now });
        expect(negated.matches(view)).toBe(!matched);
      }),
      { numRuns: 1000 },
    );
  });
});
