import type { DeliveryId } from '@hooktap/protocol';

/** So often in a row the handler drops one delivery's connection before its event comes under suspicion. */
const patience = 5;

type Dropped = { readonly id: DeliveryId };

/** What a dropped connection says; `clears`: it drops another one too, so that this one was suspected for nothing. */
export type Finding<D> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'suspected' }
  | { readonly kind: 'at-fault' }
  | { readonly kind: 'clears'; readonly suspect: D };

/**
 * Tells an event at which the handler drops its connection every time from a handler that drops everything, as one that
 * is only just coming up does. After some drops in a row the next event goes first. Only where that one is answered,
 * and the other is dropped once more, is its event at fault.
 */
export class DropWatch<D extends Dropped> {
  readonly #drops = new Map<DeliveryId, number>();
  #suspect: D | null = null;
  #otherAnswered = false;

  dropped(one: D): Finding<D> {
    const drops = (this.#drops.get(one.id) ?? 0) + 1;
    this.#drops.set(one.id, drops);
    const suspect = this.#suspect;
    if (suspect === one) {
      if (!this.#otherAnswered) return { kind: 'nothing' };
      this.forget(one);
      return { kind: 'at-fault' };
    }
    if (suspect) {
      this.#drops.clear();
      this.#suspect = null;
      return { kind: 'clears', suspect };
    }
    if (drops < patience) return { kind: 'nothing' };
    this.#suspect = one;
    this.#otherAnswered = false;
    return { kind: 'suspected' };
  }

  /** The handler took this one, whatever it said to it. */
  answered(one: D): void {
    if (this.#suspect && this.#suspect !== one) this.#otherAnswered = true;
    this.forget(one);
  }

  /** It waits here no longer. */
  forget(one: D): void {
    this.#drops.delete(one.id);
    if (this.#suspect === one) this.#suspect = null;
  }
}
