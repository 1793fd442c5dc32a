import type { Event } from '@hooktap/protocol';
import { expect, test } from 'vitest';
import { changesOf, draftOf, requestOf } from './edit-draft.ts';

const event = {
  method: 'POST',
  requestTarget: '/hooks?x=1',
  rawHeaders: [
    ['Host', 'quiet-otter-42.loca.lt'],
    ['Content-Encoding', 'gzip'],
    ['X-A', '1'],
    ['X-A', '2'],
    ['Content-Length', '7'],
  ],
} as unknown as Event;
const target = 'http://localhost:3000';
const captured = draftOf(event, target, '{"a":1}');

test('an untouched draft changes nothing', () => {
  expect(requestOf(captured, captured, target)).toEqual({});
});

test('framing and host are Hooktap’s own', () => {
  expect(captured.headers.map(({ name }) => name)).toEqual(['Content-Encoding', 'X-A', 'X-A']);
});

test('only what was changed goes along', () => {
  const request = requestOf(
    { ...captured, method: 'PUT', target: 'http://localhost:4000' },
    captured,
    target,
  );
  expect(request).toEqual({ target: 'http://localhost:4000', edit: { method: 'PUT' } });
  expect(changesOf(request)).toEqual(['target', 'method']);
});

test('edited text goes out without the encoding of the captured bytes', () => {
  expect(requestOf({ ...captured, bodyText: '{}' }, captured, target).edit).toEqual({
    headers: [
      ['X-A', '1'],
      ['X-A', '2'],
    ],
    body: { text: '{}' },
  });
});

test('it is signed anew, or spoilt on purpose', () => {
  const anew = requestOf({ ...captured, signing: 'anew' }, captured, target);
  expect(anew).toEqual({ resign: true });
  expect(changesOf(anew)).toEqual(['signature']);
  expect(requestOf({ ...captured, signing: 'stale' }, captured, target)).toEqual({ break: 'stale' });
});

test('bytes that stay as captured are not sent along', () => {
  const kept = { ...captured, bodyText: null };
  expect(requestOf(kept, kept, target)).toEqual({});
});
