import type { Seq, StreamMessage } from '@hooktap/protocol';

/** Seqs of one connection that are remembered one by one. */
const remembered = 1000;

/** The last seq a client saw, over all its connections: what to resume from, and what is news. */
export class ResumePoint {
  #last: Seq | undefined;
  #greeted: Seq | undefined;
  /** Nothing at or below it is news. */
  #floor: Seq;
  /** Above the floor, as a change may overtake one with a lower seq on its way to the stream. */
  readonly #seen = new Set<Seq>();

  constructor(after: Seq | undefined) {
    this.#last = after;
    this.#floor = after ?? -1;
  }

  /** To ask the server for; undefined before anything is known. */
  get after(): Seq | undefined {
    return this.#last ?? this.#greeted;
  }

  /** Whether a message is news; takes note of it. */
  take(message: StreamMessage): boolean {
    switch (message.type) {
      case 'hello':
        // Changes at or below it may still follow on this connection, so it is no bound for them.
        this.#greeted ??= message.seq;
        return true;
      case 'tick':
        return true;
      case 'resync':
        // May lie below what was seen: another data directory answers now.
        this.#last = message.seq;
        this.#raiseFloor(message.seq);
        return true;
      default:
        return this.#isNews(message.seq);
    }
  }

  #isNews(seq: Seq): boolean {
    if (seq <= this.#floor || this.#seen.has(seq)) return false;
    this.#last = Math.max(seq, this.#last ?? 0);
    this.#seen.add(seq);
    if (this.#seen.size > remembered) this.#raiseFloor(this.#last);
    return true;
  }

  #raiseFloor(seq: Seq): void {
    this.#floor = seq;
    this.#seen.clear();
  }
}
