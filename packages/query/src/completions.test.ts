import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompletionOptions, completionsAt } from './completions.ts';
import { parseQuery } from './parse.ts';

/** Completes at the `|` with the first that is offered. */
function first(marked: string, options?: CompletionOptions): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { from, to, items } = completionsAt(text, offset, options);
  const [item] = items;
  return item ? text.slice(0, from) + item.text + text.slice(to) : 'nothing';
}

describe('completions', () => {
  it.each([
    ['|', 'provider:'],
    ['sta|', 'status:'],
    ['zavu -sta|', 'zavu -status:'],
    ['(a OR sig|) b', '(a OR signature:) b'],
    ['stat|x:failed', 'status:failed'],
    ['status:|', 'status:pending'],
    ['status:fa| zavu', 'status:failed zavu'],
    ['status:f|ail', 'status:failed'],
    ['st|us:failed', 'status:failed'],
    ['is:du|', 'is:duplicate'],
    ['reply:gone|', 'reply:sender-gone'],
    ['since:|', 'since:15m'],
    ['hea|', 'header.'],
    ['code:|', 'code:5xx'],
    ['"status:f|', 'nothing'],
    ['target|', 'nothing'],
  ])('%s', (marked, completed) => expect(first(marked)).toBe(completed));

  it('of what the screen knows', () => {
    const known = {
      tag: ['for ana', 'bug'],
      header: ['x-request-id'],
      body: ['data.from'],
      type: ['message.inbound'],
    };
    expect(first('tag:|', { known })).toBe('tag:"for ana"');
    expect(first('tag:"for|', { known })).toBe('tag:"for ana"');
    expect(first('header.x|', { known })).toBe('header.x-request-id:');
    expect(first('body.|', { known })).toBe('body.data.from:');
    expect(first('type:inb|', { known })).toBe('type:message.inbound');
  });

  it('of the delivery log', () => {
    expect(first('tar|', { subject: 'delivery' })).toBe('target:');
    expect(completionsAt('is:', 3, { subject: 'delivery' }).items.map(({ text }) => text)).toEqual([
      'pinned',
      'duplicate',
    ]);
  });

  it('every field has a line about it, and its values are read', () => {
    const { items } = completionsAt('', 0, { subject: 'delivery' });
    for (const { text, description } of items) {
      expect(description, text).not.toBe('');
      if (text.endsWith('.')) continue;
      for (const value of completionsAt(text, text.length, { subject: 'delivery' }).items) {
        expect(parseQuery(text + value.text, { subject: 'delivery' }), text + value.text).toMatchObject({
          ok: true,
        });
      }
    }
  });

  it('answers whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), (text, offset) => {
        const { from, to } = completionsAt(text, offset);
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
