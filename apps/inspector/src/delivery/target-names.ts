import type { Delivery } from '@hooktap/protocol';
import { hostOf } from '../format/addresses.ts';
import { visibleLine } from '../format/visible-text.ts';

/** How the targets of these are told from each other: by their hosts; whole where two have the same. In order. */
export function targetNames(deliveries: readonly Pick<Delivery, 'target'>[]): ReadonlyMap<string, string> {
  const targets = [...new Set(deliveries.map(({ target }) => target))];
  const areToldByHost = new Set(targets.map(hostOf)).size === targets.length;
  return new Map(
    targets.map((target) => [target, visibleLine(areToldByHost ? hostOf(target) : target)] as const),
  );
}
