import type { EventId } from '@hooktap/protocol';
import { ContextMenu } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { visibleLine } from '../format/visible-text.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { narrowBy } from '../search/narrow.ts';
import { useCommands } from '../state/Commands.tsx';

interface Under {
  readonly id: EventId;
  readonly term: string | null;
}

interface RowMenuProps {
  /** Of the row under the pointer, or of the open one where the key was pressed. */
  readonly idOf: (target: EventTarget) => EventId | null;
  readonly onMark: (id: EventId) => void;
  readonly children: ReactNode;
}

function Item(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}) {
  return (
    <ContextMenu.Item className="menu-item" disabled={props.disabled ?? false} onSelect={props.onSelect}>
      <Icon name={props.icon} small />
      <span className="cut">{props.label}</span>
      {props.shortcut && <kbd>{props.shortcut}</kbd>}
    </ContextMenu.Item>
  );
}

/** What can be done with one row, and with the value under the pointer. */
export function RowMenu({ idOf, onMark, children }: RowMenuProps) {
  const commands = useCommands();
  const [under, setUnder] = useState<Under | null>(null);
  const { canAct } = commands;
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        asChild
        onContextMenu={(menu) => {
          const id = idOf(menu.target);
          const cell =
            menu.target instanceof Element ? menu.target.closest<HTMLElement>('[data-term]') : null;
          if (id) setUnder({ id, term: cell?.dataset['term'] ?? null });
          else menu.preventDefault();
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        {under && (
          <ContextMenu.Content className="menu row-menu" collisionPadding={8}>
            {under.term && (
              <>
                <Item
                  icon="filter"
                  label={`Only ${visibleLine(under.term)}`}
                  onSelect={() => narrowBy(under.term ?? '', false)}
                />
                <Item
                  icon="except"
                  label={`Without ${visibleLine(under.term)}`}
                  shortcut="Alt click"
                  onSelect={() => narrowBy(under.term ?? '', true)}
                />
                <ContextMenu.Separator className="menu-rule" />
              </>
            )}
            <Item
              icon="replay"
              label="Replay"
              disabled={!canAct}
              onSelect={() => commands.replay([under.id])}
            />
            <Item icon="edit" label="Edit and replay" onSelect={() => commands.edit(under.id)} />
            <Item
              icon="pin"
              label="Pin or unpin"
              disabled={!canAct}
              onSelect={() => commands.pin([under.id])}
            />
            <Item icon="code" label="Copy as curl" onSelect={() => commands.copyCurl(under.id)} />
            <Item icon="marked" label="Select" onSelect={() => onMark(under.id)} />
            <ContextMenu.Separator className="menu-rule" />
            <Item
              icon="trash"
              label="Delete"
              disabled={!canAct}
              onSelect={() => commands.remove([under.id])}
            />
          </ContextMenu.Content>
        )}
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
