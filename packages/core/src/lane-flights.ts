import type { DeliveryId, Saying } from '@hooktap/protocol';
import type { Duty } from './duty.ts';

/** Asked for by a person, in its usual turn, or out of what was kept back. */
export type FlightKind = 'asked' | 'usual' | 'kept-back';

/** An attempt that is being made. */
export interface Flight {
  readonly duty: Duty;
  /** Ends it before its time. */
  readonly ending: AbortController;
  readonly kind: FlightKind;
}

export const newFlight = (duty: Duty, kind: FlightKind): Flight => ({
  duty,
  kind,
  ending: new AbortController(),
});

/** The attempts of a lane that are being made. */
export class LaneFlights {
  readonly #flights = new Map<DeliveryId, Flight>();
  readonly #counts = { asked: 0, usual: 0, 'kept-back': 0 };

  get size(): number {
    return this.#flights.size;
  }

  count(kind: FlightKind): number {
    return this.#counts[kind];
  }

  has(id: DeliveryId): boolean {
    return this.#flights.has(id);
  }

  begin(flight: Flight): void {
    this.#flights.set(flight.duty.id, flight);
    this.#counts[flight.kind] += 1;
  }

  end({ duty, kind }: Flight): void {
    this.#flights.delete(duty.id);
    this.#counts[kind] -= 1;
  }

  /** Every attempt is the last of its delivery. */
  endWith(why: Saying): void {
    for (const { duty } of this.#flights.values()) duty.noFurther = why;
  }

  cancel(id: DeliveryId): void {
    this.#flights.get(id)?.ending.abort('cancel');
  }
}
