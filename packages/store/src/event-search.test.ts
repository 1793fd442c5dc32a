import { readdir, rm, stat, truncate, utimes, watch, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EventMatcher, queryMatcher, type Store, wordsMatcher } from '@hooktap/core';
import { parseQuery } from '@hooktap/query';
import { describe, expect, it } from 'vitest';
import { epoch, testClock } from './testing-events.ts';
import { filledStores, numbers } from './testing-history.ts';
import { newDataDir, openStore } from './testing-store.ts';

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

async function filled(): Promise<{ dir: string; lowdb: Store; memory: Store }> {
  const dir = await newDataDir();
  return { dir, ...(await filledStores(dir)) };
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
  ...[
    'status:failed',
    '-status:failed',
    'status:succeeded',
    'status:pending',
    'status:*',
    'failure:connection-refused',
    'code:5xx',
    'code:200',
    'code:*',
    'attempts:>1',
    'attempts:0',
    'took:>500ms',
    'took:<300ms',
    'size:>10',
    'size:0',
  ],
  ...[
    'reply:busy',
    '-reply:*',
    'signature:invalid',
    '-signature:unchecked',
    'is:duplicate',
    '-is:duplicate',
    '-is:pinned',
    'is:replayed',
    '-is:replayed',
    'is:unread',
    '-is:unread',
    'is:unread order',
    'is:unread status:failed',
    'tag:*',
    '-tag:olá',
    'via:tunnel',
    'endpoint:other',
  ],
  ...[
    'provider:zavu',
    'provider:v*',
    '-provider:*',
    'type:bestätigt',
    'method:put',
    'subject:olá',
    'status:failed order',
    '-status:succeeded -order',
    'status:failed OR order',
    'is:replayed OR (code:5xx body:a)',
    'is:pinned OR milk',
  ],
];

