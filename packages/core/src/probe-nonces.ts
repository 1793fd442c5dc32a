import { randomBytes, timingSafeEqual } from 'node:crypto';

/** Nonces that a probe of the public URL may ask for, each only while its probe is under way. */
export class ProbeNonces {
  readonly #outstanding = new Set<string>();

  issue(): { nonce: string; withdraw(): void } {
    const nonce = randomBytes(16).toString('hex');
    this.#outstanding.add(nonce);
    return { nonce, withdraw: () => this.#outstanding.delete(nonce) };
  }

  answer(asked: string): string | null {
    const bytes = Buffer.from(asked);
    for (const nonce of this.#outstanding) {
      const known = Buffer.from(nonce);
      if (known.length === bytes.length && timingSafeEqual(known, bytes)) return nonce;
    }
    return null;
  }
}
