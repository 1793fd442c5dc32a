import type { RawHeaders } from '@hooktap/protocol';
import { headerAlwaysChanges } from './always-changes.ts';
import { type Difference, markOf } from './difference.ts';

interface Named {
  readonly label: string;
  readonly value: string;
}

/** Each header under its name and its place among those of the same name. */
function byName(headers: RawHeaders): ReadonlyMap<string, Named> {
  const seen = new Map<string, number>();
  return new Map(
    headers.map(([name, value]) => {
      const key = name.toLowerCase();
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      return [`${key} ${nth}`, { label: name, value }];
    }),
  );
}

/** Headers beside each other, those that repeat in their order. */
export function headerDifferences(left: RawHeaders, right: RawHeaders): readonly Difference[] {
  const [from, to] = [byName(left), byName(right)];
  return [...new Set([...from.keys(), ...to.keys()])].map((key) => {
    const [a, b] = [from.get(key), to.get(key)];
    const label = a?.label ?? b?.label ?? key;
    const mark = markOf(a?.value ?? null, b?.value ?? null);
    return {
      label,
      left: a?.value ?? null,
      right: b?.value ?? null,
      mark,
      alwaysChanges: mark === 'changed' && headerAlwaysChanges(label),
    };
  });
}
