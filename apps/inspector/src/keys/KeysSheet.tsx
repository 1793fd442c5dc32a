import { keys } from '../messages/keys/en.ts';
import { useT } from '../messages/use-t.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { keyList } from './key-list.ts';
import './keys-sheet.css';

export function KeysSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t(keys.title)} isOpen={isOpen} onClose={onClose} className="keys-sheet">
      <dl>
        {keyList.map(([pressed, does]) => (
          <div key={does.id}>
            <dt>
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t(keys.notWhileTyping)}</p>
    </Dialog>
  );
}
