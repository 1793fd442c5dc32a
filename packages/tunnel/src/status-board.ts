import { type Clock, toInstant } from '@hooktap/core';
import type { TunnelKind, TunnelState, TunnelStatus } from '@hooktap/protocol';
import type { Reason } from './reason.ts';

type Listener = (status: TunnelStatus) => void;

/** The tunnel's status and those who follow it. */
export class StatusBoard {
  readonly #clock: Clock;
  readonly #listeners = new Set<Listener>();
  #status: TunnelStatus;

  constructor(kind: TunnelKind, state: TunnelState, reason: Reason, clock: Clock) {
    this.#clock = clock;
    this.#status = { kind, state, ...reason, since: toInstant(clock.now()), url: null };
  }

  get status(): TunnelStatus {
    return this.#status;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** `retryInMs`: when the next try is due. */
  show(state: TunnelState, reason: Reason, retryInMs?: number): void {
    const { nextTryAt: _, parts: __, ...lasting } = this.#status;
    const now = this.#clock.now();
    const next = retryInMs === undefined ? {} : { nextTryAt: toInstant(now + retryInMs) };
    this.#publish({ ...lasting, ...next, state, ...reason });
  }

  showOpen(url: string, reason: Reason): void {
    const { nextTryAt: _, parts: __, ...lasting } = this.#status;
    const changed = lasting.url !== null && lasting.url !== url ? { previousUrl: lasting.url } : {};
    this.#publish({ ...lasting, ...changed, url, state: 'open', ...reason });
  }

  #publish(next: TunnelStatus): void {
    const before = this.#status;
    if (before.state === 'closed') return;
    const same = before.state === next.state && before.reason === next.reason && before.url === next.url;
    if (same && before.nextTryAt === next.nextTryAt) return;
    const since = before.state === next.state ? before.since : toInstant(this.#clock.now());
    this.#status = { ...next, since };
    for (const listener of [...this.#listeners]) listener(this.#status);
  }
}
