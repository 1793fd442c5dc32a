import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventMatcher } from './event-matcher.ts';
import { parseQuery } from './parse.ts';
import { hasRequiredWords, type RequiredWords, requiredWords } from './required-words.ts';
import { anyQuery, anyText } from './testing-queries.ts';
import { eventView } from './testing-views.ts';

const now = Date.parse('2026-11-21T12:10:00Z');

function requiredOf(text: string): RequiredWords {
  const parsed = parseQuery(text, { now });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return requiredWords(parsed.query);
}

const word = (text: string): RequiredWords => ({ kind: 'word', word: text });
const anything: RequiredWords = { kind: 'anything' };

it.each<[string, RequiredWords]>([
  ['', anything],
  ['Zavu', word('zavu')],
  ['+5511', word('5511')],
  ['"exact phrase"', word('phrase')],
  ['São', anything],
  ['a b', anything],
  ['-zavu', anything],
  ['zavu -other status:failed since:1h', word('zavu')],
  ['ab OR cd', { kind: 'or', of: [word('ab'), word('cd')] }],
  ['ab OR status:failed', anything],
  ['type:message.*', word('message')],
  ['tag:bug', anything],
  ['header.x-request-id:abc', { kind: 'and', of: [word('request'), word('abc')] }],
  [
    'body.data.from:+1555*',
    { kind: 'or', of: [{ kind: 'and', of: [word('data'), word('from'), word('1555')] }, word('urlencoded')] },
  ],
  ['size:>1kb took:>1s is:pinned signature:valid', anything],
])('%s needs', (text, required) => expect(requiredOf(text)).toEqual(required));

/** As the store writes a capture: one JSON line, the body a string in it. */
const record = (headers: [string, string][], requestTarget: string, eventType: string, text: string) => {
  const view = eventView({
    headers,
    requestTarget,
    path: requestTarget.split('?')[0] ?? '',
    eventType,
    text,
  });
  return { view, line: JSON.stringify({ event: { ...view.item, rawHeaders: headers }, body: { text } }) };
};

it('rules out nothing that matches', () => {
  const wordish = fc.oneof(
    anyText,
    fc.constantFrom('zavu', 'Message', 'from', 'a\\nb', '+1555', 'x-id', 'café'),
  );
  const json = fc.oneof(
    fc.jsonValue().map((value) => JSON.stringify(value)),
    wordish.map((text) => `{"from":"${text}"}`),
  );
  const parts = fc.tuple(wordish, wordish, wordish, fc.oneof(wordish, json));
  const words = fc
    .tuple(wordish, wordish)
    .map(([a, b]) => requiredAndQuery(`${quote(a)} OR body.from:${quote(b)}* OR type:${quote(a)}`));
  fc.assert(
    fc.property(fc.oneof(anyQuery('event'), words), parts, (query, [name, value, target, text]) => {
      const latin1 = (written: string) => written.replace(/[^\0-\xff]/g, '?');
      const { view, line } = record([[latin1(name), latin1(value)]], target, value, text);
      fc.pre(!/\\u00[2-7]/.test(text));
      if (eventMatcher(query, { now }).matches(view)) {
        expect(hasRequiredWords(requiredWords(query), line)).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
function requiredAndQuery(text: string) {
  const parsed = parseQuery(text, { now });
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  return parsed.query;
}
