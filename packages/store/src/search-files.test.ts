import { readdir, rm, stat, truncate, utimes, watch, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filled, matcherOf } from './testing-searches.ts';
import { filesOf, openStore } from './testing-store.ts';

/** The numbers of the segments that have a file of this kind beside them. */
const besides = async (dir: string, kind: string) =>
  (await readdir(join(dir, 'segments')))
    .filter((name) => name.endsWith(`.${kind}`))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => a - b);

describe('the files that make searching fast', () => {
  it('makes the texts that an earlier run had no time for when it is quiet', async () => {
    const { dir, lowdb } = await filled();
    await lowdb.close();
    const segments = (await besides(dir, 'ndjson')).slice(0, -1);
    expect(segments.length).toBeGreaterThan(2);
    for (const name of await readdir(join(dir, 'segments'))) {
      if (name.endsWith('.text')) await rm(join(dir, 'segments', name));
    }
    const changes = watch(join(dir, 'segments'), { signal: AbortSignal.timeout(30_000) });
    const reopened = await openStore(dir, { segmentEvents: 20, inlineLimit: 64 });
    for await (const _ of changes) {
      const made = await besides(dir, 'text');
      if (segments.every((number) => made.includes(number))) break;
    }
    await reopened.close();
  });

  it('trusts no text file that is cut short or older than its segment', async () => {
    const { dir, lowdb, memory } = await filled();
    // It makes what there was no quiet moment for.
    await lowdb.matching(['order']);
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
    await lowdb.matching([], matcherOf('status:failed'));
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
});