function matcherOf(text: string): EventMatcher {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.error)}`);
  return queryMatcher(parsed.query, { now: epoch, isOpened: (seq) => seq % 3 > 0 });
}

const matchers = (): [string, EventMatcher][] => {
  const next = numbers(3);
  const word = () => words[next(words.length)] ?? '';
  const pairs = Array.from({ length: 10 }, () => [word(), word()]);
  const groups = [...words.map((one) => [one]), ...pairs];
  const plain = groups.map<[string, EventMatcher]>((group) => [group.join(' + '), wordsMatcher(group)]);
  const asked = queries.map<[string, EventMatcher]>((text) => [text, matcherOf(text)]);
  return [...plain, ...asked];
};

const bounds = [{}, { before: 70 }, { after: 60 }, { after: 30, before: 120 }];

/** What each search finds, and for some of them the pages. */
async function searches(memory: Store) {
  const found = [];
  for (const [number, [name, matcher]] of matchers().entries()) {
    const pages = [];
    for (const one of number % 6 > 0 ? [] : bounds) {
      const query = { words: [], matcher, limit: 4, ...one };
      pages.push({ query, page: await memory.page(query) });
    }
    found.push({ name, matcher, ids: await memory.matching([], matcher), pages });
  }
  return found;
}

async function expectSame(lowdb: Store, expected: Awaited<ReturnType<typeof searches>>): Promise<void> {
  for (const { name, matcher, ids, pages } of expected) {
    expect(await lowdb.matching([], matcher), name).toEqual(ids);
    for (const { query, page } of pages) {
      const { items, ...around } = page;
      const found = await lowdb.page(query);
      // Counting may end early on a busy machine; what was counted by then says nothing.
      const { total, totalIsExact } = found.totalIsExact ? around : found;
      expect({ ...found, items: found.items.map(({ id }) => id) }, name).toEqual({
        ...around,
        total,
        totalIsExact,
        items: items.map(({ id }) => id),
      });
    }
  }
}

/** The numbers of the segments that have a file of this kind beside them. */
const besides = async (dir: string, kind: string) =>
  (await readdir(join(dir, 'segments')))
    .filter((name) => name.endsWith(`.${kind}`))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => a - b);

describe('searching', () => {
  it('makes the texts that an earlier run had no time for when it is quiet', async () => {
    const { dir, lowdb } = await filled();
    await lowdb.close();
    const segments = (await besides(dir, 'ndjson')).slice(0, -1);
    expect(segments.length).toBeGreaterThan(2);
    for (const name of await readdir(join(dir, 'segments'))) {
      if (name.endsWith('.text')) await rm(join(dir, 'segments', name));
    }
    const changes = watch(join(dir, 'segments'), { signal: AbortSignal.timeout(15_000) });
    const reopened = await openStore(dir, { segmentEvents: 20, inlineLimit: 64 });
    for await (const _ of changes) {
      const made = await besides(dir, 'text');
      if (segments.every((number) => made.includes(number))) break;
    }
    await reopened.close();
  });

  it('finds what looking at every event closely finds', async () => {
    const { lowdb, memory } = await filled();
    await expectSame(lowdb, await searches(memory));
    await lowdb.close();
  });

  it('does so reopened, and without files of texts and facts', async () => {
    const { dir, lowdb, memory } = await filled();
    const expected = await searches(memory);
    await lowdb.close();
    const again = await openStore(dir, { segmentEvents: 7, inlineLimit: 60 });
    await expectSame(again, expected);
    await again.close();
    for (const name of [...(await filesOf(dir, 'text')), ...(await filesOf(dir, 'facts'))]) await rm(name);
    const bare = await openStore(dir, { segmentEvents: 7, inlineLimit: 60 });
    await expectSame(bare, expected);
    expect((await filesOf(dir, 'text')).length).toBeGreaterThan(5);
    expect((await filesOf(dir, 'facts')).length).toBeGreaterThan(5);
    await bare.close();
  });

  it('trusts no text file that is cut short or older than its segment', async () => {
    const { dir, lowdb, memory } = await filled();
    await lowdb.close();
    const [first, second] = await filesOf(dir, 'text');
    if (!first || !second) throw new Error('no texts');
    await truncate(first, (await stat(first)).size - 5);
    await utimes(second.replace('.text', '.ndjson'), 1, 1);
    const again = await openStore(dir, { segmentEvents: 7 });
    expect(await again.matching(['order'])).toEqual(await memory.matching(['order']));
    await again.close();
  });

  it('trusts no file of facts that is damaged or older than its segment', async () => {
    const { dir, lowdb, memory } = await filled();
    await lowdb.close();
    const [first, second, third] = await filesOf(dir, 'facts');
    if (!first || !second || !third) throw new Error('no facts');
    await writeFile(first, 'no facts');
    await truncate(second, (await stat(second)).size - 5);
    await utimes(third.replace('.facts', '.ndjson'), 1, 1);
    const again = await openStore(dir, { segmentEvents: 7 });
    for (const q of ['status:failed', 'code:5xx', 'is:replayed', 'reply:busy']) {
      const matcher = matcherOf(q);
      expect(await again.matching([], matcher), q).toEqual(await memory.matching([], matcher));
    }
    await again.close();
  });

  it('several searches at once find the same where facts are still to be made', async () => {
    const { dir, lowdb, memory } = await filled();
    await lowdb.close();
    for (const file of await filesOf(dir, 'facts')) await rm(file);
    const again = await openStore(dir, { segmentEvents: 7 });
    const matcher = matcherOf('status:failed');
    const expected = await memory.matching([], matcher);
    const found = await Promise.all([1, 2, 3].map(() => again.matching([], matcher)));
    expect(found).toEqual([expected, expected, expected]);
    expect((await filesOf(dir, 'facts')).length).toBeGreaterThan(5);
    await again.close();
  });

  it('ends a search that nobody waits for', async () => {
    const { lowdb } = await filled();
    const leaving = new AbortController();
    const matcher = matcherOf('status:failed');
    const asked = [
      lowdb.matching([], matcher, leaving.signal),
      lowdb.page({ words: [], matcher, limit: 5, signal: leaving.signal }),
    ];
    const outcomes = Promise.allSettled(asked);
    leaving.abort(new Error('gone'));
    expect(await outcomes).toEqual(asked.map(() => ({ status: 'rejected', reason: new Error('gone') })));
    expect(await lowdb.matching([], matcher)).not.toEqual([]);
    await lowdb.close();
  });

  it('finds nothing of what retention erased, and the rest', async () => {
    const { dir, lowdb, memory } = await filled();
    const limits = { keepEvents: 40, keepDays: 1e6, keepBytes: 1e12 };
    const at = { now: testClock.now(), hiddenBefore: '1970-01-01T00:00:00.000Z' } as const;
    const gone = new Set(await lowdb.retain(limits, at));
    const left = async (matcher: EventMatcher) =>
      (await memory.matching([], matcher)).filter((id) => !gone.has(id));
    const asked = [wordsMatcher(['order']), matcherOf('status:failed'), matcherOf('-is:replayed')];
    for (const one of asked) expect(await lowdb.matching([], one)).toEqual(await left(one));
    await lowdb.close();
    const again = await openStore(dir);
    for (const one of asked) expect(await again.matching([], one)).toEqual(await left(one));
    await again.close();
  });
});

async function filesOf(dir: string, kind: 'text' | 'facts'): Promise<string[]> {
  const names = await readdir(join(dir, 'segments'));
  return names
    .filter((name) => name.endsWith(`.${kind}`))
    .toSorted()
    .map((name) => join(dir, 'segments', name));
}
