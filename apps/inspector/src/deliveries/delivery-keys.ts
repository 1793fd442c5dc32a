import type { DeliveryId, DeliveryListItem } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import type { KeyActions } from '../keys/use-keys.ts';
import { isOpen } from './delivery-state.ts';
import type { DeliveryActions } from './use-delivery-actions.ts';

interface Bindings {
  readonly items: readonly DeliveryListItem[];
  readonly selected: DeliveryListItem | undefined;
  readonly open: string | null;
  readonly select: (id: DeliveryId) => void;
  readonly actions: DeliveryActions;
}

const list = () => document.getElementById('delivery-list');

function stepOut(open: string | null): void {
  if (document.activeElement?.closest('.second-pane')) list()?.focus();
  else if (open !== null) goTo({ open: null });
}

/** What each key does in the delivery log. */
export function deliveryKeys({ items, selected, open, select, actions }: Bindings): KeyActions {
  const move = (by: number) => {
    const at = items.findIndex(({ id }) => id === open);
    const next = items[at < 0 ? 0 : Math.min(Math.max(at + by, 0), items.length - 1)];
    if (!next) return;
    select(next.id);
    list()?.focus({ preventScroll: true });
  };
  const always: KeyActions = {
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.getElementById('filter')?.focus(),
    Escape: () => stepOut(open),
  };
  if (!selected) return always;
  const { id, eventId, status } = selected;
  return {
    ...always,
    o: () => goTo({ eventId }),
    r: () => (status === 'held' ? actions.release(id) : status !== 'pending' && actions.retry(id)),
    s: () => isOpen(selected) && actions.cancel(id),
    e: () =>
      status === 'held' ? goTo({ eventId, editing: true, release: id }) : goTo({ eventId, editing: true }),
  };
}
