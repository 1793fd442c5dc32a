import { randomBytes } from 'node:crypto';

/** A browser that has to be started first takes its time. */
const lifeMs = 60_000;
/** Nobody opens more browsers than this at once. */
const most = 16;

/**
 * One-time addresses that lead a browser to the token. What a browser is started with stands in its process
 * arguments, for every user of the machine to read: the token must not be there.
 */
export class Openings {
  readonly #expiries = new Map<string, number>();

  /** A path of the inspector that is good once, for a minute. */
  issue(now: number): string {
    const nonce = randomBytes(24).toString('base64url');
    this.#expiries.set(nonce, now + lifeMs);
    const [oldest] = this.#expiries.keys();
    if (oldest !== undefined && this.#expiries.size > most) this.#expiries.delete(oldest);
    return `/open/${nonce}`;
  }

  /** Whether the nonce was good until now. */
  redeem(nonce: string, now: number): boolean {
    const expiry = this.#expiries.get(nonce);
    this.#expiries.delete(nonce);
    return expiry !== undefined && now < expiry;
  }
}
