import { type Clock, toInstant } from './clock.ts';
import type { Place, Publisher } from './publisher.ts';
import type { RetentionLimits, Store } from './store-port.ts';

const everyMs = 10_000;
/** How long a deleted event can be brought back. */
const restorableMs = 10 * 60_000;

interface RetainContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly limits: RetentionLimits;
}

/** Keeps the store within its limits while Hooktap runs, and erases for good what was deleted a while ago. */
export function keepRetaining({ store, publisher, clock, limits }: RetainContext): { stop(): void } {
  let running = false;
  const retain = async () => {
    if (running) return;
    running = true;
    const now = clock.now();
    let place: Place | undefined;
    try {
      await store.retain(limits, {
        now,
        hiddenBefore: toInstant(now - restorableMs),
        // The erasure's own place: a list that is read meanwhile knows whether its total has it.
        takeSeq() {
          place = publisher.place();
          return place.seq;
        },
        // Of what was hidden it was told when that happened.
        onErased(shown) {
          if (shown.length > 0) place?.fill({ type: 'event.deleted', ids: [...shown] });
          else place?.leave();
        },
      });
    } catch {
      // A full disk, most likely: the next round tries again, and captures tell their senders meanwhile.
    } finally {
      place?.leave();
      running = false;
    }
  };
  const timer = setInterval(() => void retain(), everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
