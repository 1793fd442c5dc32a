import '../zod-without-eval.ts';
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/sections.css';
import './gallery.css';
import { Tooltip } from 'radix-ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../messages/use-t.ts';
import { Announcer } from '../parts/Announcer.tsx';
import { ConfirmProvider } from '../parts/Confirm.tsx';
import { Gallery } from './Gallery.tsx';

const root = document.getElementById('root');
if (root) {
  await startLanguage();
  createRoot(root).render(
    <StrictMode>
      <Tooltip.Provider delayDuration={400}>
        <Announcer>
          <ConfirmProvider>
            <Gallery />
          </ConfirmProvider>
        </Announcer>
      </Tooltip.Provider>
    </StrictMode>,
  );
}
