import { rm } from 'node:fs/promises';
import { type EventMatcher, wordsMatcher } from '@hooktap/core';
import { describe, expect, it } from 'vitest';
import { testClock } from './testing-events.ts';
import { expectSame, filled, matcherOf, searches } from './testing-searches.ts';
import { filesOf, openStore } from './testing-store.ts';

describe('searching', () => {
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
