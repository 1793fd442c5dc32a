import { setTimeout as pause } from 'node:timers/promises';
import type { Commit } from './store-port.ts';
import type { StoreTrouble } from './store-trouble.ts';

/** How long a store that could not write is left alone. */
const pauseMs = 1000;

interface Insistence {
  readonly trouble: StoreTrouble;
  readonly stopped: AbortSignal;
}

/** Writes, and again as long as the store cannot, of which people are told; until the stop, if that comes first. */
export async function untilWritten(
  write: () => Promise<Commit>,
  { trouble, stopped: signal }: Insistence,
): Promise<Commit> {
  for (let tried = false; ; tried = true) {
    const commit = await write();
    const written = await commit.written;
    if (tried && written.ok) trouble.waits(write, null);
    if (written.ok || signal.aborted) return commit;
    trouble.waits(write, written.error);
    await pause(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
