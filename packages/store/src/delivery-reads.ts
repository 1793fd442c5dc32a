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
import type { TableHead } from './delivery-table.ts';
import type { DeliveryTables } from './delivery-tables.ts';
import { walkDeliveries } from './delivery-walk.ts';
import { DeliveryWindow } from './delivery-window.ts';
import { readEvents } from './event-reader.ts';
import type { EventSearch } from './event-search.ts';
import type { SegmentCatalog } from './segment-catalog.ts';

/** So few events are read to see whether they match; for more, all are searched. */
const fewEvents = 256;

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
    const skip = ({ ids, totals: counted }: TableHead) => {
      const inReach = ids && window.mayTake(ids) && (status === undefined || counted[status] > 0);
      if (!inReach) addTotals(totals, counted);
      return !inReach;
    };
    await this.#each(matcher, see, skip);
    const next = window.hasOlder ? (window.rows.at(-1)?.id ?? null) : null;
    return { items: await this.#items(window.rows), next, totals, totalIsExact: true };
  }

  async matching({ matcher, status }: DeliverySearch): Promise<DeliveryId[]> {
    const found: DeliveryId[] = [];
    const see = ({ id, known }: WholeRow) => {
      if (status === undefined || known.status === status) found.push(id);
    };
    await this.#each(matcher, see, ({ totals }) => status !== undefined && totals[status] === 0);
    return found.sort();
  }

  /** Shows all that match, in no certain order. */
  async #each(
    matcher: DeliveryMatcher | undefined,
    see: (row: WholeRow) => void,
    skip: (head: TableHead) => boolean,
  ): Promise<void> {
    const unsure: WholeRow[] = [];
    const walk = walkDeliveries(this.#catalog, this.#tables, (head) => !matcher && skip(head));
    for await (const rows of walk) {
      for (const row of rows) {
        const verdict = matcher ? matcher.judge(headOf(row), () => 'unsure') : 'yes';
        if (verdict === 'yes') see(row);
        else if (verdict === 'unsure') unsure.push(row);
      }
    }
    if (matcher && unsure.length > 0) await this.#decide(matcher, unsure, see);
  }

  /** Those that hang on their events. */
  async #decide(
    matcher: DeliveryMatcher,
    unsure: readonly WholeRow[],
    see: (row: WholeRow) => void,
  ): Promise<void> {
    const ids = [...new Set(unsure.map(({ eventId }) => eventId))];
    const fitting: ReadonlySet<EventId>[] = [];
    for (const events of matcher.events) {
      if (ids.length <= fewEvents) fitting.push(await this.#search.among(ids, events));
      else {
        const found = new Set<EventId>();
        for await (const matches of this.#search.matches(events)) for (const { id } of matches) found.add(id);
        fitting.push(found);
      }
    }
    for (const row of unsure) {
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
