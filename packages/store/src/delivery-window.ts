import type { DeliveryId } from '@hooktap/protocol';
import type { WholeRow } from './delivery-row.ts';

/** Takes rows in any order and keeps those of a page: the newest `limit` before a given id. */
export class DeliveryWindow {
  readonly #limit: number;
  readonly #before: DeliveryId | undefined;
  /** Newest first. */
  readonly rows: WholeRow[] = [];
  hasOlder = false;

  constructor(limit: number, before: DeliveryId | undefined) {
    this.#limit = limit;
    this.#before = before;
  }

  see(row: WholeRow): void {
    if (this.#before !== undefined && row.id >= this.#before) return;
    const { rows } = this;
    const isFull = rows.length === this.#limit;
    const last = rows.at(-1);
    if (isFull && last && row.id < last.id) {
      this.hasOlder = true;
      return;
    }
    let place = rows.length;
    while (place > 0 && (rows[place - 1]?.id ?? '') < row.id) place -= 1;
    rows.splice(place, 0, row);
    if (isFull) {
      rows.pop();
      this.hasOlder = true;
    }
  }

  /** Whether rows with these ids can change the page. */
  mayTake({ min, max }: { readonly min: DeliveryId; readonly max: DeliveryId }): boolean {
    if (this.#before !== undefined && min >= this.#before) return false;
    const last = this.rows.at(-1);
    return !this.hasOlder || last === undefined || max > last.id;
  }
}
