import type { DeliveryId } from '@hooktap/protocol';
import type { Settled } from './duty.ts';

/** Those who wait until a delivery's next attempt, or a person, has left it somehow. */
export class Settling {
  readonly #waiting = new Map<DeliveryId, ((settled: Settled) => void)[]>();

  wait(id: DeliveryId): Promise<Settled> {
    return new Promise((resolve) => this.#waiting.set(id, [...(this.#waiting.get(id) ?? []), resolve]));
  }

  tell(id: DeliveryId, settled: Settled): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    for (const resolve of waiting) resolve(settled);
  }
}
