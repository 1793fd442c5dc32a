import { DropdownMenu } from 'radix-ui';
import { useMedia } from '../layout/use-media.ts';
import { arrivalSpans, changeView, useView } from '../layout/view-settings.ts';
import { copying } from '../messages/copying/en.ts';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { useCommands } from '../state/Commands.tsx';
import { useLive } from '../state/Live.tsx';
import { useOpened } from '../state/Opened.tsx';

interface ListMenuProps {
  readonly canAct: boolean;
  readonly onColumns: () => void;
  readonly onClear: () => void;
  readonly onReplay: () => void;
}

function Choice({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <DropdownMenu.RadioItem value={value} className="menu-item">
      {label}
      <DropdownMenu.ItemIndicator className="end">
        <Icon name="check" small />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  );
}

/** How the list looks, and what concerns the whole of it. */
export function ListMenu({ canAct, onColumns, onClear, onReplay }: ListMenuProps) {
  const t = useT();
  const commands = useCommands();
  const { events, reload } = useLive();
  const { density, times, arrivals } = useView();
  const { unread, openAll } = useOpened();
  const isFiltered = events.q !== '';
  // Its rows have one height and no columns, and there is no strip.
  const isPhone = useMedia('(width < 640px)');
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className="button ghost icon-only list-more"
        aria-label={t(list.menu.label)}
        title={t(list.menu.label)}
      >
        <Icon name="view" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {!isPhone && (
            <>
              <DropdownMenu.Label className="menu-label">{t(list.menu.rows)}</DropdownMenu.Label>
              <DropdownMenu.RadioGroup
                value={density}
                onValueChange={(value) =>
                  changeView({ density: value === 'comfortable' ? 'comfortable' : 'compact' })
                }
              >
                <Choice value="compact" label={t(list.menu.compact)} />
                <Choice value="comfortable" label={t(list.menu.comfortable)} />
              </DropdownMenu.RadioGroup>
            </>
          )}
          <DropdownMenu.Label className="menu-label">{t(list.menu.times)}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={times}
            onValueChange={(value) => changeView({ times: value === 'relative' ? 'relative' : 'clock' })}
          >
            <Choice value="clock" label={t(list.menu.clock)} />
            <Choice value="relative" label={t(list.menu.relative)} />
          </DropdownMenu.RadioGroup>
          {!isPhone && (
            <>
              <DropdownMenu.Label className="menu-label">{t(list.strip.label)}</DropdownMenu.Label>
              <DropdownMenu.RadioGroup
                value={arrivals}
                onValueChange={(value) => {
                  const chosen = arrivalSpans.find((choice) => choice === value);
                  if (chosen) changeView({ arrivals: chosen });
                }}
              >
                {arrivalSpans.map((value) => (
                  <Choice key={value} value={value} label={t(list.strip[value])} />
                ))}
              </DropdownMenu.RadioGroup>
            </>
          )}
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item
            className="menu-item"
            disabled={!canAct || unread?.total === 0}
            onSelect={() => openAll(events.seq)}
          >
            <Icon name="check" small /> {t(list.readAll)}
          </DropdownMenu.Item>
          {!isPhone && (
            <DropdownMenu.Item className="menu-item" onSelect={onColumns}>
              <Icon name="columns" small /> {t(list.menu.columns)}
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item className="menu-item" onSelect={reload}>
            <Icon name="turning" small /> {t(list.menu.reload)}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item
            className="menu-item"
            disabled={!canAct || events.total === 0}
            onSelect={onReplay}
          >
            <Icon name="replay" small />
            {isFiltered ? t(list.menu.replayFound, { count: events.total }) : t(list.menu.replayAll)}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item"
            disabled={!canAct || events.total === 0}
            onSelect={() => commands.exportEvents({ q: events.q })}
          >
            <Icon name="download" small />
            {isFiltered ? t(copying.exportFound, { count: events.total }) : t(copying.exportAll)}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" disabled={!canAct} onSelect={commands.importEvents}>
            <Icon name="upload" small />
            {t(copying.import)}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item
            className="menu-item"
            disabled={!canAct || events.total === 0}
            onSelect={onClear}
          >
            <Icon name="trash" small />
            {isFiltered ? t(list.menu.deleteFound, { count: events.total }) : t(list.menu.deleteAll)}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
