import { readdir, rm, stat, truncate, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type EventMatcher,
  queryMatcher,
  type Store,
  type StoreRecord,
  toInstant,
  wordsMatcher,
} from '@hooktap/core';
import type { EventId, EventReading } from '@hooktap/protocol';
import { parseQuery } from '@hooktap/query';
import { afterAll, describe, expect, it } from 'vitest';
import { createMemoryStore } from './memory-store.ts';
import { buildEvent, epoch, testClock } from './testing-events.ts';
import { newDataDir, openStore } from './testing-store.ts';

const made: string[] = [];
afterAll(() => Promise.all(made.map((dir) => rm(dir, { recursive: true, force: true }))));

/** The same numbers in each run, so that what fails once fails again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pieces = [
  ...[
    'order',
    'ORDER',
    'Paid',
    'ß',
    'İstanbul',
    'ıspanak',
    'ΣΑΣ',
    'σας',
    'Olá',
    'OLÁ',
    'ñ',
    'Ñ',
    '日本',
    '🦊',
  ],
  ...[
    '\\u00e1',
    '\\u004f',
    '\\ud83e\\udd8a',
    '\\ud83e',
    '\\n',
    '\\"',
    '\\\\',
    '/',
    ' ',
    ' ',
    '\n',
    '{',
    '"a":',
    '0',
    '9',
  ],
];
const words = [
  ...[
    'order',
    'oRdEr',
    'olá',
    'á',
    'İ',
    'i̇',
    'ı',
    'ΣΑΣ',
    'σασ',
    'ß',
    'SS',
    '日',
    '🦊',
    'Ñ',
    '"',
    '\\u00e1',
    '\\',
  ],
  ...[
    'order paid',
    'x-reader: r',
    'r-1',
    'é',
    'Ã©',
    'milk',
    'zzz-nothing',
    '/',
    'post',
    'o',
    '\u0000',
    '\ufffd',
    '\ud83e',
  ],
];

/** Both stores get the same events; the one in memory looks at each closely. */
async function filled(): Promise<{ dir: string; lowdb: Store; memory: Store }> {
  const dir = await newDataDir();
  made.push(dir);
  const lowdb = await openStore(dir, { segmentEvents: 7, inlineLimit: 60 });
  const memory = createMemoryStore({ clock: testClock });
  const next = numbers(7);
  const pick = () => pieces[next(pieces.length)] ?? '';
  const ids: EventId[] = [];
  for (let count = 0; count < 90; count++) {
    const text = Array.from({ length: next(14) }, pick).join('');
    const body = next(9) === 0 ? Buffer.from([0xff, 0xfe, ...Buffer.from(text), 0x80]) : text;
    const reader = next(2) === 0 ? 'Caf\u00e9' : 'Caf\u00c3\u00a9';
    const built = await buildEvent(lowdb, body, {
      rawHeaders: [['X-Reader', `R-${count} ${reader}`]],
      receivedAt: toInstant(epoch + count * 1000),
    });
    await lowdb.append(built.record).durable;
    const writer = memory.openBody();
    await writer.write(Buffer.from(body));
    memory.append({ ...built.record, body: await writer.finish() });
    ids.push(built.id);
    // Mostly of the newest, as it is; also of one in a sealed segment.
    const read = next(5) === 0 ? ids[next(ids.length)] : built.id;
    if (read && next(3) > 0) {
      const seq = lowdb.nextSeq();
      const reading: EventReading = {
        provider: ['zavu', 'vzaps'][next(2)] ?? null,
        providerReason: 'tried',
        eventType: ['message.inbound', 'Bestätigt'][next(2)] ?? null,
        providerEventId: null,
        subject: ['Olá mundo', 'order', null][next(3)] ?? null,
        verification: { verdict: 'unchecked' },
      };
      await lowdb.append({ type: 'reading', seq, eventId: read, reading }).durable;
      memory.append({ type: 'reading', seq, eventId: read, reading });
    }
    const other = ids[next(ids.length)];
    if (!other || next(10) > 0) continue;
    const seq = lowdb.nextSeq();
    const change: StoreRecord =
      next(3) === 0
        ? { type: 'deleted', seq, ids: [other], at: '2026-11-21T12:00:00.000Z' }
        : { type: 'annotation', seq, eventId: other, marks: { note: 'Milk', tags: ['Olá'] } };
    await lowdb.append(change).durable;
    memory.append(change);
  }
  return { dir, lowdb, memory };
}

