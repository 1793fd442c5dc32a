import type { Status } from '@hooktap/protocol';
import { Logo } from './Logo.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import './top-bar.css';
import { WayInStrip } from './WayInStrip.tsx';

export function TopBar({
  status,
  isLive,
}: {
  readonly status: Status | undefined;
  readonly isLive: boolean;
}) {
  return (
    <header className="top-bar">
      <Logo />
      {status && <WayInStrip status={status} isLive={isLive} />}
      <ThemeSwitch />
    </header>
  );
}
