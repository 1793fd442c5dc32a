import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { eventFieldValue, parseEventField } from './event-field.ts';
import type { StoredBody } from './store-port.ts';

const inline = (text: string): StoredBody => ({
  size: text.length,
  sha256: '',
  content: { kind: 'inline', bytes: Buffer.from(text) },
});
const fieldOf = (field: string, text: string) => {
  const parsed = parseEventField(field);
  return parsed && eventFieldValue(parsed, [['X-Key', text]], inline(JSON.stringify({ key: text })));
};

it.each(['header.x-key', 'body.key'])(
  '%s: a long value is kept as its digest, by which it is told apart',
  (field) => {
    expect(fieldOf(field, 'short')).toBe('short');
    const [one, other] = ['a', 'b'].map((end) => fieldOf(field, `${'k'.repeat(60_000)}${end}`));
    expect(one).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(fieldOf(field, `${'k'.repeat(60_000)}a`)).toBe(one);
    expect(other).not.toBe(one);
  },
);

it('only own fields of a body count', () => {
  const field = parseEventField('body.constructor.name');
  expect(field && eventFieldValue(field, [], inline('{}'))).toBeNull();
});
