import { createHmac, randomBytes } from 'node:crypto';
import type { PreviewPlace, ReplacedKind } from '@hooktap/protocol';

/** What became of one value: `after` and `kind` null where it stays as it is. */
export interface Judgement {
  readonly place: PreviewPlace;
  /** Of the header, the field, or the JSON path. */
  readonly name: string;
  readonly before: string;
  readonly after: string | null;
  readonly kind: ReplacedKind | null;
}

/**
 * Gives every value the same stand-in throughout one export, and counts. The key is random and forgotten with the
 * export: nobody can try out which phone number a stand-in was.
 */
export class StandIns {
  /** Hears of every value, replaced or not. */
  readonly #witness: ((judgement: Judgement) => void) | null;
  #place: PreviewPlace = 'body';
  readonly #key = randomBytes(32);
  readonly #counts = new Map<ReplacedKind, number>();

  constructor(witness: ((judgement: Judgement) => void) | null = null) {
    this.#witness = witness;
  }

  /** Where the values stand that are judged from now on. */
  at(place: PreviewPlace): void {
    this.#place = place;
  }

  /** Whether anybody wants to know where a value stood. */
  get isWatched(): boolean {
    return this.#witness !== null;
  }

  /** A value that stays; answers it. */
  stays(value: string, name = ''): string {
    this.#witness?.({ place: this.#place, name, before: value, after: null, kind: null });
    return value;
  }

  /** How many values of each kind were replaced. */
  counts(): Partial<Record<ReplacedKind, number>> {
    return Object.fromEntries(this.#counts);
  }

  /** The stand-in keeps what a reader needs: that it is a phone number, how long a text was. */
  of(kind: ReplacedKind, value: string, name = ''): string {
    const after = this.#standIn(kind, value);
    this.#witness?.({ place: this.#place, name, before: value, after, kind });
    return after;
  }

  #standIn(kind: ReplacedKind, value: string): string {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    // The same number is the same however it is written.
    const same = kind === 'phone' ? value.split('@', 1)[0]?.replaceAll(/\D/g, '') : value;
    const digest = createHmac('sha256', this.#key).update(`${kind}\0${same}`).digest();
    const mark = digest.toString('hex', 0, 6);
    switch (kind) {
      case 'phone':
        return phone(value, digest);
      case 'email':
        return `${mark}@example.com`;
      case 'name':
        return `Name ${mark}`;
      case 'text':
        return `Text ${mark} (${value.length} characters)`;
      case 'url':
        return `https://example.com/${mark}`;
      case 'number':
        return digits(digest, value.replace(/^-/, '').length);
      case 'body':
        return `Body ${mark} (${value.length} bytes)`;
      default:
        return `${kind}-${digest.toString('hex', 0, 10)}`;
    }
  }
}

/** As many digits, in a country code that is given to nobody; what follows an `@` (a WhatsApp address) stays. */
function phone(value: string, digest: Buffer): string {
  const at = value.indexOf('@');
  const number = at === -1 ? value : value.slice(0, at);
  const count = Math.max(7, number.replaceAll(/\D/g, '').length);
  const plus = number.trimStart().startsWith('+') ? '+' : '';
  return `${plus}999${digits(digest, count - 3)}${at === -1 ? '' : value.slice(at)}`;
}

/** Not beginning with a zero, which JSON numbers may not. */
function digits(digest: Buffer, count: number): string {
  let text = '';
  for (let index = 0; text.length < count; index++) text += String((digest[index % digest.length] ?? 0) % 10);
  return text.replace(/^0/, '1').slice(0, Math.max(1, count));
}
