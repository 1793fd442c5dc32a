import { connection } from '../messages/connection/en.ts';
import { useT } from '../messages/use-t.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { LanguageMenu } from '../top-bar/LanguageMenu.tsx';
import { Logo } from '../top-bar/Logo.tsx';
import { ThemeSwitch } from '../top-bar/ThemeSwitch.tsx';
import './token-page.css';

/** In place of everything, where there is no token or Hooktap refuses it. */
export function TokenPage({ refused }: { readonly refused: boolean }) {
  const t = useT();
  const command = 'npx hooktap open';
  return (
    <div className="token-page">
      <header className="top-bar">
        <Logo />
        <LanguageMenu />
        <ThemeSwitch />
      </header>
      <main>
        <h1>{t(refused ? connection.refused : connection.noToken)}</h1>
        <p className="second">
          {t(refused ? connection.whyRefused : connection.whyNoToken)} {t(connection.runThis)}
        </p>
        <div className="command">
          <code>{command}</code>
          <CopyButton text={command} what={t(connection.command)} look="button plain" />
        </div>
        <p className="second">{t(connection.orOpen)}</p>
      </main>
    </div>
  );
}
