import type { EventId } from '@hooktap/protocol';
import { ContextMenu } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { visibleLine } from '../format/visible-text.ts';
import { commands as words } from '../messages/commands/en.ts';
import { copying } from '../messages/copying/en.ts';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { narrowBy } from '../search/narrow.ts';
import { useCommands } from '../state/Commands.tsx';
import { eventOfRow } from './use-pressed.ts';

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
  const t = useT();
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
          // Another event may have come under the finger meanwhile: its values are none of this one's.
          const isItsOwn = eventOfRow(menu.target) === id;
          if (id) setUnder({ id, term: (isItsOwn && cell?.dataset['term']) || null });
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
                  label={t(words.only, { term: visibleLine(under.term) })}
                  onSelect={() => narrowBy(under.term ?? '', false)}
                />
                <Item
                  icon="except"
                  label={t(list.without, { term: visibleLine(under.term) })}
                  shortcut={t(list.altClick)}
                  onSelect={() => narrowBy(under.term ?? '', true)}
                />
                <ContextMenu.Separator className="menu-rule" />
              </>
            )}
            <Item
              icon="replay"
              label={t(words.replay)}
              disabled={!canAct}
              onSelect={() => commands.replay([under.id])}
            />
            <Item icon="edit" label={t(words.edit)} onSelect={() => commands.edit(under.id)} />
            <Item
              icon="pin"
              label={t(list.pinOrUnpin)}
              disabled={!canAct}
              onSelect={() => commands.pin([under.id])}
            />
            <Item icon="code" label={t(words.copyCurl)} onSelect={() => commands.copyAs(under.id, 'curl')} />
            <Item
              icon="download"
              label={t(copying.export)}
              onSelect={() => commands.exportEvents({ ids: [under.id] })}
            />
            <Item icon="marked" label={t(list.select)} onSelect={() => onMark(under.id)} />
            <ContextMenu.Separator className="menu-rule" />
            <Item
              icon="trash"
              label={t(words.delete)}
              disabled={!canAct}
              onSelect={() => commands.remove([under.id])}
            />
          </ContextMenu.Content>
        )}
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
