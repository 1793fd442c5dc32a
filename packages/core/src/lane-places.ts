import type { DeliveryId } from '@hooktap/protocol';
import type { Clock } from './clock.ts';
import type { Duty } from './duty.ts';
import { KeyedLine } from './keyed-line.ts';
import { RetryClock } from './retry-clock.ts';

/** How a duty waits: in line, asked for by a person, or until a time in milliseconds since 1970. */
export type Place =
  | { readonly kind: 'line' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'until'; readonly at: number };

/** Everything that waits in a lane, each found by its id at once. */
export class LanePlaces {
  /** Due, in the order of their events. */
  readonly #line = new KeyedLine<Duty>();
  readonly #asked = new Map<DeliveryId, Duty>();
  readonly #retries: RetryClock<Duty>;
  /** All of the above. */
  readonly #all = new Map<DeliveryId, Duty>();
  #held = 0;

  /** `due` is told of what has waited until its time, which has left by then. */
  constructor(clock: Clock, due: (duty: Duty, overdue: boolean) => void) {
    this.#retries = new RetryClock(clock, (duty, overdue) => {
      this.#all.delete(duty.id);
      due(duty, overdue);
    });
  }

  get size(): number {
    return this.#all.size;
  }

  /** How many of the line are kept back. */
  get held(): number {
    return this.#held;
  }

  get counts() {
    return {
      line: this.#line.length,
      asked: this.#asked.size,
      until: this.#retries.length,
      next: this.#retries.next,
    };
  }

  get first(): Duty | undefined {
    return this.#line.first();
  }

  get line(): Iterable<Duty> {
    return this.#line;
  }

  get(id: DeliveryId): Duty | undefined {
    return this.#all.get(id);
  }

  all(): Duty[] {
    return [...this.#all.values()];
  }

  put(duty: Duty, place: Place): void {
    this.#all.set(duty.id, duty);
    if (place.kind === 'asked') this.#asked.set(duty.id, duty);
    else if (place.kind === 'until') this.#retries.put(duty, place.at);
    else {
      if (duty.held) this.#held += 1;
      this.#line.add(duty);
    }
  }

  /** One that stands in line is kept back from now on. */
  hold(duty: Duty): void {
    if (duty.held) return;
    duty.held = true;
    this.#held += 1;
  }

  /** Of one that stands in line, if it still does. */
  changeRank(duty: Duty, rank: number): void {
    const stands = this.#line.remove(duty);
    duty.rank = rank;
    if (stands) this.#line.add(duty);
  }

  /** Takes it out; how it waited, or null where it is not here. */
  take({ id }: Pick<Duty, 'id'>): Place | null {
    const duty = this.#all.get(id);
    if (!duty) return null;
    this.#all.delete(id);
    if (this.#asked.delete(id)) return { kind: 'asked' };
    const at = this.#retries.timeOf(duty);
    if (at !== null && this.#retries.remove(duty)) return { kind: 'until', at };
    this.#line.remove(duty);
    if (duty.held) this.#held -= 1;
    return { kind: 'line' };
  }

  /** Takes out the first that a person asked for. */
  takeAsked(): Duty | undefined {
    const [asked] = this.#asked.values();
    if (asked) this.take(asked);
    return asked;
  }

  /** Those in line with this key wait, until it was unlocked as often. */
  lock({ key }: Pick<Duty, 'key'>): void {
    this.#line.lock(key);
  }

  unlock({ key }: Pick<Duty, 'key'>): void {
    this.#line.unlock(key);
  }

  /** Takes out the first in line whose key is free. */
  takeDue(): Duty | undefined {
    const duty = this.#line.take();
    if (!duty) return undefined;
    this.#all.delete(duty.id);
    if (duty.held) this.#held -= 1;
    return duty;
  }

  stop(): void {
    this.#retries.stop();
  }
}