const queries = [
  ...[
    'order',
    '-order',
    'paid order',
    'order OR paid',
    '-(order OR paid)',
    '"order paid"',
    'or*er',
    'R-1*Caf',
  ],
  ...[
    'header.x-reader:r-1',
    '-header.x-reader:r-1',
    'header.x-reader:*café',
    'body:order',
    'body.a:*',
    'tag:olá',
  ],
  ...['path:/webhooks', 'method:post', 'method:get', 'type:message.*', 'endpoint:default', '-endpoint:other'],
  ...[
    'is:pinned',
    'size:>40',
    'since:2026-11-21T12:00Z',
    'before:2026-11-21T12:00:30Z order',
    'status:failed',
    'ﬀ',
  ],
  ...[
    'milk',
    '-milk',
    'İ',
    'ß OR ñ',
    '日本 -🦊',
    'since:2026-11-21T12:01Z OR tag:olá',
    'via:direct',
    'id:evt_',
  ],
];

const matchers = (): [string, EventMatcher][] => {
  const next = numbers(3);
  const word = () => words[next(words.length)] ?? '';
  const pairs = Array.from({ length: 10 }, () => [word(), word()]);
  const groups = [...words.map((one) => [one]), ...pairs];
  const plain = groups.map<[string, EventMatcher]>((group) => [group.join(' + '), wordsMatcher(group)]);
  const asked = queries.map<[string, EventMatcher]>((text) => {
    const parsed = parseQuery(text);
    if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.error)}`);
    return [text, queryMatcher(parsed.query, { now: epoch })];
  });
  return [...plain, ...asked];
};

async function expectSame(lowdb: Store, memory: Store): Promise<void> {
  for (const [number, [name, matcher]] of matchers().entries()) {
    const expected = await memory.matching([], matcher);
    expect(await lowdb.matching([], matcher), name).toEqual(expected);
    if (number % 6 > 0) continue;
    for (const bounds of [{}, { before: 70 }, { after: 60 }, { after: 30, before: 120 }]) {
      const query = { words: [], matcher, limit: 4, ...bounds };
      const { items, ...around } = await memory.page(query);
      const found = await lowdb.page(query);
      // Counting may end early on a busy machine; what was counted by then says nothing.
      const { total, totalIsExact } = found.totalIsExact ? around : found;
      const expectedItems = items.map(({ id }) => id);
      expect({ ...found, items: found.items.map(({ id }) => id) }, name).toEqual({
        ...around,
        total,
        totalIsExact,
        items: expectedItems,
      });
    }
  }
}

describe('searching', () => {
  it('finds what looking at every event closely finds, in the run, reopened, and without text files', async () => {
    const { dir, lowdb, memory } = await filled();
    await expectSame(lowdb, memory);
    await lowdb.close();
    const again = await openStore(dir, { segmentEvents: 7, inlineLimit: 60 });
    await expectSame(again, memory);
    await again.close();
    for (const name of await textFiles(dir)) await rm(name);
    const bare = await openStore(dir, { segmentEvents: 7, inlineLimit: 60 });
    await expectSame(bare, memory);
    expect((await textFiles(dir)).length).toBeGreaterThan(10);
    await bare.close();
  });

  it('trusts no text file that is cut short or older than its segment', async () => {
    const { dir, lowdb, memory } = await filled();
    await lowdb.close();
    const [first, second] = await textFiles(dir);
    if (!first || !second) throw new Error('no texts');
    await truncate(first, (await stat(first)).size - 5);
    await utimes(second.replace('.text', '.ndjson'), 1, 1);
    const again = await openStore(dir, { segmentEvents: 7 });
    expect(await again.matching(['order'])).toEqual(await memory.matching(['order']));
    await again.close();
  });

  it('finds nothing of what retention erased, and the rest', async () => {
    const { dir, lowdb, memory } = await filled();
    const limits = { keepEvents: 40, keepDays: 1e6, keepBytes: 1e12 };
    const at = { now: testClock.now(), hiddenBefore: '1970-01-01T00:00:00.000Z' } as const;
    const gone = new Set(await lowdb.retain(limits, at));
    const expected = (await memory.matching(['order'])).filter((id) => !gone.has(id));
    expect(await lowdb.matching(['order'])).toEqual(expected);
    await lowdb.close();
    const again = await openStore(dir);
    expect(await again.matching(['order'])).toEqual(expected);
    await again.close();
  });
});

async function textFiles(dir: string): Promise<string[]> {
  const names = await readdir(join(dir, 'segments'));
  return names
    .filter((name) => name.endsWith('.text'))
    .toSorted()
    .map((name) => join(dir, 'segments', name));
}
