import { pause } from './alarm.ts';
import {
  type Opened,
  openClient,
  type RegistrationFailure,
  type TunnelClient,
} from './localtunnel-client.ts';
import type { Pace } from './pace.ts';
import { because, part, type Reason } from './reason.ts';
import type { StatusBoard } from './status-board.ts';
import { inventName } from './tunnel-name.ts';

interface RegistrarOptions {
  port: number;
  /** The server's URL without a slash at its end. */
  host: string;
  /** The name to ask for. */
  name: string | undefined;
  rememberName(name: string): void;
  pace: Pace;
  signal: AbortSignal;
  onTrouble(): void;
  onRequest(): void;
}

/** Gets tunnels from the server, under one name as long as that is to be had. */
export class Registrar {
  readonly #options: RegistrarOptions;
  #name: string;
  /** Whether anybody relies on the name: it was asked for, or has been open. */
  #counts: boolean;

  constructor(options: RegistrarOptions) {
    this.#options = options;
    this.#name = options.name ?? inventName();
    this.#counts = options.name !== undefined;
  }

  get name(): string {
    return this.#name;
  }

  /** Asks for the name, patiently where it counts; for an invented one where the name is refused. */
  async register(board: StatusBoard): Promise<Opened> {
    const { host, pace, signal } = this.#options;
    const waits = this.#counts ? [...pace.nameWaitsMs] : [];
    for (;;) {
      const opened = await this.#ask(this.#name);
      if (!opened.ok) {
        const mayChange = this.#counts && board.status.url === null;
        const isRefused = opened.failure.kind === 'refused';
        return isRefused && mayChange ? this.#registerOther(opened.failure, board) : opened;
      }
      const wait = waits.shift();
      if (opened.client.name === this.#name || wait === undefined) return opened;
      opened.client.close();
      const state = board.status.state === 'connecting' ? 'connecting' : 'reconnecting';
      const given = `${new URL(host).host} gave “${opened.client.name}”: the name “${this.#name}” is still taken.`;
      board.show(
        state,
        {
          reason: `${given} Asking for it again.`,
          parts: [
            part('name-taken', { host: new URL(host).host, given: opened.client.name, name: this.#name }),
          ],
        },
        wait,
      );
      await pause(wait, signal);
    }
  }

  /** The client's tunnel is the one that goes on; answers a warning where it is not the one asked for. */
  adopt(client: TunnelClient): Reason | null {
    const { name, rememberName } = this.#options;
    const asked = this.#name;
    const isOther = client.name !== asked && this.#counts;
    // A name that stands in for another is not kept: the next start asks for the right one again.
    if (name === undefined ? !isOther : name === client.name) rememberName(client.name);
    this.#name = client.name;
    this.#counts = true;
    return isOther
      ? {
          reason: `It is not the URL asked for: “${asked}” was not to be had.`,
          parts: [part('other-name', { name: asked })],
        }
      : null;
  }

  async #registerOther(failure: RegistrationFailure, board: StatusBoard): Promise<Opened> {
    const wait = this.#options.pace.firstRetryMs;
    const refusal = `The name “${this.#name}” was refused: ${failure.reason}.`;
    const asking = `${refusal} Asking for an invented one instead.`;
    board.show(
      'failed',
      because(asking, failure, part('name-refused', { name: this.#name }), part('invented')),
      wait,
    );
    await pause(wait, this.#options.signal);
    return this.#ask(inventName());
  }

  #ask(name: string): Promise<Opened> {
    const { pace, ...options } = this.#options;
    return openClient({ ...options, name, deadlineMs: pace.registrationDeadlineMs });
  }
}
