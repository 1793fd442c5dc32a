import type { ReplayOnSave } from '@hooktap/protocol';
import { afterEach, expect, it, vi } from 'vitest';
import type { FolderListener } from './folder-watch-port.ts';
import { ReplaysOnSave, type SaveDeskContext } from './replay-on-save-desk.ts';
import { mostRuns } from './run-rate.ts';

afterEach(() => void vi.useRealTimers());

/** A desk whose folder changes when it is told to; no event is chosen, so that its runs send nothing. */
async function watching() {
  vi.useFakeTimers();
  const told: ReplayOnSave[] = [];
  let folder: FolderListener | undefined;
  const context: Pick<SaveDeskContext, 'clock' | 'publisher' | 'select' | 'watcher'> = {
    clock: { now: () => Date.now(), monotonic: () => Date.now() },
    publisher: {
      publish: (change) => {
        if (change.type === 'replay-on-save.changed') told.push(change.replayOnSave);
      },
    },
    select: async () => ({ ok: true, value: [] }),
    watcher: {
      watch: async (_path, listener) => {
        folder = listener;
        return { ok: true, watch: { folder: '/code', close: () => undefined } };
      },
    },
  };
  const desk = new ReplaysOnSave(context as SaveDeskContext);
  const begun = await desk.start({ folder: '/code', q: 'is:pinned', settle: 0 });
  expect(begun.ok).toBe(true);
  return {
    desk,
    told,
    /** So many changes, so far apart. */
    async change(times: number, apartMs: number) {
      for (let nth = 0; nth < times; nth++) {
        folder?.changed('app.ts');
        await vi.advanceTimersByTimeAsync(apartMs);
      }
    },
  };
}

it('a loop of changes ends the watch, which says why; it can be begun again', async () => {
  const { desk, told, change } = await watching();
  await change(mostRuns, 1500);
  expect(desk.state()).toMatchObject({ state: 'watching', run: { number: mostRuns } });
  await change(1, 1500);
  expect(desk.state()).toMatchObject({
    state: 'off',
    code: 'too-often',
    reason: expect.stringMatching(/30 runs/),
  });
  expect(told.at(-1)).toMatchObject({ state: 'off', code: 'too-often' });
  await change(5, 1500);
  expect(desk.state()).toMatchObject({ run: { number: mostRuns } });
  await desk.start({ folder: '/code', q: 'is:pinned', settle: 0 });
  await change(2, 1500);
  expect(desk.state()).toMatchObject({ state: 'watching', run: { number: 2 } });
});

it('a person who saves every three seconds goes on', async () => {
  const { desk, change } = await watching();
  await change(100, 3000);
  expect(desk.state()).toMatchObject({ state: 'watching', run: { number: 100 } });
});
