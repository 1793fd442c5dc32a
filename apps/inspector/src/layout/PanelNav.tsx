import { DropdownMenu } from 'radix-ui';
import { formatAddress, type Panel, panels } from '../address/address.ts';
import { goTo, lastOf, useAddress } from '../address/use-address.ts';
import { percent, shareDone } from '../batches/batch-words.ts';
import { useBatches } from '../batches/use-batches.ts';
import { layout } from '../messages/layout/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import './panel-nav.css';
import { useMedia } from './use-media.ts';

export const panelIcons: Readonly<Record<Panel, IconName>> = {
  events: 'list',
  deliveries: 'send',
  threads: 'threads',
  drift: 'drift',
  endpoints: 'endpoints',
  trigger: 'trigger',
  replays: 'replay',
  tunnel: 'globe',
  registrations: 'plug',
};

/** The second key after G. */
export const panelKeys: Readonly<Record<Panel, string>> = {
  events: 'E',
  deliveries: 'D',
  threads: 'H',
  drift: 'F',
  endpoints: 'N',
  trigger: 'T',
  replays: 'R',
  tunnel: 'U',
  registrations: 'P',
};

/** To a panel, as it was when it was left; to its beginning where it is open already. */
export function goToPanel(panel: Panel): void {
  goTo({ ...lastOf(panel), panel });
}

function RunningShare() {
  const t = useT();
  const running = useBatches()?.find(({ state }) => state === 'running');
  if (!running) return null;
  const share = percent(shareDone(running), t);
  return (
    <span className="quiet figures">
      <span className="unseen">{t(layout.panels.running, { share })}</span>
      <span aria-hidden="true">{share}</span>
    </span>
  );
}

function PanelLink({ panel, isHere }: { readonly panel: Panel; readonly isHere: boolean }) {
  const t = useT();
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
      <Icon name={panelIcons[panel]} />
      <span>
        {t(layout.panels[panel])} {panel === 'replays' && <RunningShare />}
      </span>
    </a>
  );
}

interface PanelMenuProps {
  readonly here: Panel;
  readonly among: readonly Panel[];
}

/** Panels as a menu, called as the one that is open, or as what else there is. */
function PanelMenu({ here, among }: PanelMenuProps) {
  const t = useT();
  const isHere = among.includes(here);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={`button ghost panel-menu ${isHere ? 'here' : ''}`}>
        {t(isHere ? layout.panels[here] : layout.panels.more)}
        <Icon name="chevron" small />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4} collisionPadding={8}>
          {among.map((panel) => (
            <DropdownMenu.Item
              key={panel}
              className="menu-item"
              aria-current={panel === here ? 'page' : undefined}
              onSelect={() => goToPanel(panel)}
            >
              <Icon name={panelIcons[panel]} small />
              {t(layout.panels[panel])}
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

/** So many stand side by side before the others go into a menu: the way in needs the room. */
const sideBySide = 6;

/** The panels: side by side as far as there is room, the rest in a menu; on a phone at the bottom. */
export function PanelNav({ place }: { readonly place: 'top' | 'bottom' }) {
  const t = useT();
  const { panel: here } = useAddress();
  const isPhone = useMedia('(width < 640px)');
  const isNarrow = useMedia('(width < 1180px)');
  const isWide = useMedia('(width >= 1680px)');
  if (isPhone !== (place === 'bottom')) return null;
  const shown = isPhone ? 5 : isNarrow ? 0 : isWide ? panels.length : sideBySide;
  const rest = panels.slice(shown);
  return (
    <nav className={`panel-nav ${place}`} aria-label={t(layout.panels.label)}>
      {panels.slice(0, shown).map((panel) => (
        <PanelLink key={panel} panel={panel} isHere={panel === here} />
      ))}
      {rest.length > 0 && <PanelMenu here={here} among={rest} />}
    </nav>
  );
}
