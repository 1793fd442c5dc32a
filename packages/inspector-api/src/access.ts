import { createHash, timingSafeEqual } from 'node:crypto';
import { Openings } from './openings.ts';

export interface AccessOptions {
  readonly token: string;
  /** Makes and keeps a fresh token; null where it is set from outside. */
  readonly renewToken: () => string | null;
  /** Ends what was opened with the token before. */
  readonly cutOff: () => void;
}

/** What lets clients in: one token, which may change while it serves. */
export class Access {
  #token: string;
  readonly #options: AccessOptions;
  readonly #openings = new Openings();

  constructor(options: AccessOptions) {
    this.#token = options.token;
    this.#options = options;
  }

  /** Digests are of equal length, so the comparison takes the same time for every guess. */
  isToken(presented: string): boolean {
    return timingSafeEqual(digest(presented), digest(this.#token));
  }

  /** From now on only a fresh token counts; false where it cannot be changed from here. */
  rotate(): boolean {
    const fresh = this.#options.renewToken();
    if (fresh === null) return false;
    this.#token = fresh;
    this.#options.cutOff();
    return true;
  }

  /** A path that leads one browser to the token, once. */
  issueOpening(): string {
    return this.#openings.issue(performance.now());
  }

  /** Where an opening leads; without the token where it is not good any more. */
  redeem(nonce: string): string {
    return this.#openings.redeem(nonce, performance.now()) ? `/#token=${this.#token}` : '/';
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
