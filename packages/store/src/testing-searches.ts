import { type EventMatcher, queryMatcher, type Store, wordsMatcher } from '@hooktap/core';
import { parseQuery } from '@hooktap/query';
import { expect } from 'vitest';
import { epoch } from './testing-events.ts';
import { filledStores, numbers } from './testing-history.ts';
import { newDataDir } from './testing-store.ts';

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

/** A history in both stores, the one on disk in segments of a few events. */
export async function filled(): Promise<{ dir: string; lowdb: Store; memory: Store }> {
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

export function matcherOf(text: string): EventMatcher {
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
export async function searches(memory: Store) {
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

export async function expectSame(
  lowdb: Store,
  expected: Awaited<ReturnType<typeof searches>>,
): Promise<void> {
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
