import type { EventId, EventListItem } from '@hooktap/protocol';
import { Command } from 'cmdk';
import { visibleLine } from '../format/visible-text.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useCommands } from '../state/Commands.tsx';
import { type PaletteCommand, paletteCommands } from './commands.ts';
import './palette.css';

interface PaletteProps {
  readonly id: EventId | null;
  readonly item: EventListItem | undefined;
  readonly onClose: () => void;
  readonly onKeys: () => void;
  readonly onUndo: () => void;
}

const groups = ['This event', 'The list', 'The screen'] as const;

/** Every command by its name: type a part of it, press Enter. */
export default function Palette({ id, item, onClose, onKeys, onUndo }: PaletteProps) {
  const commands = useCommands();
  const all = paletteCommands({ id, item, commands, onKeys, onUndo });
  const run = (command: PaletteCommand) => {
    onClose();
    command.run();
  };
  return (
    <Dialog title="Any command" isOpen onClose={onClose} className="palette" hasHead={false}>
      <Command label="Any command" loop>
        <Command.Input data-focus-first placeholder="What to do" className="palette-input" />
        <Command.List className="palette-list">
          <Command.Empty className="palette-empty">No command is called that.</Command.Empty>
          {groups.map((group) => {
            const own = all.filter((command) => command.group === group);
            if (own.length === 0) return null;
            return (
              <Command.Group key={group} heading={group}>
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
    </Dialog>
  );
}
