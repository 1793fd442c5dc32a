import type { Inspection } from '@hooktap/core';
import type { Seq, StreamMessage } from '@hooktap/protocol';
import { WebSocket } from 'ws';

/** A change as text, made once for all connections. */
export interface Outgoing {
  readonly seq: Seq;
  readonly text: string;
}

/** More than this unsent, and the client is told to fetch afresh instead. */
const unsentLimit = 1024 * 1024;
/** While catching up, this much at a time is on its way. */
const catchUpStep = 256 * 1024;
const waitingLimit = 10_000;

/** One open inspector: what it missed first, then everything as it happens. */
export class StreamConnection {
  readonly #socket: WebSocket;
  readonly #inspection: Inspection;
  /** Changes that came while catching up; null once the connection is live. */
  #waiting: Outgoing[] | null = null;
  #isLagging = false;

  constructor(socket: WebSocket, inspection: Inspection) {
    this.#socket = socket;
    this.#inspection = inspection;
  }

  /** The caller already passes changes to `offer`, so that none falls between. */
  async open(after: Seq | undefined): Promise<void> {
    const { publisher, store, version, instance } = this.#inspection;
    if (after !== undefined) this.#waiting = [];
    this.#tell({ type: 'hello', seq: store.currentSeq(), oldestSeq: publisher.oldestSeq, version, instance });
    if (after === undefined) return;
    try {
      const missed = await publisher.since(after);
      if (missed.kind === 'resync') this.#resync();
      else await this.#catchUp(missed.changes);
    } catch {
      // The store could not tell what was missed; the client fetches, and sees the store's problem there.
      this.#resync();
    }
  }

  offer(change: Outgoing): void {
    if (this.#isLagging) return;
    if (this.#waiting) {
      this.#waiting.push(change);
      if (this.#waiting.length > waitingLimit) this.#lag();
      return;
    }
    if (this.#socket.bufferedAmount > unsentLimit) this.#lag();
    else this.#send(change.text);
  }

  tick(text: string): void {
    // What is still unsent is sign enough, and a tick must not come before the resync it leads to.
    if (!this.#isLagging && !this.#waiting) this.#send(text);
    this.#endLag();
  }

  close(): void {
    this.#socket.close(1001, 'Hooktap stops');
  }

  terminate(): void {
    this.#socket.terminate();
  }

  async #catchUp(missed: readonly { readonly seq: Seq }[]): Promise<void> {
    const told = new Set<Seq>();
    for (const change of missed) {
      if (!this.#waiting) return;
      await this.#sendPaced(JSON.stringify(change));
      told.add(change.seq);
    }
    for (let next = this.#waiting?.shift(); next; next = this.#waiting?.shift()) {
      if (!told.has(next.seq)) await this.#sendPaced(next.text);
    }
    this.#waiting = null;
  }

  async #sendPaced(text: string): Promise<void> {
    if (this.#socket.readyState !== WebSocket.OPEN) {
      this.#waiting = null;
      return;
    }
    if (this.#socket.bufferedAmount < catchUpStep) return this.#send(text);
    await new Promise<void>((sent) => this.#socket.send(text, () => sent()));
  }

  #lag(): void {
    this.#waiting = null;
    this.#isLagging = true;
  }

  #endLag(): void {
    if (this.#isLagging && this.#socket.bufferedAmount === 0) this.#resync();
  }

  #resync(): void {
    this.#waiting = null;
    this.#isLagging = false;
    this.#tell({ type: 'resync', seq: this.#inspection.store.currentSeq() });
  }

  #tell(message: StreamMessage): void {
    this.#send(JSON.stringify(message));
  }

  #send(text: string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(text, () => this.#endLag());
  }
}
