import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Subject } from './fields.ts';
import { parseQuery } from './parse.ts';
import { sayFault } from './query-error.ts';
import { queryExpectations } from './query-sentences.ts';

const options = { now: Date.parse('2026-11-21T12:00:00Z') };

function errorOf(text: string, subject: Subject = 'event') {
  const parsed = parseQuery(text, { ...options, subject });
  if (parsed.ok) throw new Error(`${text} was read`);
  return parsed.error;
}

/** The marked part of the query, and what is suggested in its place. */
function marked(text: string, subject?: Subject): [string, string | undefined] {
  const { offset, length, suggestion } = errorOf(text, subject);
  return [text.slice(offset, offset + length), suggestion];
}

describe('the place of an error, and what is suggested for it', () => {
  it.each<[string, string, string | undefined]>([
    ['a statsu:failed', 'statsu', 'status'],
    ['-(x OR provder:zavu)', 'provder', 'provider'],
    ['after:15m', 'after', 'since'],
    ['status:faild', 'faild', 'failed'],
    ['status:succ', 'succ', 'succeeded'],
    ['signature:wrong', 'wrong', undefined],
    ['is:pined', 'pined', 'pinned'],
    ['is:*', '*', undefined],
    ['data.from:+1555', 'data.from', 'body.data.from'],
    ['content-type:json', 'content-type', 'header.content-type'],
    ['whatsapp:+1415 x', 'whatsapp:+1415', '"whatsapp:+1415"'],
    ['order:1234', 'order:1234', '"order:1234"'],
    ['header:json', 'header', undefined],
    ['code:often', 'often', undefined],
    ['code:>', '', undefined],
    ['took:500ms', '500ms', '>500ms'],
    ['took:>fast', '>fast', undefined],
    ['size:>10parsecs', '>10parsecs', undefined],
    ['type:>5', '>5', '">5"'],
    ['body.html:<b>', '<b>', '"<b>"'],
    ['since:soon', 'soon', undefined],
    ['since:15', '15', undefined],
    ['since:2026-02-30', '2026-02-30', undefined],
    ['since:2026-11-21T25:00', '2026-11-21T25:00', undefined],
    ['status:', '', undefined],
    ['status: failed', '', undefined],
    ['body..x:1', '.', undefined],
    ['a body.items[x]:1', '[x]', '.x'],
    ['body.items[0:1', '[0', '[0]'],
    ['body.items[-1].sku:1', '[-1]', '.-1'],
    ['body.items[0]x:1', 'x', '.x'],
    ['body.items[]:1', '[]', undefined],
    ['a OR', '', undefined],
    ['OR a', 'OR', '"OR"'],
    ['a AND OR b', 'OR', '"OR"'],
    ['NOT', '', undefined],
    ['(a', '(', undefined],
    ['a)', ')', undefined],
    ['()', ')', undefined],
    ['x "never closed', '"never closed', '"never closed"'],
    ['target:x', 'target', undefined],
    ['cause:replay', 'cause', undefined],
  ])('%s', (text, part, suggestion) => expect(marked(text)).toEqual([part, suggestion]));

  it('knows a status code where a status belongs', () =>
    expect(errorOf('status:5xx').message).toContain('code:5xx'));

  it('says the same in codes as in words, and leaves no place of a value empty', () => {
    const failing = [
      'a statsu:failed',
      'status:faild',
      'status:5xx',
      'order:1',
      'took:500ms',
      '(a',
      'body..x:1',
    ];
    for (const text of failing) {
      const { message, parts, expected, expectedPart } = errorOf(text);
      expect(sayFault(...parts).message).toBe(message);
      expect(parts.length, text).toBeGreaterThan(0);
      expect(message + expected).not.toMatch(/\{\w+\}|undefined/);
      expect(Object.keys(queryExpectations)).toContain(expectedPart.code);
    }
    expect(errorOf('a statsu:failed').parts).toEqual([
      { code: 'no-field', values: { field: 'statsu' } },
      { code: 'did-you-mean', values: { name: 'status:' } },
    ]);
    expect(errorOf('a statsu:failed').message).toBe("There is no field 'statsu'. Did you mean status:?");
  });

  it('says where a field of the other list works', () => {
    expect(errorOf('target:x').message).toContain('delivery log');
    expect(errorOf('is:replayed', 'delivery').message).toContain('cause:replay');
    expect(errorOf('is:unread', 'delivery').expected).toBe('one of pinned, duplicate');
  });

  it.each([
    ['type:a status:failed', 'status', 'status:'],
    ['type:a -(took:>1s)', 'took', 'took:'],
    ['code:5xx', 'code', 'code:'],
    ['failure:timeout', 'failure', 'failure:'],
    ['reply:ack', 'reply', 'reply:'],
    ['attempts:0', 'attempts', 'attempts:'],
    ['tag:bug', 'tag', 'tag:'],
    ['is:replayed', 'replayed', 'is:replayed'],
    ['-is:Pinned', 'Pinned', 'is:pinned'],
    ['is:unread', 'unread', 'is:unread'],
  ])('of an arrival, what comes only afterwards is refused with its place: %s', (text, place, what) => {
    expect(marked(text, 'arrival')).toEqual([place, undefined]);
    expect(errorOf(text, 'arrival').message).toMatch(new RegExp(`^${what} is not known yet when`));
  });

  it('of an arrival, everything else is asked as ever', () => {
    const text =
      'type:a is:duplicate signature:valid provider:zavu header.x:1 body.a:1 via:tunnel size:>1kb since:1h';
    expect(parseQuery(text, { ...options, subject: 'arrival' })).toEqual(parseQuery(text, options));
    expect(errorOf('cause:replay', 'arrival').message).toContain('delivery log');
    expect(errorOf('is:pined', 'arrival').expected).toBe('one of duplicate');
  });

  it('a suggestion in its place is a query', () => {
    for (const text of [
      'a statsu:failed',
      'status:faild',
      'data.from:+1',
      'whatsapp:+1415',
      'x "open',
      'OR a',
    ]) {
      const { offset, length, suggestion = '' } = errorOf(text);
      const mended = text.slice(0, offset) + suggestion + text.slice(offset + length);
      expect(parseQuery(mended, options), mended).toMatchObject({ ok: true });
    }
  });
});

