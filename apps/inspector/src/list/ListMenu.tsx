import { DropdownMenu } from 'radix-ui';
import { counted } from '../format/measures.ts';
import { changeView, useView } from '../layout/view-settings.ts';
import { Icon } from '../parts/Icon.tsx';
import { useLive } from '../state/Live.tsx';
import { useOpened } from '../state/Opened.tsx';

interface ListMenuProps {
  readonly canAct: boolean;
  readonly onColumns: () => void;
  readonly onClear: () => void;
  readonly onReplay: () => void;
}

const arrivalChoices = [
  ['all', 'All of them'],
  ['24h', 'Last 24 hours'],
  ['1h', 'Last hour'],
  ['15m', 'Last 15 minutes'],
  ['off', 'Hidden'],
] as const;

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
  const { events, reload } = useLive();
  const { density, times, arrivals } = useView();
  const { unread, openAll } = useOpened();
  const isFiltered = events.q !== '';
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button ghost icon-only list-more" aria-label="List" title="List">
        <Icon name="view" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.Label className="menu-label">Rows</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={density}
            onValueChange={(value) =>
              changeView({ density: value === 'comfortable' ? 'comfortable' : 'compact' })
            }
          >
            <Choice value="compact" label="Compact" />
            <Choice value="comfortable" label="Comfortable" />
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Label className="menu-label">Times</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={times}
            onValueChange={(value) => changeView({ times: value === 'relative' ? 'relative' : 'clock' })}
          >
            <Choice value="clock" label="By the clock" />
            <Choice value="relative" label="How long ago" />
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Label className="menu-label">Arrivals</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={arrivals}
            onValueChange={(value) => {
              const chosen = arrivalChoices.find(([choice]) => choice === value);
              if (chosen) changeView({ arrivals: chosen[0] });
            }}
          >
            {arrivalChoices.map(([value, label]) => (
              <Choice key={value} value={value} label={label} />
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item
            className="menu-item"
            disabled={!canAct || unread === 0}
            onSelect={() => openAll(events.seq)}
          >
            <Icon name="check" small /> Mark all as read
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={onColumns}>
            <Icon name="columns" small /> Columns…
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={reload}>
            <Icon name="turning" small /> Load the list again
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item
            className="menu-item"
            disabled={!canAct || events.total === 0}
            onSelect={onReplay}
          >
            <Icon name="replay" small />
            {isFiltered ? `Replay the ${counted(events.total, 'event')} found…` : 'Replay all…'}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item"
            disabled={!canAct || events.total === 0}
            onSelect={onClear}
          >
            <Icon name="trash" small />
            {isFiltered ? `Delete the ${counted(events.total, 'event')} found…` : 'Delete all but pinned'}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
