import { momentMs } from './moment.ts';
import type { Query } from './query.ts';

/** Milliseconds since 1970; `from` inclusive, `to` exclusive. */
export interface TimeBounds {
  readonly from: number;
  readonly to: number;
}

const always: TimeBounds = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** No event outside of these matches, so that a store can pass over whole stretches. */
export function timeBounds(query: Query, now: number): TimeBounds {
  switch (query.kind) {
    case 'time': {
      const ms = momentMs(query.at, now);
      return query.field === 'since' ? { ...always, from: ms } : { ...always, to: ms };
    }
    case 'and': {
      const parts = query.of.map((part) => timeBounds(part, now));
      return {
        from: Math.max(...parts.map(({ from }) => from)),
        to: Math.min(...parts.map(({ to }) => to)),
      };
    }
    case 'or': {
      const parts = query.of.map((part) => timeBounds(part, now));
      return {
        from: Math.min(...parts.map(({ from }) => from)),
        to: Math.max(...parts.map(({ to }) => to)),
      };
    }
    default:
      return always;
  }
}
