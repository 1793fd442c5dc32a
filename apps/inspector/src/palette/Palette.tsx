import type { SavedRequest } from '@hooktap/protocol';
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
import { useOpened } from '../state/Opened.tsx';
import { useStatus } from '../state/use-status.ts';
import { builtInViews } from '../views/built-in-views.ts';
import { useSavedViews } from '../views/use-views.ts';
import { paletteCommands } from './commands.ts';
import { firstMatch, matchWords } from './match-words.ts';
import { commandGroups, type PaletteCommand, type Standing } from './palette-command.ts';

export interface PaletteProps
  extends Pick<
    Standing,
    'address' | 'id' | 'item' | 'marking' | 'comparable' | 'onKeys' | 'onUndo' | 'onClear'
  > {
  readonly onClose: () => void;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** Enter was pressed before this was loaded. */
  readonly isEntered: boolean;
}

/** Every command by its name: type a part of it, press Enter. */
export default function Palette({ onClose, typed, onTyped, isEntered, ...standing }: PaletteProps) {
  const commands = useCommands();
  const t = useT();
  const { events, reload } = useLive();
  const { openAll } = useOpened();
  const { views } = useSavedViews();
  const publicUrl = useStatus()?.tunnel.url ?? null;
  const loaded = useSavedRequests();
  const saved = loaded ?? [];
  const send = useSendSaved(commands.say);
  const onSendSaved = (request: SavedRequest) => void send(request);
  const all = paletteCommands({
    ...standing,
    commands,
    onReload: reload,
    onReadAll: () => openAll(events.seq),
    q: events.q,
    total: events.total,
    views: [...builtInViews(t), ...views],
    publicUrl,
    saved,
    onSendSaved,
    t,
  });
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
        commandGroups.map((group) => of(group)),
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
        {commandGroups.map((group) => {
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
