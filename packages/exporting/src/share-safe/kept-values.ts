import type { ExportSummary } from '@hooktap/protocol';
import type { Judgement } from './stand-ins.ts';

/** So many different values are told apart, and so many of those are told. */
const mostApart = 5000;
const mostTold = 100;
const longest = 200;

type Kept = NonNullable<ExportSummary['kept']>;

/** The values that an export leaves as they are, for a person to look through. */
export class KeptValues {
  readonly #times = new Map<string, Kept['values'][number]>();
  #numbers = 0;
  #bodies = 0;
  #others = 0;

  hear({ place, name, before, kind }: Judgement): void {
    if (kind === 'body') this.#bodies += 1;
    // Hooktap's own ids are in every attempt, and say nothing of anybody.
    if (kind !== null || /^hooktap-/i.test(name)) return;
    if (!/\p{L}/u.test(before) || /^(true|false|null)$/.test(before)) {
      this.#numbers += 1;
      return;
    }
    const field = name.replaceAll(/\[\d+\]/g, '[]').slice(0, longest);
    const value = before.slice(0, longest);
    const key = `${place}\0${field}\0${value}`;
    const known = this.#times.get(key);
    if (known) this.#times.set(key, { ...known, times: known.times + 1 });
    else if (this.#times.size < mostApart) this.#times.set(key, { place, name: field, value, times: 1 });
    else this.#others += 1;
  }

  found(): Kept {
    const all = [...this.#times.values()].sort((one, other) => one.times - other.times);
    const values = all.slice(0, mostTold);
    return {
      values,
      others: this.#others + (all.length - values.length),
      numbers: this.#numbers,
      wholeBodies: this.#bodies,
    };
  }
}
