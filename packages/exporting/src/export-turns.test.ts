import { setImmediate } from 'node:timers/promises';
import type { Event, EventId, ExportFormat } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { exportEvents } from './export-events.ts';
import type { ReadingStore } from './exported-event.ts';
import { safeEvent } from './share-safe/safe-event.ts';
import { StandIns } from './share-safe/stand-ins.ts';
import { summarizeExport } from './share-safe/summarize-export.ts';

const id = 'evt_01kbj40000000000000000000a' as EventId;

const eventWith = (body: Buffer): Event => ({
  id,
  seq: 1 as Event['seq'],
  receivedAt: '2026-11-21T14:32:00.000Z',
  endpoint: 'default',
  via: 'direct',
  url: 'http://127.0.0.1:4401/hook',
  method: 'POST',
  requestTarget: '/hook',
  path: '/hook',
  httpVersion: '1.1',
  remoteAddress: '127.0.0.1',
  body: {
    size: body.length,
    state: 'complete',
    sha256: '',
    href: '',
    ...(body.includes('&') && { contentType: 'application/x-www-form-urlencoded' }),
  },
  provider: null,
  providerReason: '',
  eventType: null,
  providerEventId: null,
  subject: null,
  verification: { verdict: 'unchecked' },
  reply: null,
  delivery: null,
  pinned: false,
  note: '',
  tags: [],
  rawHeaders: [],
  rawTrailers: [],
  deliveries: [],
});

/** A store of this one event, which it has at hand. */
const storeOf = (body: Buffer): ReadingStore => ({
  event: async () => eventWith(body),
  body: async () => ({
    size: body.length,
    async *read() {
      yield body;
    },
  }),
  matching: async () => [id],
});

/** How often everything else had its turn until the work was through. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const counting = (async () => {
    while (!isOver) {
      await setImmediate();
      turns += 1;
    }
  })();
  await work();
  isOver = true;
  const counted = turns;
  await counting;
  return counted;
}

async function exported(body: Buffer, format: ExportFormat, safe: boolean): Promise<string> {
  let text = '';
  for await (const piece of exportEvents(storeOf(body), [id], { format, safe, version: '0' })) text += piece;
  return text;
}

const strings = (count: number) =>
  Buffer.from(JSON.stringify(Array.from({ length: count }, (_, at) => `Ana Souza ${at}`)));

it.each([
  ['a share-safe file', () => exported(strings(80_000), 'ndjson', true)],
  ['a share-safe form', () => exported(Buffer.from('name=Ana+Souza&'.repeat(80_000)), 'ndjson', true)],
  ['a report', () => exported(strings(300_000), 'html', false)],
  ['a count of what it would replace', () => summarizeExport(storeOf(strings(80_000)), [id], { safe: true })],
  [
    'a count of many small events',
    () => summarizeExport(storeOf(strings(40)), Array(2000).fill(id), { safe: true }),
  ],
])('everything else has its turns while %s is made', async (_what, work) => {
  const besides = await turnsDuring(() => exported(strings(80_000), 'ndjson', false));
  expect(await turnsDuring(work)).toBeGreaterThan(besides + 3);
});

it('a long event is made share-safe in many small steps', () => {
  const body = strings(10_000);
  const exportedEvent = { event: eventWith(body), body, attempts: [] };
  expect([...safeEvent(exportedEvent, new StandIns())].length).toBeGreaterThan(200);
});

it('a report in pieces tears no character', async () => {
  const text = `${'x'.repeat(16_383)}😀 and on`;
  expect(await exported(Buffer.from(text), 'html', false)).toContain(`<pre>${text}</pre>`);
});
