import { atOnce } from '@hooktap/core';
import { expect, it } from 'vitest';
import { safeJson } from './safe-json.ts';
import { type Judgement, StandIns } from './stand-ins.ts';
import { kindOf } from './value-kind.ts';

const safe = (text: string) => atOnce(safeJson(text, new StandIns()));

it.each([
  '{"type":"message.inbound","status":"received","ok":true,"none":null}',
  '{ "amount" : 12.50,\n\t"count": 7, "at": 1763740000123, "when": "2026-11-21T10:00:00.000Z" }',
  '{"mimeType":"image/jpeg","currency":"brl","a":[],"b":{},"c":[1,2,[3]]}',
  '{"status":"a","status":"b"}',
  '"true"',
])('%s stays as it is', (text) => {
  expect(safe(text)).toBe(text);
});

it.each([
  ['{"full_name":"aurora/loja"}', 'aurora'],
  ['{"text":"oi"}', 'oi'],
  ['{"word":"Maria"}', 'Maria'],
  ['{"phone":5511987654321}', '5511987654321'],
  ['{"from":"5511987654321-1600000000@g.us"}', '5511987654321-16'],
  ['{"x":"(11) 98765-4321"}', '98765'],
  ['{"5511987654321":1}', '5511987654321'],
  ['{"x":5511987654321.0}', '5511987654321'],
  ['{"phone":5.511987654321e12}', '511987654321'],
  ['{"otp":482910}', '482910'],
  ['{"otp_code":"482910"}', '482910'],
  ['{"pin":"0042"}', '0042'],
  ['{"location":{"degreesLatitude":-23.5505199}}', '23.55'],
  ['{"lng":"-46.633309"}', '46.63'],
  ['{"a":{"b":["secret words"]}}', 'secret words'],
  ['{"nested":"{\\"pushName\\":\\"Maria\\"}"}', 'Maria'],
  ['{"type":"two words"}', 'two words'],
  ['{"esc":"\\u004daria"}', 'u004daria'],
  ['"Maria"', 'Maria'],
])('of %s nothing telling is left', (text, telling) => {
  const made = safe(text) ?? '';
  expect(made).not.toContain(telling);
  expect(() => JSON.parse(made)).not.toThrow();
});

it('the same number is the same however it is written, and another in another export', () => {
  const text = '["+55 11 98765-4321","5511987654321@c.us","+5511987654321"]';
  const [first, second, third] = JSON.parse(safe(text) ?? '') as string[];
  expect(second).toBe(`${first?.slice(1)}@c.us`);
  expect(third).toBe(first);
  expect(safe(text)).not.toBe(safe(text));
});

it('a text nested more deeply than a stack is read to its end', () => {
  const deep = `${'['.repeat(50_000)}"Maria"${']'.repeat(50_000)}`;
  expect(safe(deep)).toMatch(/^\[{50000}"Text \w+ \(5 characters\)"\]{50000}$/);
});

it('a string of 10 MB is one text', () => {
  const long = `{"a":"${'x\\n'.repeat(3_000_000)} end"}`;
  expect(safe(long)).toMatch(/^\{"a":"Text \w+ \(6000004 characters\)"\}$/);
});

it('what is no JSON is none', () => {
  expect(safe('{"a":')).toBeNull();
  expect(safe('plain')).toBeNull();
});

it('a key of any length is looked at in part only, and still tells what stands below it', () => {
  const long = 'k'.repeat(400_000);
  const judged: Judgement[] = [];
  const standIns = new StandIns((judgement) => judged.push(judgement));
  const text = JSON.stringify({
    [long]: Array.from({ length: 3 }, () => 'oi'),
    [`${long}_token`]: 'pending',
  });
  const after = atOnce(safeJson(text, standIns)) ?? '';
  expect(Object.keys(JSON.parse(after))).toEqual([long, `${long}_token`]);
  expect(judged.map(({ kind }) => kind)).toEqual(['text', 'text', 'text', 'token']);
  for (const { name } of judged) expect(name.length).toBeLessThan(500);
});

it('many dots after an @ are a text', () => {
  expect(kindOf('', `x@${'a.'.repeat(200_000)} `)).toBe('text');
});
