import type { RawHeaders } from '@hooktap/protocol';
import type { ResponseTap } from './forwarder-port.ts';
import type { Sender } from './sender-port.ts';

interface Gate {
  /** Whether the sender is still to have the handler's answer. Rejects where it must have none. */
  enter(): Promise<boolean>;
  /** The answer could not be passed on after all. */
  leave(): void;
}

/** Passes a handler's response on to its sender as it comes in. */
export class PassingOn implements ResponseTap {
  readonly #sender: Sender;
  readonly #gate: Gate;
  #begun = false;

  constructor(sender: Sender, gate: Gate) {
    this.#sender = sender;
    this.#gate = gate;
  }

  /** Some of it has gone out. */
  get begun(): boolean {
    return this.#begun;
  }

  async head(statusCode: number, statusMessage: string, rawHeaders: RawHeaders): Promise<void> {
    const { tap } = this.#sender;
    if (!(await this.#gate.enter())) return;
    if (this.#sender.hasLeft) return this.#gate.leave();
    try {
      this.#begun = true;
      await tap.head(statusCode, statusMessage, rawHeaders);
    } catch (error) {
      this.#begun = false;
      this.#gate.leave();
      throw error;
    }
  }

  data(chunk: Buffer): Promise<void> | undefined {
    return this.#isOpen() ? this.#sender.tap.data(chunk) : undefined;
  }

  end(rawTrailers: RawHeaders): void {
    if (this.#isOpen()) this.#sender.tap.end(rawTrailers);
  }

  #isOpen(): boolean {
    return this.#begun && !this.#sender.hasLeft;
  }
}
