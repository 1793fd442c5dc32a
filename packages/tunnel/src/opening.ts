import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** One get of the registration getter, which its opening claims. */
interface RegistrationGet {
  opening: Pick<Opening, 'signal' | 'failed'> | null;
}

const current = new AsyncLocalStorage<Opening>();

channel('hooktap:localtunnel-registration').subscribe((message) => {
  const opening = current.getStore();
  if (opening) (message as RegistrationGet).opening = opening;
});

channel('net.client.socket').subscribe((message) => {
  current.getStore()?.own((message as { socket: Socket }).socket);
});

interface OpeningListener {
  registrationFailed(error: Error): void;
  socketFailed(error: Error, wasConnected: boolean): void;
}

/**
 * All that one localtunnel client does from its start. The client itself can neither be stopped while it
 * registers, nor tells of most socket failures, nor lets go of sockets that are still connecting.
 */
export class Opening {
  readonly #ending = new AbortController();
  readonly #sockets = new Set<Socket>();
  readonly #listener: OpeningListener;

  constructor(listener: OpeningListener) {
    this.#listener = listener;
  }

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  run<T>(start: () => T): T {
    return current.run(this, start);
  }

  failed(error: Error): void {
    if (!this.signal.aborted) this.#listener.registrationFailed(error);
  }

  own(socket: Socket): void {
    // Not at once: whoever made it has yet to start connecting it and to listen to it.
    if (this.signal.aborted) process.nextTick(() => socket.destroy());
    this.#sockets.add(socket);
    let connected = false;
    socket.once('connect', () => {
      connected = true;
    });
    socket.on('error', (error) => {
      if (!this.signal.aborted) this.#listener.socketFailed(error, connected);
    });
    socket.once('close', () => this.#sockets.delete(socket));
  }

  end(): void {
    this.#ending.abort();
    for (const socket of this.#sockets) socket.destroy();
  }
}
