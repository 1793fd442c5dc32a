import type { EventId, EventListItem, SavedRequest } from '@hooktap/protocol';
import type { Address } from '../address/address.ts';
import type { MarkActions } from '../list/use-marks.ts';
import type { commands as words } from '../messages/commands/en.ts';
import type { Translate } from '../messages/translate.ts';
import type { IconName } from '../parts/Icon.tsx';
import type { Commands } from '../state/Commands.tsx';
import type { View } from '../views/built-in-views.ts';

/** In the order of the palette. */
export const commandGroups = ['marked', 'event', 'here', 'list', 'requests', 'screen'] as const;
export type CommandGroup = (typeof commandGroups)[number] & keyof typeof words.groups;

export interface PaletteCommand {
  readonly group: CommandGroup;
  readonly label: string;
  readonly icon: IconName;
  readonly shortcut?: string;
  readonly run: () => void;
}

/** Where the screen stands, and what can be done there. */
export interface Standing {
  readonly address: Address;
  readonly id: EventId | null;
  readonly item: EventListItem | undefined;
  readonly marking: MarkActions;
  /** The last two attempts of the open event, for the address. */
  readonly comparable: string | null;
  readonly commands: Commands;
  readonly onKeys: () => void;
  readonly onUndo: () => void;
  /** Deletes all that the list finds. */
  readonly onClear: () => void;
  readonly onReload: () => void;
  readonly onReadAll: () => void;
  /** Of the list of events, and how many it finds. */
  readonly q: string;
  readonly total: number;
  readonly views: readonly View[];
  readonly publicUrl: string | null;
  readonly saved: readonly SavedRequest[];
  readonly onSendSaved: (request: SavedRequest) => void;
  readonly t: Translate;
}

/** Once the palette has given the focus back. */
export const soon = (work: () => void) => setTimeout(work, 0);
