import type { EventId } from '@hooktap/protocol';
import { type Address, panels } from '../address/address.ts';
import { goTo } from '../address/use-address.ts';
import { type TabName, tabNames } from '../detail/tabs-for-event.ts';
import type { KeyActions } from '../keys/use-keys.ts';
import type { MarkActions } from '../list/use-marks.ts';
import type { Commands } from '../state/Commands.tsx';
import { goToPanel, panelKeys } from './PanelNav.tsx';

interface Bindings {
  readonly address: Address;
  readonly id: EventId | null;
  readonly ids: readonly EventId[];
  readonly marking: MarkActions;
  readonly commands: Commands;
  /** The last two attempts of the open event, for the address. */
  readonly comparable: string | null;
  readonly select: (id: EventId, how: 'push' | 'replace') => void;
  readonly onUndo: () => void;
  readonly onKeys: () => void;
  readonly onPalette: () => void;
}

function stepOut({ address: { eventId, editing, compare }, marking }: Bindings): void {
  if (compare !== null) goTo({ compare: null });
  else if (editing) goTo({ editing: false });
  else if (marking.marks.ids.size > 0) marking.clear();
  else if (document.activeElement?.closest('.second-pane')) document.getElementById('event-list')?.focus();
  else if (eventId) goTo({ eventId: null });
}

function listKeys({ id, ids, marking, select }: Bindings): KeyActions {
  const move = (by: number, extends_: boolean) => {
    const index = id === null ? -1 : ids.indexOf(id);
    const next = ids[index < 0 ? 0 : Math.min(Math.max(index + by, 0), ids.length - 1)];
    if (!next) return;
    if (extends_) marking.extend(next);
    select(next, id ? 'replace' : 'push');
    document.getElementById('event-list')?.focus({ preventScroll: true });
  };
  return {
    j: () => move(1, false),
    k: () => move(-1, false),
    J: () => move(1, true),
    K: () => move(-1, true),
    '/': () => document.getElementById('filter')?.focus(),
  };
}

const toPanels: KeyActions = Object.fromEntries(
  panels.map((panel) => [`g ${panelKeys[panel].toLowerCase()}`, () => goToPanel(panel)]),
);

/** What each key does where the screen stands now. */
export function inspectorKeys(bindings: Bindings): KeyActions {
  const { address, id, marking, commands } = bindings;
  const always: KeyActions = {
    Escape: () => stepOut(bindings),
    '?': bindings.onKeys,
    z: bindings.onUndo,
    'mod+k': bindings.onPalette,
    t: () => goToPanel('trigger'),
    ...toPanels,
  };
  // Every other panel has keys of its own.
  if (address.panel !== 'events') return { ...always, Escape: undefined };
  if (address.editing || address.compare !== null) return always;
  const marked = [...marking.marks.ids];
  const chosen = marked.length > 0 ? marked : id === null ? [] : [id];
  const onMany =
    chosen.length === 0
      ? {}
      : {
          r: () => commands.replay(chosen),
          p: () => commands.pin(chosen),
          Backspace: () => commands.remove(chosen),
          Delete: () => commands.remove(chosen),
        };
  const [first, second, ...more] = marked;
  const compared =
    first && second && more.length === 0
      ? { c: () => goTo({ eventId: first, compare: second }) }
      : marked.length === 0 && id !== null && bindings.comparable !== null
        ? { c: () => goTo({ compare: bindings.comparable }) }
        : {};
  const onOne =
    id === null
      ? {}
      : {
          e: () => commands.edit(id),
          y: () => commands.copyAs(id, 'curl'),
          x: () => marking.toggle(id),
          ...Object.fromEntries(
            tabNames.map((tab: TabName, index) => [String(index + 1), () => goTo({ tab }, 'replace')]),
          ),
        };
  return { ...always, ...listKeys(bindings), ...onMany, ...onOne, ...compared };
}
