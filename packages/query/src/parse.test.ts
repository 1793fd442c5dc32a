import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse.ts';
import type { Query } from './query.ts';

const now = Date.parse('2026-11-21T12:00:00Z');

function read(text: string, subject: 'event' | 'delivery' = 'event'): Query {
  const parsed = parseQuery(text, { now, subject });
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.query;
}

const word = (...pieces: string[]): Query => ({ kind: 'word', pieces });

describe('words', () => {
  it.each<[string, string[]]>([
    ['zavu', ['zavu']],
    ['"exact phrase"', ['exact phrase']],
    ['"say \\"hi\\" \\\\ C:\\temp"', ['say "hi" \\ C:\\temp']],
    ['a"b', ['a"b']],
    ['{"id":7}', ['{"id":7}']],
    ['10:30', ['10:30']],
    ['2026-11-21T10:00', ['2026-11-21T10:00']],
    ['http://localhost:3000/x?y=1', ['http://localhost:3000/x?y=1']],
    ['localhost:3000', ['localhost:3000']],
    ['api.example.com:8443/hook', ['api.example.com:8443/hook']],
    ['[::1]:3000', ['[::1]:3000']],
    ['"status:failed"', ['status:failed']],
    ['msg*read', ['msg', 'read']],
    ['zavu*', ['zavu']],
    ['"a b"*c', ['a b', 'c']],
    ['*', ['']],
    ['-', ['-']],
    ['or', ['or']],
    ['body.text', ['body.text']],
    ['+5511', ['+5511']],
  ])('%s', (text, pieces) => expect(read(text)).toEqual(word(...pieces)));
});

describe('how terms are joined', () => {
  const [a, b, c] = [word('a'), word('b'), word('c')];
  it.each<[string, Query]>([
    ['', { kind: 'all' }],
    ['  \n', { kind: 'all' }],
    ['a b', { kind: 'and', of: [a, b] }],
    ['a AND b', { kind: 'and', of: [a, b] }],
    ['a OR b c', { kind: 'or', of: [a, { kind: 'and', of: [b, c] }] }],
    ['(a OR b) c', { kind: 'and', of: [{ kind: 'or', of: [a, b] }, c] }],
    ['(a OR b)c', { kind: 'and', of: [{ kind: 'or', of: [a, b] }, c] }],
    ['a (b c)', { kind: 'and', of: [a, b, c] }],
    ['-a', { kind: 'not', of: a }],
    ['NOT a', { kind: 'not', of: a }],
    ['--a', a],
    ['- NOT a', { kind: 'and', of: [word('-'), { kind: 'not', of: a }] }],
    ['-(a b)', { kind: 'not', of: { kind: 'and', of: [a, b] } }],
    ['a -b OR c', { kind: 'or', of: [{ kind: 'and', of: [a, { kind: 'not', of: b }] }, c] }],
    ['ORDER', word('ORDER')],
  ])('%j', (text, query) => expect(read(text)).toEqual(query));
});

