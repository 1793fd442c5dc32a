import { keys } from '../messages/keys/en.ts';
import { useT } from '../messages/use-t.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { keyList } from './key-list.ts';
import './keys-sheet.css';

export function KeysSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog title={t(keys.title)} isOpen={isOpen} onClose={onClose} className="keys-sheet">
      <div className="keys-groups">
        {keyList.map(([where, its]) => (
          <section key={where.id}>
            <h3>{t(where)}</h3>
            <dl>
              {its.map(([pressed, does]) => (
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
          </section>
        ))}
      </div>
      <p className="quiet">{t(keys.notWhileTyping)}</p>
    </Dialog>
  );
}
