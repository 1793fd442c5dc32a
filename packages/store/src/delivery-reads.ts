import {
  type DeliveryLog,
  type DeliveryLogQuery,
  type DeliveryMatcher,
  type DeliverySearch,
  noTotals,
  toDeliveryListItem,
} from '@hooktap/core';
import type { DeliveryId, DeliveryListItem, EventId } from '@hooktap/protocol';
import { addTotals, headOf, type WholeRow } from './delivery-row.ts';
import type { DeliveryTables } from './delivery-tables.ts';
import { type Counted, walkDeliveries } from './delivery-walk.ts';
import { DeliveryWindow } from './delivery-window.ts';
import { readEvents } from './event-reader.ts';
import type { EventSearch } from './event-search.ts';
import type { SegmentCatalog } from './segment-catalog.ts';

/** How long a page may take to count all whose events match, in milliseconds. */
const countingMs = 200;
/** Deliveries whose events are looked at first; then twice as many, and so on. */
const firstPart = 512;

/** The delivery log of the lowdb store. */
export class DeliveryReads {
  readonly #catalog: SegmentCatalog;
  readonly #tables: DeliveryTables;
  readonly #search: EventSearch;

  constructor(catalog: SegmentCatalog, tables: DeliveryTables, search: EventSearch) {
    this.#catalog = catalog;
    this.#tables = tables;
    this.#search = search;
  }

  async page({ matcher, status, before, limit }: DeliveryLogQuery): Promise<DeliveryLog> {
    const totals = noTotals();
    const window = new DeliveryWindow(limit, before);
    const see = (row: WholeRow) => {
      totals[row.known.status] += 1;
      if (status === undefined || row.known.status === status) window.see(row);
    };
    const skip = ({ ids, totals: counted }: Counted) => {
      const inReach = ids && window.mayTake(ids) && (status === undefined || counted[status] > 0);
      if (!inReach) addTotals(totals, counted);
      return !inReach;
    };
    const unsure = await this.#walk(matcher, see, skip);
    const deadline = performance.now() + countingMs;
    const left = unsure.sort((a, b) => (a.id < b.id ? 1 : -1));
    // Newest first, so that the page is complete before all is counted.
    for (let part = firstPart; matcher; part *= 2) {
      const [first, last] = [left[0], left.at(-1)];
      if (!first || !last) break;
      if (performance.now() > deadline && !window.mayTake({ min: last.id, max: first.id })) break;
      await this.#decide(matcher, left.splice(0, part), see);
    }
    const next = window.hasOlder ? (window.rows.at(-1)?.id ?? null) : null;
    return { items: await this.#items(window.rows), next, totals, totalIsExact: left.length === 0 };
  }

  async matching({ matcher, status }: DeliverySearch): Promise<DeliveryId[]> {
    const found: DeliveryId[] = [];
    const isAsked = ({ known }: WholeRow) => status === undefined || known.status === status;
    const see = (row: WholeRow) => {
      if (isAsked(row)) found.push(row.id);
    };
    const skip = ({ totals }: Counted) => status !== undefined && totals[status] === 0;
    const unsure = await this.#walk(matcher, see, skip);
    if (matcher) await this.#decide(matcher, unsure.filter(isAsked), see);
    return found.sort();
  }

  /** Shows what matches, in no certain order; what hangs on its event is left. */
  async #walk(
    matcher: DeliveryMatcher | undefined,
    see: (row: WholeRow) => void,
    skip: (head: Counted) => boolean,
  ): Promise<WholeRow[]> {
    const unsure: WholeRow[] = [];
    const walk = walkDeliveries(this.#catalog, this.#tables, (head) => !matcher && skip(head));
    for await (const rows of walk) {
      for (const row of rows) {
        const verdict = matcher ? matcher.judge(headOf(row), () => 'unsure') : 'yes';
        if (verdict === 'yes') see(row);
        else if (verdict === 'unsure') unsure.push(row);
      }
    }
    return unsure;
  }

  /** Shows those that match with their events. */
  async #decide(
    matcher: DeliveryMatcher,
    rows: readonly WholeRow[],
    see: (row: WholeRow) => void,
  ): Promise<void> {
    const ids = [...new Set(rows.map(({ eventId }) => eventId))];
    const fitting: ReadonlySet<EventId>[] = [];
    for (const events of matcher.events) fitting.push(await this.#search.among(ids, events));
    for (const row of rows) {
      const fits = (index: number) => (fitting[index]?.has(row.eventId) ? 'yes' : 'no');
      if (matcher.judge(headOf(row), fits) === 'yes') see(row);
    }
  }

  async #items(rows: readonly WholeRow[]): Promise<DeliveryListItem[]> {
    const events = await readEvents(this.#catalog, [...new Set(rows.map(({ eventId }) => eventId))]);
    return rows.flatMap(({ id, eventId }) => {
      const state = events.get(eventId)?.state;
      const delivery = state?.deliveries.find((one) => one.id === id);
      return state && delivery ? [toDeliveryListItem(state, delivery)] : [];
    });
  }
}
