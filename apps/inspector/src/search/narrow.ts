import { parseAddress } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import { narrowed } from './filter-term.ts';

/** Narrows the list by one condition, or by its opposite; going back undoes it. */
export function narrowBy(term: string, excludes: boolean): void {
  const { q } = parseAddress(window.location.pathname, window.location.search);
  goTo({ q: narrowed(q, term, excludes) });
}
