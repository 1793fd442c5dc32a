import { expect, test } from 'vitest';
import { readBody } from './read-body.ts';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
const utf8 = (text: string) => new TextEncoder().encode(text);

test('JSON in other encodings is JSON, and says in which', () => {
  const declared = readBody(utf16('{"a":"ol\u00e1 \ud800"}'), true, 'application/json; charset=utf-16le');
  expect(declared).toMatchObject({
    kind: 'json',
    readAs: 'utf-16le',
    fault: null,
    text: '{"a":"ol\u00e1 \ud800"}',
  });
  expect(readBody(utf16('\ufeff[1]'), true, 'application/json')).toMatchObject({
    kind: 'json',
    readAs: 'utf-16le',
  });
  const old = readBody(latin1('{"a":"Jo\u00e3o"}'), true, 'application/json; charset=iso-8859-1');
  expect(old).toMatchObject({ kind: 'json', readAs: 'iso-8859-1', text: '{"a":"João"}' });
  expect(readBody(latin1('{"a":"Jo\u00e3o"}'), true, 'application/json')).toMatchObject({
    readAs: 'windows-1252',
  });
  expect(readBody(latin1('Jo\u00e3o'), true, 'application/octet-stream')).toEqual({ kind: 'binary' });
});

test('what says it is Latin and is UTF-8 is read as UTF-8', () => {
  const reading = readBody(utf8('{"a":"João"}'), true, 'application/json; charset=iso-8859-1');
  expect(reading).toMatchObject({ kind: 'json', text: '{"a":"João"}' });
  expect(reading).not.toHaveProperty('readAs');
});

test('a byte order mark is told of and moves no place', () => {
  expect(readBody(utf8('\ufeff{"a":1}'), true, 'application/json')).toMatchObject({
    hasMark: true,
    fault: null,
  });
  const broken = readBody(utf8('\ufeff{"a":}'), true, 'application/json');
  expect(broken).toMatchObject({ hasMark: true, fault: { offset: 6 } });
  expect(readBody(utf8('{"a":1}'), true, 'application/json')).toMatchObject({ hasMark: false });
});

test('what calls itself text is shown as text, whatever is in it', () => {
  expect(readBody(utf8('a\u0000b'), true, 'text/plain')).toMatchObject({ kind: 'text', text: 'a\u0000b' });
  expect(readBody(utf8('a\u0000b'), true, '')).toEqual({ kind: 'binary' });
});
