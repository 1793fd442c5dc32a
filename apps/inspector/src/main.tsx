import './zod-without-eval.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/sections.css';
import './styles/forced-colors.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connect } from './connection/connection.ts';
import { takeToken } from './connection/token.ts';
import { startLanguage } from './messages/use-t.ts';

/** Milliseconds that the first drawing waits for the list: one that shows rows costs little more than one without. */
const LIST_SOON = 100;

const resting = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const root = document.getElementById('root');
if (root) {
  const token = takeToken();
  const connection = token === null ? null : connect(token);
  const listSoon = connection && Promise.race([connection.firstPage.settled, resting(LIST_SOON)]);
  await Promise.all([startLanguage(), listSoon]);
  createRoot(root).render(
    <StrictMode>
      <App begun={connection} />
    </StrictMode>,
  );
}
