import type { Saying } from '@hooktap/protocol';
import { keeping } from './say.ts';
import type { StoreError } from './store-port.ts';

/** Whether the store takes what comes in. Where it does not, senders are told by their 503, and people here. */
export class StoreTrouble {
  readonly #notice: (text: string) => void;
  /** `smallest`: of the bodies that could not be kept, in bytes. */
  #now: { readonly error: StoreError; refused: number; smallest: number } | null = null;
  readonly #waiting = new Map<object, StoreError>();

  constructor(notice: (text: string) => void) {
    this.#notice = notice;
  }

  /** What the status says of it; nothing while all is kept. */
  get warnings(): readonly Saying[] {
    return [this.#refusing, this.#delaying].filter((warning) => warning !== null);
  }

  get #refusing(): Saying | null {
    if (!this.#now) return null;
    const { error, refused } = this.#now;
    return keeping.sentence('store-refuses', { count: String(refused), why: error.message });
  }

  get #delaying(): Saying | null {
    const [error] = this.#waiting.values();
    return error ? keeping.sentence('store-delays', { why: error.message }) : null;
  }

  /** What `whose` names cannot go on before it is on record; `null`: it can, or need not any more. */
  waits(whose: object, error: StoreError | null): void {
    const before = this.#waiting.size;
    if (error && error.kind !== 'closed') this.#waiting.set(whose, error);
    else this.#waiting.delete(whose);
    if (before === 0 && this.#delaying) this.#notice(this.#delaying.message);
    if (before > 0 && !this.#delaying) this.#notice(keeping.sentence('store-delays-over').message);
  }

  /** A request with so many bytes could not be kept. */
  refused(error: StoreError, bytes: number): void {
    // Whoever stops Hooktap knows.
    if (error.kind === 'closed') return;
    const isNew = !this.#now;
    const { refused = 0, smallest = bytes } = this.#now ?? {};
    this.#now = { error, refused: refused + 1, smallest: Math.min(smallest, bytes) };
    if (isNew && this.#refusing) this.#notice(this.#refusing.message);
  }

  /** A request was kept. On a full disk a small one may still find room: that ends nothing. */
  kept(bytes: number): void {
    if (!this.#now || bytes < this.#now.smallest) return;
    const { refused } = this.#now;
    this.#now = null;
    this.#notice(keeping.sentence('store-recovered', { count: String(refused) }).message);
  }
}
