import type { CopyFormat, EventId, EventListItem } from '@hooktap/protocol';
import { createContext, type ReactNode, useContext } from 'react';
import type { CopyChoice } from '../copying/copied-request.ts';
import type { ExportChoice } from '../exporting/export-choice.ts';

/** Dialogs that lie over whatever is shown. */
export type CommandDialog = 'requests' | 'watch' | 'columns' | 'new-view' | 'views' | 'tag';

/** What can be done with events, by whichever key, button or menu. */
export interface Commands {
  /** False while Hooktap does not answer. */
  readonly canAct: boolean;
  /** One at once; of several, or of all that a search finds, it asks how. */
  replay(ids: readonly EventId[]): void;
  replayFound(q: string): void;
  /** Signed with the endpoint's secret and the time of now. */
  resign(id: EventId): void;
  edit(id: EventId): void;
  /** Pins them; where all are pinned already, unpins them. */
  pin(ids: readonly EventId[]): void;
  remove(ids: readonly EventId[]): void;
  /** The request as code or raw HTTP, into the clipboard. */
  copyAs(id: EventId, format: CopyFormat, choice?: CopyChoice): void;
  /** The body as captured, as the file that copied code reads it from. */
  saveBody(id: EventId): void;
  /** Asks as what, and shows what leaves. */
  exportEvents(choice: ExportChoice): void;
  /** Asks for a file. */
  importEvents(): void;
  /** Says at the foot of the screen what was done and shows nowhere else; gone by itself. */
  note(words: string): void;
  /** To tag: the events that are selected, else the open one. */
  show(dialog: CommandDialog): void;
  /** Says at the foot of the screen what could not be done. */
  say(problem: ReactNode): void;
}

export const CommandsContext = createContext<Commands | null>(null);

export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error('useCommands outside of CommandsContext');
  return commands;
}

/** The event to look at once some are gone: the one below, else the one above. */
export function neighbourOf(
  items: readonly EventListItem[],
  open: EventId,
  gone: ReadonlySet<EventId>,
): EventId | null {
  const index = items.findIndex(({ id }) => id === open);
  if (index < 0) return null;
  const isLeft = ({ id }: EventListItem) => !gone.has(id);
  return (items.slice(index).find(isLeft) ?? items.slice(0, index).findLast(isLeft))?.id ?? null;
}
