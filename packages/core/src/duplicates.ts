import type { EventId } from '@hooktap/protocol';
import type { CapturedEvent } from './store-port.ts';

/** So many keys are remembered for each endpoint. */
export const remembered = 10_000;

/** Knows the first event of each key, so that one that arrives again is linked to it. */
export class Duplicates {
  readonly #first = new Map<string, Map<string, EventId>>();

  /** The first event of that key, or null after noting this one as such. */
  seen(endpoint: string, key: string, id: EventId): EventId | null {
    const firsts = this.#of(endpoint);
    const first = firsts.get(key);
    if (first) return first;
    firsts.set(key, id);
    if (firsts.size > remembered) {
      const [oldest] = firsts.keys();
      if (oldest !== undefined) firsts.delete(oldest);
    }
    return null;
  }

  /** An event that could not be kept is not the first of anything. */
  forget({ endpoint, dedupeKey, id }: Pick<CapturedEvent, 'endpoint' | 'dedupeKey' | 'id'>): void {
    if (dedupeKey === undefined) return;
    const firsts = this.#of(endpoint);
    if (firsts.get(dedupeKey) === id) firsts.delete(dedupeKey);
  }

  /** Knows again what an earlier run has seen, which goes before what this one has. */
  remember({
    endpoint,
    dedupeKey,
    duplicateOf,
    id,
  }: Pick<CapturedEvent, 'endpoint' | 'dedupeKey' | 'duplicateOf' | 'id'>): void {
    if (dedupeKey === undefined) return;
    const first = duplicateOf ?? id;
    const known = this.seen(endpoint, dedupeKey, first);
    // Ids rise with time.
    if (known !== null && first < known) this.#of(endpoint).set(dedupeKey, first);
  }

  #of(endpoint: string): Map<string, EventId> {
    const known = this.#first.get(endpoint);
    if (known) return known;
    const fresh = new Map<string, EventId>();
    this.#first.set(endpoint, fresh);
    return fresh;
  }
}
