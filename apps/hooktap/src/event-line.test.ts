import { describe, expect, it } from 'vitest';
import { eventHeading, eventLine } from './event-line.ts';
import { coloured, plain } from './paint.ts';

const facts = {
  at: new Date(2026, 10, 21, 14, 2, 1),
  method: 'POST',
  path: '/webhooks/zavu',
  eventType: null,
  statusCode: 200,
  tookMs: 12.4,
  waitedMs: null,
  id: 'evt_x',
  trouble: null,
  of: 'arrival',
} as const;

it('is aligned', () => {
  expect(eventLine(facts, plain)).toBe(
    '14:02:01  POST      /webhooks/zavu                        200     12 ms  evt_x',
  );
});

it('says how long it waited before, where that was long', () => {
  const line = (waitedMs: number) => eventLine({ ...facts, waitedMs, of: 'later' }, plain);
  expect(line(13_851)).toMatch(/ 200 +12 ms {2}evt_x {2}waited 13\.9 s$/);
  expect(line(40)).toMatch(/evt_x$/);
});

it('names the event type', () => {
  expect(eventLine({ ...facts, path: '/zavu', eventType: 'message.read' }, plain)).toBe(
    '14:02:01  POST      /zavu (message.read)                  200     12 ms  evt_x',
  );
});

it('tells the trouble, and that it is a replay', () => {
  const line = eventLine(
    { ...facts, statusCode: null, tookMs: null, trouble: 'refused', of: 'replay' },
    plain,
  );
  expect(line).toMatch(/↻ POST .* --- .* evt_x {2}refused$/);
});

it('lets no escape of captured data through', () => {
  const line = eventLine({ ...facts, method: 'P\u001b', path: '/\u001b[31m\u202e', trouble: 'a\rb' }, plain);
  expect(line).toContain('/\\x1b[31m\\u202e');
  expect(line).toContain('a\\x0db');
  expect(line).not.toMatch(/\p{Cc}/u);
});

it('keeps a line of a path that has no end', () => {
  const line = eventLine({ ...facts, path: `/begin/${'\u001b'.repeat(60_000)}/end` }, plain);
  expect(line.length).toBeLessThan(200);
  expect(line).toMatch(/ \/begin\/.*….*\/end {2}/);
});

it('is coloured by its outcome', () => {
  expect(eventLine({ ...facts, statusCode: 502 }, coloured)).toContain('\u001b[31m502');
  expect(eventLine(facts, coloured)).toContain('\u001b[32m200');
});

describe('on a terminal', () => {
  const long = { ...facts, id: `evt_${'x'.repeat(26)}`, path: `/begin${'/on'.repeat(40)}/end` };

  it.each([80, 100, 140, 180])('of %i columns keeps the columns and never breaks by itself', (columns) => {
    const rows = [
      eventHeading(plain, columns),
      eventLine({ ...long, method: 'PROPFIND' }, plain, columns),
      eventLine({ ...long, path: '/a', of: 'replay', method: 'OPTIONS' }, plain, columns),
      eventLine(
        { ...long, eventType: 'message.inbound', trouble: 'it went wrong '.repeat(20) },
        plain,
        columns,
      ),
    ].map((row) => row.split('\n'));
    for (const line of rows.flat()) expect(line.length).toBeLessThanOrEqual(columns);
    const [heading, ...events] = rows.map(([first = '']) => first);
    const places = events.map((line) => line.search(/ 200 /) + 4);
    expect(new Set(places).size).toBe(1);
    expect((heading ?? '').indexOf('code') + 4).toBe(places[0]);
  });

  it('has the path give way before the event type', () => {
    const line = eventLine({ ...long, eventType: 'message.inbound' }, plain, 80);
    expect(line).toMatch(/ {2}\/begin\/.*….*\/end \(message\.inbound\) {2}200/);
  });

  it('puts below what has no room, and beside what has', () => {
    const failed = { ...long, path: '/a', statusCode: 503, trouble: 'the handler answered 503' };
    expect(eventLine(failed, plain, 140)).not.toContain('\n');
    expect(eventLine(failed, plain, 80).split('\n').at(-1)).toBe(
      `          ${failed.id}  the handler answered 503`,
    );
  });
});

it('cuts no path while the rest of the row leaves room', () => {
  const path = '/webhooks/z-api/production/missing';
  const long = { ...facts, id: `evt_${'x'.repeat(26)}`, path, eventType: 'MessageStatusCallback' };
  const whole = `${path} (MessageStatusCallback)`;
  expect(eventLine(long, plain, 140)).toContain(whole);
  expect(eventLine(long, plain, 120)).not.toContain(whole);
  expect(eventLine({ ...long, trouble: 'the handler answered 500' }, plain, 140)).not.toContain(whole);
});
