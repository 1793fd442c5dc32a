import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { Target } from '@hooktap/core';
import { codeOf } from './failure.ts';
import type { Stopwatch } from './stopwatch.ts';

/** A close that was under way when we wrote shows within this time; later it is the handler's own doing. */
const raceWindowMs = 250;

/** What is known of the connection that a request goes out on; it times the phases until the response. */
export class Connection {
  readonly #client: ClientRequest;
  readonly #stopwatch: Stopwatch;
  readonly #began = performance.now();
  #socket: Socket | undefined;
  #bytesBefore = 0;
  /** A TCP connection is there, though perhaps no TLS on it yet. */
  connected = false;

  constructor(client: ClientRequest, protocol: Target['protocol'], stopwatch: Stopwatch) {
    this.#client = client;
    this.#stopwatch = stopwatch;
    client.on('socket', (socket) => this.#onSocket(socket, protocol));
    // Small bodies are buffered whole before there is a connection: they are not sent by that.
    client.on('finish', () => {
      if (stopwatch.phase === 'send') stopwatch.enter('wait');
    });
  }

  /** Whether a reused connection had been closed by the handler before our request could reach it. */
  wasClosedBefore(error: Error): boolean {
    return (
      this.#client.reusedSocket &&
      (codeOf(error) === 'ECONNRESET' || codeOf(error) === 'EPIPE') &&
      this.#socket?.bytesRead === this.#bytesBefore &&
      performance.now() - this.#began < raceWindowMs
    );
  }

  #onSocket(socket: Socket, protocol: Target['protocol']): void {
    this.#socket = socket;
    this.#bytesBefore = socket.bytesRead;
    this.#stopwatch.enter('connect');
    if (this.#client.reusedSocket) {
      this.connected = true;
      this.#ready();
      return;
    }
    socket.once('connect', () => {
      this.connected = true;
      if (protocol === 'http:') this.#ready();
    });
    socket.once('secureConnect', () => this.#ready());
  }

  #ready(): void {
    this.#stopwatch.enter('send');
    if (this.#client.writableFinished) this.#stopwatch.enter('wait');
  }
}
