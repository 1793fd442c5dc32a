import type { Sleep } from './batch-wait.ts';
import type { Clock } from './clock.ts';
import type { Forwarder } from './forwarder-port.ts';
import type { Reason } from './say.ts';
import type { Target } from './target.ts';

const lookMs = 40;
const lookDownMs = 100;
const probeTimeoutMs = 2000;

interface ListeningContext {
  readonly probe: Forwarder['probe'];
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly sleep: Sleep;
  /** How long a handler has to go down. */
  readonly settleMs: number;
  /** How long it has to come back. */
  readonly patienceMs: number;
}

export type Listening =
  | { readonly kind: 'listening' }
  | ({ readonly kind: 'gone' } & Reason)
  | { readonly kind: 'aborted' };

/**
 * Waits until what was changed can be asked. A dev server still listens at the moment of a change, goes down and comes
 * back; one that reloads without that never goes down. So: whichever goes down within `settleMs` is waited for until it
 * listens again, and if none does, they are all taken as ready.
 */
export async function handlersListen(
  targets: readonly Target[],
  { probe, clock, sleep, settleMs, patienceMs }: ListeningContext,
  signal: AbortSignal,
): Promise<Listening> {
  const since = clock.monotonic();
  let wentDown = false;
  while (!signal.aborted) {
    const looks = await Promise.all(targets.map((target) => probe(target, probeTimeoutMs)));
    const down = looks.find(({ health }) => health === 'down');
    const waitedMs = clock.monotonic() - since;
    if (!down && (wentDown || waitedMs >= settleMs)) return { kind: 'listening' };
    if (down) {
      wentDown = true;
      if (waitedMs >= patienceMs) {
        const { reason, parts } = down;
        return { kind: 'gone', reason, ...(parts && { parts }) };
      }
    }
    await sleep(down ? lookDownMs : lookMs, signal);
  }
  return { kind: 'aborted' };
}
