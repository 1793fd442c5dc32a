import { useMemo, useSyncExternalStore } from 'react';
import {
  type Address,
  changedAddress,
  formatAddress,
  type Panel,
  panelAddress,
  parseAddress,
} from './address.ts';

const moved = new EventTarget();

function subscribe(onChange: () => void): () => void {
  window.addEventListener('popstate', onChange);
  moved.addEventListener('moved', onChange);
  return () => {
    window.removeEventListener('popstate', onChange);
    moved.removeEventListener('moved', onChange);
  };
}

const current = () => `${window.location.pathname}${window.location.search}`;

const left = new Map<Panel, Address>();

/** Where a panel was when it was left. */
export const lastOf = (panel: Panel): Address => left.get(panel) ?? panelAddress(panel);

/** `replace` where going back should skip it: typing, walking with J and K. */
export function goTo(change: Partial<Address>, how: 'push' | 'replace' = 'push'): void {
  const now = parseAddress(window.location.pathname, window.location.search);
  const wanted = changedAddress(now, change, lastOf);
  if (wanted.panel !== now.panel) left.set(now.panel, now);
  const next = formatAddress(wanted);
  if (next === current()) return;
  if (how === 'push') window.history.pushState(null, '', next);
  else window.history.replaceState(null, '', next);
  moved.dispatchEvent(new Event('moved'));
}

export function useAddress(): Address {
  const address = useSyncExternalStore(subscribe, current);
  return useMemo(() => {
    const url = new URL(address, window.location.origin);
    return parseAddress(url.pathname, url.search);
  }, [address]);
}
