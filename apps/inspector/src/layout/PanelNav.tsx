import { DropdownMenu } from 'radix-ui';
import { formatAddress, type Panel, panels } from '../address/address.ts';
import { goTo, lastOf, useAddress } from '../address/use-address.ts';
import { percent, shareDone } from '../batches/batch-words.ts';
import { useBatches } from '../batches/use-batches.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import './panel-nav.css';
import { useMedia } from './use-media.ts';

export const panelNames: Readonly<Record<Panel, { readonly label: string; readonly icon: IconName }>> = {
  events: { label: 'Events', icon: 'list' },
  deliveries: { label: 'Deliveries', icon: 'send' },
  threads: { label: 'Threads', icon: 'threads' },
  endpoints: { label: 'Endpoints', icon: 'endpoints' },
  trigger: { label: 'Trigger', icon: 'trigger' },
  replays: { label: 'Replays', icon: 'replay' },
};

/** The second key after G. */
export const panelKeys: Readonly<Record<Panel, string>> = {
  events: 'E',
  deliveries: 'D',
  threads: 'H',
  endpoints: 'N',
  trigger: 'T',
  replays: 'R',
};

/** To a panel, as it was when it was left; to its beginning where it is open already. */
export function goToPanel(panel: Panel): void {
  goTo({ ...lastOf(panel), panel });
}

function RunningShare() {
  const running = useBatches()?.find(({ state }) => state === 'running');
  if (!running) return null;
  return (
    <span className="quiet figures">
      <span className="unseen">running, </span>
      {percent(shareDone(running))}
    </span>
  );
}

function PanelLink({ panel, isHere }: { readonly panel: Panel; readonly isHere: boolean }) {
  const { label, icon } = panelNames[panel];
  return (
    <a
      href={formatAddress(lastOf(panel))}
      aria-current={isHere ? 'page' : undefined}
      onClick={(click) => {
        if (click.metaKey || click.ctrlKey || click.shiftKey) return;
        click.preventDefault();
        goToPanel(panel);
      }}
    >
      <Icon name={icon} />
      <span>
        {label} {panel === 'replays' && <RunningShare />}
      </span>
    </a>
  );
}

function PanelMenu({ here }: { readonly here: Panel }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="button ghost panel-menu">
        {panelNames[here].label}
        <Icon name="chevron" small />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4} collisionPadding={8}>
          {panels.map((panel) => (
            <DropdownMenu.Item
              key={panel}
              className="menu-item"
              aria-current={panel === here ? 'page' : undefined}
              onSelect={() => goToPanel(panel)}
            >
              <Icon name={panelNames[panel].icon} small />
              {panelNames[panel].label}
              {panel === 'replays' && <RunningShare />}
              {panel === here && (
                <span className="end">
                  <Icon name="check" small />
                </span>
              )}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The panels: side by side where there is room, else one menu; on a phone at the bottom. */
export function PanelNav({ place }: { readonly place: 'top' | 'bottom' }) {
  const { panel: here } = useAddress();
  const isPhone = useMedia('(width < 640px)');
  const isNarrow = useMedia('(width < 1180px)');
  if (isPhone !== (place === 'bottom')) return null;
  return (
    <nav className={`panel-nav ${place}`} aria-label="Panels">
      {isNarrow && !isPhone ? (
        <PanelMenu here={here} />
      ) : (
        panels.map((panel) => <PanelLink key={panel} panel={panel} isHere={panel === here} />)
      )}
    </nav>
  );
}
