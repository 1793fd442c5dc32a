import type { Timing } from '@hooktap/protocol';

const phases = ['queue', 'connect', 'send', 'wait', 'receive'] as const;
export type Phase = (typeof phases)[number];

/** Times the phases of one attempt. Each begins where the one before it ended. */
export class Stopwatch {
  readonly #began = performance.now();
  #phaseBegan = this.#began;
  #phase = 0;
  readonly #spent = [0, 0, 0, 0, 0];

  /** The phase that runs now. */
  get phase(): Phase {
    return phases[this.#phase] ?? 'receive';
  }

  elapsed(): number {
    return performance.now() - this.#began;
  }

  /** Goes on to a phase; one that was passed over stays 0, one that is behind is not gone back to. */
  enter(phase: Phase): void {
    const next = phases.indexOf(phase);
    if (next <= this.#phase) return;
    this.#close();
    this.#phase = next;
  }

  stop(): Timing {
    this.#close();
    const [queueMs = 0, connectMs = 0, sendMs = 0, waitMs = 0, receiveMs = 0] = this.#spent;
    return { queueMs, connectMs, sendMs, waitMs, receiveMs, totalMs: this.#phaseBegan - this.#began };
  }

  /** A second connection: what was spent before counts as waiting for a socket. */
  restart(): void {
    this.#close();
    this.#spent.fill(0);
    this.#spent[0] = this.#phaseBegan - this.#began;
    this.#phase = 0;
  }

  #close(): void {
    const now = performance.now();
    this.#spent[this.#phase] = (this.#spent[this.#phase] ?? 0) + now - this.#phaseBegan;
    this.#phaseBegan = now;
  }
}
