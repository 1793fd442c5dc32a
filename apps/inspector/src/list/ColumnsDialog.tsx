import { changeView, useView } from '../layout/view-settings.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { columns } from './columns.tsx';
import './columns-dialog.css';
import { isWanted, type WhatThereIs } from './fit-columns.ts';

interface ColumnsDialogProps {
  readonly isOpen: boolean;
  readonly there: WhatThereIs;
  readonly onClose: () => void;
}

/** Which columns the list has and how wide they are. */
export function ColumnsDialog({ isOpen, there, onClose }: ColumnsDialogProps) {
  const view = useView();
  const show = (name: string, isShown: boolean) => {
    const others = (list: readonly string[]) => list.filter((other) => other !== name);
    changeView({
      hiddenColumns: isShown ? others(view.hiddenColumns) : [...others(view.hiddenColumns), name],
      shownColumns: isShown ? [...others(view.shownColumns), name] : others(view.shownColumns),
    });
  };
  const resize = (name: string, width: number) => {
    const { [name]: _, ...others } = view.columnWidths;
    changeView({ columnWidths: width >= 32 && width <= 1200 ? { ...others, [name]: width } : others });
  };
  return (
    <Dialog title="Columns" isOpen={isOpen} onClose={onClose}>
      <ul className="columns-list">
        {columns
          .filter(({ name }) => name !== 'mark')
          .map((column) => (
            <li key={column.name}>
              <label>
                <input
                  type="checkbox"
                  checked={isWanted(column, there, view)}
                  onChange={(change) => show(column.name, change.target.checked)}
                />
                {column.label === 'Sig' ? 'Signature' : column.label}
              </label>
              <label>
                <span className="unseen">Width of {column.label} in pixels</span>
                <input
                  className="field figures"
                  type="number"
                  min={32}
                  max={1200}
                  step={4}
                  placeholder={column.grows ? 'the rest' : String(column.width)}
                  value={view.columnWidths[column.name] ?? ''}
                  onChange={(change) => resize(column.name, change.target.valueAsNumber)}
                />
              </label>
            </li>
          ))}
      </ul>
      <p className="quiet columns-note">
        Where it is narrow, some give way. Edges in the list can be dragged; a double click puts them back.
      </p>
      <div className="dialog-actions">
        <Button onClick={() => changeView({ hiddenColumns: [], shownColumns: [], columnWidths: {} })}>
          As they came
        </Button>
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}
