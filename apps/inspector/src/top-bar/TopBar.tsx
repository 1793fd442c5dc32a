import type { Status } from '@hooktap/protocol';
import { paletteKey } from '../keys/command-keys.ts';
import { PanelNav } from '../layout/PanelNav.tsx';
import { layout } from '../messages/layout/en.ts';
import { useT } from '../messages/use-t.ts';
import { LanguageMenu } from './LanguageMenu.tsx';
import { Logo } from './Logo.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import './top-bar.css';
import { WayInStrip } from './WayInStrip.tsx';

export function TopBar({
  status,
  isLive,
  onPalette,
}: {
  readonly status: Status | undefined;
  readonly isLive: boolean;
  readonly onPalette: () => void;
}) {
  const t = useT();
  return (
    <header className="top-bar">
      <Logo />
      <PanelNav place="top" />
      {status && <WayInStrip status={status} isLive={isLive} />}
      <button
        type="button"
        className="button ghost palette-key"
        title={t(layout.anyCommand)}
        onClick={onPalette}
      >
        <span className="unseen">{t(layout.anyCommand)}</span>
        <kbd>{paletteKey}</kbd>
      </button>
      <LanguageMenu />
      <ThemeSwitch />
    </header>
  );
}
