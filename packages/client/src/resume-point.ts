import type { Seq, StreamMessage } from '@hooktap/protocol';

/** The last seq a client saw, over all its connections: what to resume from, and what is news. */
export class ResumePoint {
  #applied: Seq | undefined;
  #greeted: Seq | undefined;

  constructor(after: Seq | undefined) {
    this.#applied = after;
  }

  /** To ask the server for; undefined before anything is known. */
  get after(): Seq | undefined {
    return this.#applied ?? this.#greeted;
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
        this.#applied = message.seq;
        return true;
      default:
        if (message.seq <= (this.#applied ?? -1)) return false;
        this.#applied = message.seq;
        return true;
    }
  }
}
