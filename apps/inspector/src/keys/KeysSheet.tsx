import { Dialog } from '../parts/Dialog.tsx';
import { keyList } from './key-list.ts';
import './keys-sheet.css';

export function KeysSheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" isOpen={isOpen} onClose={onClose} className="keys-sheet">
      <dl>
        {keyList.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">None acts while you are typing.</p>
    </Dialog>
  );
}
