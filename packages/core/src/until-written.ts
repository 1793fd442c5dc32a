import { setTimeout as pause } from 'node:timers/promises';
import type { Commit } from './store-port.ts';

/** How long a store that could not write is left alone. */
const pauseMs = 1000;

/** Writes, and again as long as the store cannot; until one of the signals is raised, if that comes first. */
export async function untilWritten(
  write: () => Promise<Commit>,
  signals: readonly AbortSignal[],
): Promise<Commit> {
  for (;;) {
    const commit = await write();
    if ((await commit.written).ok || signals.some(({ aborted }) => aborted)) return commit;
    const signal = AbortSignal.any([...signals]);
    await pause(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
