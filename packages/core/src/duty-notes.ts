import { type DeliveryRecords, withStatus } from './delivery-records.ts';
import type { Duty, Settled } from './duty.ts';
import { toDeliverySummary } from './event-state.ts';
import { reportBug } from './report-bug.ts';
import type { Store } from './store-port.ts';

/** Puts a change of status on record where no attempt was made. */
export class DutyNotes {
  readonly #store: Store;
  readonly #records: DeliveryRecords;

  constructor({ store, records }: { readonly store: Store; readonly records: DeliveryRecords }) {
    this.#store = store;
    this.#records = records;
  }

  /** One after the other for each duty. Never rejects. */
  note(duty: Duty, settled: Settled): Promise<void> {
    const noting = (duty.noting ?? Promise.resolve())
      .then(() => this.#note(duty, settled))
      .catch((bug: unknown) => reportBug('to note a delivery', bug))
      .then(() => {
        if (duty.noting === noting) duty.noting = null;
      });
    duty.noting = noting;
    return noting;
  }

  async #note(duty: Duty, settled: Settled): Promise<void> {
    const delivery = await this.#store.delivery(duty.id);
    if (!delivery) return;
    const { promised: _before, ...summary } = withStatus(toDeliverySummary(delivery), settled);
    await this.#records.note({ ...summary, ...(duty.promised && { promised: true }) });
    this.#records.announceEvent(duty.eventId);
  }
}