describe('hostile texts', () => {
  it.each<[string, string]>([
    ['open parentheses', '('.repeat(100_000)],
    ['many open parentheses within the length', '('.repeat(9000)],
    ['negated parentheses', '-('.repeat(4000)],
    ['words', 'a '.repeat(4000)],
    ['quotes', '"'.repeat(9999)],
    ['quoted steps', `${'body."a '.repeat(1000)}:`],
    ['a deep path', `body${'.a'.repeat(4000)}:x`],
    ['a long unknown field', `${'x'.repeat(9000)}:1`],
    ['a long number', `code:${'9'.repeat(9000)}`],
    ['a long duration', `took:>${'1h'.repeat(4000)}`],
  ])('%s are an error', (_, text) => expect(parseQuery(text, options)).toMatchObject({ ok: false }));

  it.each<[string, string]>([
    ['signs', `${'-'.repeat(9000)}a`],
    ['NOTs', `${'NOT '.repeat(2000)}a`],
    ['stars', '*'.repeat(9000)],
    ['parentheses as deep as may be', `${'('.repeat(50)}a${')'.repeat(50)}`],
  ])('%s are a query', (_, text) => expect(parseQuery(text, options)).toMatchObject({ ok: true }));

  it('never throws, and marks a place within the text', () => {
    const scraps = fc.constantFrom(
      '(',
      ')',
      '"',
      '*',
      '-',
      ':',
      '.',
      '[',
      ']',
      '\\',
      ' ',
      '=',
      '>',
      'OR',
      'AND',
      'NOT',
      'body',
      'header',
      'since',
      'took',
      'status',
      'is',
      'code',
      '5',
      'xx',
      'T',
      '\ud800',
      'é',
      '\u0130',
      '\n',
      '\u0000',
      '/',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(scraps).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom<Subject>('event', 'delivery'), (query, subject) => {
        const parsed = parseQuery(query, { ...options, subject });
        if (parsed.ok) return;
        const { offset, length, message, expected } = parsed.error;
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(length).toBeGreaterThanOrEqual(0);
        expect(offset + length).toBeLessThanOrEqual(query.length);
        expect(message).not.toBe('');
        expect(expected).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});
