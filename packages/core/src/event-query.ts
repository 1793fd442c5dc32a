import { parseQuery, type QueryError } from '@hooktap/query';
import { describeQueryError } from './event-filter.ts';
import type { EventMatcher } from './event-matcher.ts';
import type { Outcome, QueryRefusal } from './inspection-port.ts';
import { openedIn } from './opened-events.ts';
import { queryMatcher } from './query-matcher.ts';
import type { Store } from './store-port.ts';

/** What a person searches for, ready for the store; undefined where everything is asked for. */
export function readEventQuery(
  q: string,
  now: number,
  store: Pick<Store, 'setting'>,
): Outcome<{ readonly matcher: EventMatcher | undefined }, QueryRefusal> {
  const parsed = parseQuery(q, { now });
  if (parsed.ok) {
    const { query } = parsed;
    const matcher =
      query.kind === 'all' ? undefined : queryMatcher(query, { now, isOpened: openedIn(store) });
    return { ok: true, value: { matcher } };
  }
  return { ok: false, error: queryRefusal(q, parsed.error) };
}

/** A bad query, with its place for the screen and in words. */
export function queryRefusal(q: string, error: QueryError): QueryRefusal {
  const said = describeQueryError(q, error);
  return { code: 'query-invalid', ...said, errors: [{ path: 'q', ...said }], query: error };
}
