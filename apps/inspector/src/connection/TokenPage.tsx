import { CopyButton } from '../parts/CopyButton.tsx';
import { LanguageMenu } from '../top-bar/LanguageMenu.tsx';
import { Logo } from '../top-bar/Logo.tsx';
import { ThemeSwitch } from '../top-bar/ThemeSwitch.tsx';
import './token-page.css';

/** In place of everything, where there is no token or Hooktap refuses it. */
export function TokenPage({ refused }: { readonly refused: boolean }) {
  const command = 'npx hooktap open';
  return (
    <div className="token-page">
      <header className="top-bar">
        <Logo />
        <LanguageMenu />
        <ThemeSwitch />
      </header>
      <main>
        <h1>{refused ? 'Hooktap refused the token of this page' : 'This page has no token yet'}</h1>
        <p className="second">
          {refused
            ? 'The token was changed, or it belongs to another project. '
            : 'Captured events can hold secrets, so the inspector opens only with the token of its Hooktap. '}
          Run this in your project; it opens the inspector with the right one.
        </p>
        <div className="command">
          <code>{command}</code>
          <CopyButton text={command} what="command" look="button plain" />
        </div>
        <p className="second">
          Or open the address that Hooktap printed when it started, up to its last character.
        </p>
      </main>
    </div>
  );
}
