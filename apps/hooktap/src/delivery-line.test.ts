import { DeliveryId, type DeliveryListItem, EventId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { deliveryLines } from './delivery-line.ts';
import { plain } from './paint.ts';

const ulid = '01kbj4qz4v8w2m6n3p5r7s9tab';

const item = (path: string, target = 'http://localhost:3000'): DeliveryListItem => ({
  id: DeliveryId.parse(`dlv_${ulid}`),
  eventId: EventId.parse(`evt_${ulid}`),
  endpoint: 'default',
  target,
  cause: 'arrival',
  status: 'retrying',
  createdAt: '2026-11-21T14:02:11.000Z',
  nextAttemptAt: '2026-11-21T14:05:00.000Z',
  signature: 'as-captured',
  digest: { status: 'retrying', attempts: 2, lastStatusCode: 503, tookMs: 12 },
  event: {
    id: EventId.parse(`evt_${ulid}`),
    receivedAt: '2026-11-21T14:02:11.000Z',
    method: 'POST',
    path,
    provider: null,
    eventType: null,
    subject: null,
  },
});

it.each([80, 110, 140])('has a heading and columns on a terminal of %i', (columns) => {
  const rows = deliveryLines([item('/a'), item(`/b${'/on'.repeat(60)}`)], plain, columns);
  expect(rows[0]).toBe('All of default → http://localhost:3000');
  for (const line of rows.flatMap((row) => row.split('\n'))) expect(line.length).toBeLessThanOrEqual(columns);
  const [heading = '', ...lines] = rows.slice(1);
  for (const line of lines) {
    expect(line.indexOf('retrying')).toBe(heading.indexOf('status'));
    expect(line.indexOf('503') + 3).toBe(heading.indexOf('code') + 4);
    expect(line.indexOf('2 tries')).toBe(heading.indexOf('tries'));
    expect(line.indexOf('12 ms') + 5).toBe(heading.indexOf('took') + 4);
    expect(line.indexOf('POST')).toBe(heading.indexOf('request'));
    expect(line).toMatch(/next \d\d:\d\d:\d\d$/);
  }
});

it('says of each where it goes, where they go different ways', () => {
  const rows = deliveryLines([item('/a'), item('/a', 'http://localhost:4000')], plain, 140);
  expect(rows[0]).toMatch(/^time/);
  expect(rows[1]).toContain('default → http://localhost:3000');
  expect(rows[2]).toContain('default → http://localhost:4000');
});

it('is one whole line each where there is no terminal, and no heading', () => {
  const rows = deliveryLines([item('/a')], plain, null);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(
    /retrying {3}503 {2}2 tries .* POST \/a → http:\/\/localhost:3000 {2}dlv_\w+ {2}next/,
  );
});
