import {
  and,
  type DeliveryHead,
  deliveryMatcher,
  or,
  parseQuery,
  type Query,
  type Verdict,
} from '@hooktap/query';
import type { DeliveryMatcher } from './delivery-log.ts';
import type { EventMatcher } from './event-matcher.ts';
import { queryRefusal } from './event-query.ts';
import type { Outcome, QueryRefusal } from './inspection-port.ts';
import { queryMatcher } from './query-matcher.ts';

/** A search of the delivery log, ready for the store; undefined where everything is asked for. */
export function readDeliveryQuery(
  q: string,
  now: number,
): Outcome<{ readonly matcher: DeliveryMatcher | undefined }, QueryRefusal> {
  const parsed = parseQuery(q, { now, subject: 'delivery' });
  if (!parsed.ok) return { ok: false, error: queryRefusal(q, parsed.error) };
  const { query } = parsed;
  const matcher = query.kind === 'all' ? undefined : deliveryQueryMatcher(query, now);
  return { ok: true, value: { matcher } };
}

type Judge = DeliveryMatcher['judge'];

/** How a store finds the deliveries that a query with the subject `delivery` describes. */
export function deliveryQueryMatcher(query: Query, now: number): DeliveryMatcher {
  const events: EventMatcher[] = [];

  const ofEvents = (part: Query): Judge => {
    const index = events.push(queryMatcher(part, { now })) - 1;
    return (_head, fits) => fits(index);
  };

  const compile = (part: Query): Judge => {
    const own = deliveryMatcher(part, { now });
    if (!own.needs.has('event')) return (head) => own.judge(head);
    if (isOfEvents(part, now)) return ofEvents(part);
    switch (part.kind) {
      case 'and':
        return allOf(grouped(part.of, and).map(compile));
      case 'or':
        return someOf(grouped(part.of, or).map(compile));
      case 'not':
        return noneOf(compile(part.of));
      default:
        // `id`: the delivery's own, or its event's.
        return someOf([(head) => (own.judge(head) === 'yes' ? 'yes' : 'no'), ofEvents(part)]);
    }
  };

  /** What is asked of events goes last and as one search, since that costs most. */
  const grouped = (parts: readonly Query[], join: (parts: readonly Query[]) => Query): Query[] => {
    const asked = parts.filter((part) => isOfEvents(part, now));
    const rest = parts.filter((part) => !asked.includes(part));
    return asked.length > 0 ? [...rest, join(asked)] : rest;
  };

  const judge = compile(query);
  return { events, judge };
}

/** Whether all of it is asked of the event. */
function isOfEvents(query: Query, now: number): boolean {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of.every((part) => isOfEvents(part, now));
    case 'not':
      return isOfEvents(query.of, now);
    case 'text':
      return query.field !== 'id' && deliveryMatcher(query, { now }).needs.has('event');
    default:
      return deliveryMatcher(query, { now }).needs.has('event');
  }
}

const allOf = (parts: readonly Judge[]): Judge => settled(parts, 'no', 'yes');
const someOf = (parts: readonly Judge[]): Judge => settled(parts, 'yes', 'no');

/** One that decides is enough; otherwise all must have said the other thing. */
const settled =
  (parts: readonly Judge[], deciding: Verdict, otherwise: Verdict): Judge =>
  (head: DeliveryHead, fits) => {
    let verdict = otherwise;
    for (const part of parts) {
      const said = part(head, fits);
      if (said === deciding) return deciding;
      if (said === 'unsure') verdict = 'unsure';
    }
    return verdict;
  };

const opposite = { yes: 'no', no: 'yes', unsure: 'unsure' } as const;
const noneOf =
  (part: Judge): Judge =>
  (head, fits) =>
    opposite[part(head, fits)];
