import type { EventId } from '@hooktap/protocol';
import type { Address } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import type { KeyActions } from '../keys/use-keys.ts';

const tabNames = ['overview', 'body', 'headers', 'deliveries'] as const;

interface Bindings {
  readonly address: Address;
  readonly id: EventId | null;
  readonly ids: readonly EventId[];
  readonly select: (id: EventId, how: 'push' | 'replace') => void;
  readonly intoDetail: () => void;
  readonly onReplay: () => void;
  readonly onEdit: () => void;
  readonly onPin: () => void;
  readonly onDelete: () => void;
  readonly onUndo: () => void;
  readonly onKeys: () => void;
}

function stepOut({ eventId, editing }: Address): void {
  if (editing) goTo({ editing: false });
  else if (document.activeElement?.closest('.second-pane')) document.getElementById('event-list')?.focus();
  else if (eventId) goTo({ eventId: null });
}

/** What each key does where the screen stands now. */
export function inspectorKeys({ address, id, ids, select, ...on }: Bindings): KeyActions {
  const always = { Escape: () => stepOut(address), '?': on.onKeys, z: on.onUndo };
  if (address.editing) return always;
  const move = (by: number) => {
    const index = id === null ? -1 : ids.indexOf(id);
    const next = ids[index < 0 ? 0 : Math.min(Math.max(index + by, 0), ids.length - 1)];
    if (!next) return;
    select(next, id ? 'replace' : 'push');
    document.getElementById('event-list')?.focus({ preventScroll: true });
  };
  const onList = {
    ...always,
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.getElementById('filter')?.focus(),
  };
  if (id === null) return onList;
  const tabs = Object.fromEntries(
    tabNames.map((tab, index) => [String(index + 1), () => goTo({ tab }, 'replace')]),
  );
  return { ...onList, ...tabs, r: on.onReplay, e: on.onEdit, p: on.onPin, Backspace: on.onDelete };
}