describe('fields', () => {
  it.each<[string, Query]>([
    ['type:message', { kind: 'text', field: 'type', pattern: { kind: 'contains', text: 'message' } }],
    ['Type:message.*', { kind: 'text', field: 'type', pattern: { kind: 'glob', pieces: ['message.', ''] } }],
    ['type:"a*b"', { kind: 'text', field: 'type', pattern: { kind: 'contains', text: 'a*b' } }],
    ['subject:"a b"*', { kind: 'text', field: 'subject', pattern: { kind: 'glob', pieces: ['a b', ''] } }],
    ['provider:=zapi', { kind: 'text', field: 'provider', pattern: { kind: 'glob', pieces: ['zapi'] } }],
    ['path:/a**b', { kind: 'text', field: 'path', pattern: { kind: 'glob', pieces: ['/a', 'b'] } }],
    ['status:FAILED', { kind: 'choice', field: 'status', value: 'failed' }],
    ['reply:*', { kind: 'choice', field: 'reply', value: null }],
    ['is:pinned', { kind: 'mark', mark: 'pinned' }],
    ['code:5xx', { kind: 'number', field: 'code', test: { kind: 'class', hundreds: 5 } }],
    ['code:404', { kind: 'number', field: 'code', test: { kind: 'compare', operator: '=', value: 404 } }],
    ['code:>=400', { kind: 'number', field: 'code', test: { kind: 'compare', operator: '>=', value: 400 } }],
    ['code:*', { kind: 'number', field: 'code', test: { kind: 'present' } }],
    ['took:>1.5s', { kind: 'number', field: 'took', test: { kind: 'compare', operator: '>', value: 1500 } }],
    [
      'size:<=10kb',
      { kind: 'number', field: 'size', test: { kind: 'compare', operator: '<=', value: 10_000 } },
    ],
    ['size:>1kib', { kind: 'number', field: 'size', test: { kind: 'compare', operator: '>', value: 1024 } }],
    [
      'header.X-Request-Id:abc',
      { kind: 'header', name: 'x-request-id', test: { kind: 'contains', text: 'abc' } },
    ],
    ['header.etag:W/"abc"', { kind: 'header', name: 'etag', test: { kind: 'contains', text: 'W/"abc"' } }],
    [
      'header.content-length:>1000',
      { kind: 'header', name: 'content-length', test: { kind: 'compare', operator: '>', value: 1000 } },
    ],
    [
      'body.data.from:+1555*',
      { kind: 'body', path: ['data', 'from'], test: { kind: 'glob', pieces: ['+1555', ''] } },
    ],
    ['body."a.b".c:x', { kind: 'body', path: ['a.b', 'c'], test: { kind: 'contains', text: 'x' } }],
    [
      'body.items[0].id:7',
      { kind: 'body', path: ['items', '0', 'id'], test: { kind: 'contains', text: '7' } },
    ],
    ['body:hello', { kind: 'body', path: [], test: { kind: 'contains', text: 'hello' } }],
    [
      'body.text:"say \\"hi\\""',
      { kind: 'body', path: ['text'], test: { kind: 'contains', text: 'say "hi"' } },
    ],
  ])('%s', (text, query) => expect(read(text)).toEqual(query));

  it.each<[string, Query]>([
    ['target:3000', { kind: 'text', field: 'target', pattern: { kind: 'contains', text: '3000' } }],
    ['cause:replay', { kind: 'choice', field: 'cause', value: 'replay' }],
    ['status:held', { kind: 'choice', field: 'status', value: 'held' }],
  ])('of deliveries: %s', (text, query) => expect(read(text, 'delivery')).toEqual(query));
});

describe('times', () => {
  it.each<[string, number]>([
    ['15m', 900_000],
    ['1h30m', 5_400_000],
    ['7d', 604_800_000],
    ['1.5h', 5_400_000],
  ])('since:%s is that long ago', (text, ms) =>
    expect(read(`since:${text}`)).toEqual({ kind: 'time', field: 'since', at: { kind: 'ago', ms } }),
  );

  it.each<[string, Date]>([
    ['2026-11-21T10:00', new Date(2026, 10, 21, 10, 0)],
    ['2026-11-21', new Date(2026, 10, 21)],
    ['2026-11-21T10:00:30.5', new Date(2026, 10, 21, 10, 0, 30, 500)],
    ['2026-11-21T10:00Z', new Date('2026-11-21T10:00Z')],
    ['2026-11-21T10:00-03:00', new Date('2026-11-21T13:00Z')],
    ['"2026-11-21 10:00"', new Date(2026, 10, 21, 10, 0)],
  ])('before:%s, without a zone in the process’s own', (text, date) =>
    expect(read(`before:${text}`)).toEqual({
      kind: 'time',
      field: 'before',
      at: { kind: 'absolute', ms: date.getTime() },
    }),
  );

  it('the hour and the day of the one who asks', () => {
    const today = new Date(now);
    const at = (...clock: [number, number]) =>
      new Date(today.getFullYear(), today.getMonth(), today.getDate(), ...clock).getTime();
    expect(read('since:10:30')).toMatchObject({ at: { kind: 'absolute', ms: at(10, 30) } });
    expect(read('since:today')).toMatchObject({ at: { kind: 'absolute', ms: at(0, 0) } });
    expect(read('since:yesterday')).toMatchObject({ at: { kind: 'absolute', ms: at(-24, 0) } });
  });
});
