import type { StreamChange } from '@hooktap/protocol';

/** Of what a person wants to hear. `view` is the search of a saved one. */
export type Wish =
  | { readonly kind: 'off' }
  | { readonly kind: 'failures' }
  | { readonly kind: 'all' }
  | { readonly kind: 'view'; readonly q: string };

/** One notice at most in so long; what happens in between is counted in the next. */
export const APART_MS = 8000;

/** Deliveries that came to their end in failure, and events that arrived. */
export interface Happened {
  readonly arrived: number;
  readonly failed: number;
}

export const nothing: Happened = { arrived: 0, failed: 0 };

/** A delivery that fails is told of once, however often its message comes. */
export function happenedIn(
  changes: readonly StreamChange[],
  told: ReadonlySet<string>,
): Happened & { readonly failures: readonly string[] } {
  const failures = new Set<string>();
  let arrived = 0;
  for (const change of changes) {
    if (change.type === 'event.captured') arrived++;
    else if (change.type === 'delivery.updated' && change.delivery.status === 'failed') {
      if (!told.has(change.delivery.id)) failures.add(change.delivery.id);
    }
  }
  return { arrived, failed: failures.size, failures: [...failures] };
}

/** When the next notice is due, in milliseconds from now; null where nothing happened that is wished for. */
export function dueIn(wish: Wish, happened: Happened, last: number, now: number): number | null {
  const count = wish.kind === 'failures' ? happened.failed : happened.arrived;
  if (wish.kind === 'off' || count === 0) return null;
  return Math.max(0, last + APART_MS - now);
}
