import { lazy, Suspense, useState } from 'react';
import { commands as words } from '../messages/commands/en.ts';
import { layout } from '../messages/layout/en.ts';
import { useT } from '../messages/use-t.ts';
import { Dialog } from '../parts/Dialog.tsx';
import type { PaletteProps } from './Palette.tsx';
import './palette.css';

const Palette = lazy(() => import('./Palette.tsx'));

/** The palette takes keys from the moment it is asked for: none is lost, or a command, while its list loads. */
export function PaletteDialog(props: Omit<PaletteProps, 'typed' | 'onTyped' | 'isEntered'>) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [isEntered, setEntered] = useState(false);
  return (
    <Dialog title={t(layout.anyCommand)} isOpen onClose={props.onClose} className="palette" hasHead={false}>
      <Suspense
        fallback={
          <input
            data-focus-first
            aria-label={t(layout.anyCommand)}
            placeholder={t(words.what)}
            className="palette-input"
            value={typed}
            onChange={(change) => setTyped(change.target.value)}
            onKeyDown={(key) => {
              if (key.key === 'Enter' && typed !== '') setEntered(true);
            }}
          />
        }
      >
        <Palette {...props} typed={typed} onTyped={setTyped} isEntered={isEntered} />
      </Suspense>
    </Dialog>
  );
}
