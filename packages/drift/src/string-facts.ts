import { ownText } from './own-text.ts';
import { type StringFormat, stringFormat } from './string-format.ts';

/** More different values are no small set. */
const mostValues = 12;
/** A value must have come so often on average, and all of them together so often, to be one of a set. */
const timesEach = 5;
const fewestStrings = 20;

/** What all strings of a field have in common. */
export class StringFacts {
  #count = 0;
  #format: StringFormat | 'mixed' | undefined;
  /** Null once there are too many, or one that is no word. */
  #values: Set<string> | null = new Set();

  see(text: string): void {
    const format = stringFormat(text) ?? 'mixed';
    this.#format = this.#count === 0 || this.#format === format ? format : 'mixed';
    this.#count += 1;
    if (!isWord(text)) this.#values = null;
    if (this.#values && !this.#values.has(text)) this.#values.add(ownText(text));
    if (this.#values && this.#values.size > mostValues) this.#values = null;
  }

  merge(other: StringFacts): void {
    if (other.#count === 0) return;
    this.#format = this.#count === 0 || this.#format === other.#format ? other.#format : 'mixed';
    this.#count += other.#count;
    const values = this.#values && other.#values ? new Set([...this.#values, ...other.#values]) : null;
    this.#values = values && values.size <= mostValues ? values : null;
  }

  /** Null where they differ or have none. */
  get format(): StringFormat | null {
    return this.#format === 'mixed' ? null : (this.#format ?? null);
  }

  /** The few words that come again and again, sorted; empty where it is not so. */
  get values(): readonly string[] {
    if (!this.#values || this.format || this.#count < fewestStrings) return [];
    return this.#count >= timesEach * this.#values.size ? [...this.#values].sort() : [];
  }
}

/** As programs name states and types: `message.inbound`, `READ`, `in_progress`; never a text or somebody's name. */
const isWord = (text: string): boolean =>
  text.length <= 40 && /^(?:[a-z][a-z0-9]*(?:[._:/-][a-z0-9]+)*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)$/.test(text);
