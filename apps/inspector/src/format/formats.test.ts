import { expect, test } from 'vitest';
import { pt } from '../messages/pt.ts';
import { english, spokenOf, translateInto } from '../messages/translate.ts';
import { shortId } from './ids.ts';
import { duration, inWords, size } from './measures.ts';
import { providerName } from './provider-name.ts';
import { ago, otherDay, span, spanOfTime } from './time.ts';

test.each([
  [0.02, '<0.1 ms'],
  [0.6, '0.6 ms'],
  [84.24, '84.2 ms'],
  [412.3, '412 ms'],
  [1240, '1.24 s'],
  [30_000, '30.0 s'],
  [120_000, '2.0 min'],
])('duration %d', (ms, text) => {
  expect(inWords(duration(ms, english))).toBe(text);
});

test.each([
  [0, '0 B'],
  [388, '388 B'],
  [2100, '2.1 kB'],
  [999_999, '1.0 MB'],
  [10_400_000, '10.4 MB'],
])('size %d', (bytes, text) => {
  expect(inWords(size(bytes, english))).toBe(text);
});

test.each([
  [8_000, '8 s'],
  [420_000, '7 min'],
  [8_040_000, '2 h 14 min'],
  [7_200_000, '2 h'],
  [260_000_000, '3 d'],
])('span %d', (ms, text) => {
  expect(span(ms)).toBe(text);
});

test('ago', () => {
  const now = Date.parse('2026-11-21T14:32:00.000Z');
  expect(ago('2026-11-21T14:25:00.000Z', now, english)).toBe('7 min ago');
  expect(ago('2026-11-21T14:31:59.500Z', now, english)).toBe('just now');
});

test('the day, where it is another, short enough for a column in every language', () => {
  const now = Date.parse('2026-11-22T12:00:00');
  const portuguese = translateInto('pt', spokenOf(pt));
  expect(otherDay('2026-11-22T09:00:00', now, english)).toBe('');
  expect(otherDay('2026-11-21T09:00:00', now, english)).toBe('21 Nov');
  expect(otherDay('2026-11-21T09:00:00', now, portuguese)).toBe('21 nov.');
});

test('a span of time names the days where it began before today', () => {
  const now = Date.parse('2026-11-22T12:00:00');
  const [early, late, today] = ['2026-11-21T17:46:22', '2026-11-21T21:10:12', '2026-11-22T09:58:14'];
  expect(spanOfTime(today, '2026-11-22T10:00:00', now, english)).toBe('09:58:14 – 10:00:00');
  expect(spanOfTime(early, today, now, english)).toBe('21 Nov – 09:58:14');
  expect(spanOfTime(early, late, now, english)).toBe('21 Nov');
});

test('shortId', () => {
  expect(shortId('evt_01kbj4q8w2ke0000000000v9d1')).toBe('evt_01kbj4…v9d1');
});

test('a provider is called as it calls itself', () => {
  expect(providerName('zapi')).toBe('Z-API');
  expect(providerName('constructor')).toBe('constructor');
});

test('figures have the signs of the language, and the same units', () => {
  const portuguese = translateInto('pt', new Map());
  expect(inWords(duration(84.24, portuguese))).toBe('84,2 ms');
  expect(inWords(size(2100, portuguese))).toBe('2,1 kB');
});
