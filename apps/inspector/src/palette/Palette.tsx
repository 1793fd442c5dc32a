import type { EventId, EventListItem, SavedRequest } from '@hooktap/protocol';
import { Command } from 'cmdk';
import { useEffect } from 'react';
import { visibleLine } from '../format/visible-text.ts';
import { commands as words } from '../messages/commands/en.ts';
import { layout } from '../messages/layout/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { useSendSaved } from '../requests/use-request-actions.ts';
import { useSavedRequests } from '../requests/use-saved-requests.ts';
import { useCommands } from '../state/Commands.tsx';
import { useLive } from '../state/Live.tsx';
import { type PaletteCommand, paletteCommands } from './commands.ts';
import { firstMatch, matchWords } from './match-words.ts';

export interface PaletteProps {
  readonly id: EventId | null;
  readonly item: EventListItem | undefined;
  readonly onClose: () => void;
  readonly onKeys: () => void;
  readonly onUndo: () => void;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** Enter was pressed before this was loaded. */
  readonly isEntered: boolean;
}

const groups = ['event', 'list', 'requests', 'screen'] as const;

/** Every command by its name: type a part of it, press Enter. */
export default function Palette({
  id,
  item,
  onClose,
  onKeys,
  onUndo,
  typed,
  onTyped,
  isEntered,
}: PaletteProps) {
  const commands = useCommands();
  const t = useT();
  const { events } = useLive();
  const loaded = useSavedRequests();
  const saved = loaded ?? [];
  const send = useSendSaved(commands.say);
  const onSendSaved = (request: SavedRequest) => void send(request);
  const all = paletteCommands({ id, item, commands, onKeys, onUndo, q: events.q, t, saved, onSendSaved });
  const of = (group: PaletteCommand['group']) => all.filter((command) => command.group === group);
  const run = (command: PaletteCommand) => {
    onClose();
    command.run();
  };
  const isReady = loaded !== undefined;
  // Once, with what was typed until then
  useEffect(() => {
    const first =
      isEntered &&
      isReady &&
      firstMatch(
        groups.map((group) => of(group)),
        typed,
      );
    if (first) run(first);
  }, [isReady]);
  return (
    <Command label={t(layout.anyCommand)} filter={matchWords} loop>
      <Command.Input
        data-focus-first
        // It takes the place of the field that was typed in while this was loading.
        autoFocus
        placeholder={t(words.what)}
        className="palette-input"
        value={typed}
        onValueChange={onTyped}
      />
      <Command.List className="palette-list">
        <Command.Empty className="palette-empty">{t(words.none)}</Command.Empty>
        {groups.map((group) => {
          const own = of(group);
          if (own.length === 0) return null;
          return (
            <Command.Group key={group} heading={t(words.groups[group])}>
              {own.map((command) => (
                <Command.Item
                  key={command.label}
                  value={command.label}
                  className="menu-item"
                  onSelect={() => run(command)}
                >
                  <Icon name={command.icon} small />
                  <span className="cut">{visibleLine(command.label)}</span>
                  {command.shortcut && <kbd>{command.shortcut}</kbd>}
                </Command.Item>
              ))}
            </Command.Group>
          );
        })}
      </Command.List>
    </Command>
  );
}
