import type { TunnelStatus, TunnelStay, TunnelUrl } from '@hooktap/protocol';
import { type Clock, toInstant } from './clock.ts';

const mostStays = 100;
const mostUrls = 20;

/** What a tunnel said of itself in this run: states with their reasons, and its URLs. Newest first, bounded. */
export class TunnelHistory {
  readonly #clock: Clock;
  #stays: TunnelStay[] = [];
  #urls: TunnelUrl[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get stays(): TunnelStay[] {
    return [...this.#stays];
  }

  get urls(): TunnelUrl[] {
    return [...this.#urls];
  }

  note({ state, reason, parts, url }: TunnelStatus): void {
    const at = toInstant(this.#clock.now());
    const same = this.#again({ state, reason, url });
    const stay: TunnelStay = { state, reason, ...(parts && { parts }), url, at, lastAt: at, times: 1 };
    // A tunnel that fails in the same ways again and again must not push out how it came to that.
    if (same)
      this.#stays = this.#stays.map((one) =>
        one === same ? { ...one, lastAt: at, times: one.times + 1 } : one,
      );
    else this.#stays = [stay, ...this.#stays].slice(0, mostStays);
    if (state === 'open' && url !== null) this.#noteUrl(url, at);
  }

  /** The same words among the last two: a look and a new try take turns. */
  #again({ state, reason, url }: Pick<TunnelStatus, 'state' | 'reason' | 'url'>): TunnelStay | undefined {
    if (state === 'open')
      return this.#stays.slice(0, 1).find((one) => one.reason === reason && one.state === state);
    return this.#stays
      .slice(0, 2)
      .find((one) => one.state === state && one.reason === reason && one.url === url);
  }

  #noteUrl(url: string, at: string): void {
    const [last, ...before] = this.#urls;
    if (last?.url === url) return;
    const ended = last ? [{ ...last, until: at }] : [];
    this.#urls = [{ url, from: at, until: null }, ...ended, ...before].slice(0, mostUrls);
  }
}
