import type { Inspection } from '@hooktap/core';
import type { Seq, StreamMessage } from '@hooktap/protocol';
import type { WebSocket } from 'ws';
import { StreamConnection } from './stream-connection.ts';

/** Every open inspector: passes each change to all of them as one text, at once. */
export class StreamHub {
  readonly #inspection: Inspection;
  readonly #connections = new Set<StreamConnection>();
  readonly #unsubscribe: () => void;
  readonly #ticking: NodeJS.Timeout;

  constructor(inspection: Inspection, tickMs: number) {
    this.#inspection = inspection;
    this.#unsubscribe = inspection.publisher.subscribe((change) => {
      if (this.#connections.size === 0) return;
      const outgoing = { seq: change.seq, text: JSON.stringify(change) };
      for (const connection of this.#connections) connection.offer(outgoing);
    });
    this.#ticking = setInterval(() => this.#tick(), tickMs).unref();
  }

  admit(socket: WebSocket, after: Seq | undefined): void {
    const connection = new StreamConnection(socket, this.#inspection);
    this.#connections.add(connection);
    socket.on('close', () => this.#connections.delete(connection));
    // A broken connection, or a message above the limit: `close` follows.
    socket.on('error', () => {});
    void connection.open(after);
  }

  /** Says goodbye; those that do not answer are cut off by `terminate`. */
  close(): void {
    this.#unsubscribe();
    clearInterval(this.#ticking);
    for (const connection of this.#connections) connection.close();
  }

  terminate(): void {
    for (const connection of this.#connections) connection.terminate();
  }

  #tick(): void {
    const tick: StreamMessage = { type: 'tick', seq: this.#inspection.store.currentSeq() };
    const text = JSON.stringify(tick);
    for (const connection of this.#connections) connection.tick(text);
  }
}
