import type { EventListItem } from '@hooktap/protocol';
import { changeView, useView } from '../layout/view-settings.ts';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { movedColumn, orderedColumns } from './column-order.ts';
import './columns-dialog.css';
import { isWanted } from './fit-columns.ts';
import { useWhatThereIs } from './use-what-there-is.ts';
import { WidthField } from './WidthField.tsx';

interface ColumnsDialogProps {
  /** Those that are loaded. */
  readonly items: readonly EventListItem[];
  readonly onClose: () => void;
}

/** Which columns the list has, in which order, and how wide they are. */
export default function ColumnsDialog({ items, onClose }: ColumnsDialogProps) {
  const t = useT();
  const view = useView();
  const there = useWhatThereIs(items, view.grouping === 'threads');
  const shown = orderedColumns(view.columnOrder).filter(({ name }) => name !== 'mark');
  const show = (name: string, isShown: boolean) => {
    const others = (names: readonly string[]) => names.filter((other) => other !== name);
    changeView({
      hiddenColumns: isShown ? others(view.hiddenColumns) : [...others(view.hiddenColumns), name],
      shownColumns: isShown ? [...others(view.shownColumns), name] : others(view.shownColumns),
    });
  };
  const resize = (name: string, width: number | undefined) => {
    const { [name]: _, ...others } = view.columnWidths;
    changeView({ columnWidths: width === undefined ? others : { ...others, [name]: width } });
  };
  const move = (index: number, by: 1 | -1) => {
    const column = shown[index];
    const before = shown[by < 0 ? index - 1 : index + 2];
    if (column && shown[index + by])
      changeView({ columnOrder: movedColumn(view.columnOrder, column.name, before?.name ?? null) });
  };
  return (
    <Dialog title={t(list.columns.title)} isOpen onClose={onClose}>
      <ul className="columns-list">
        {shown.map((column, index) => (
          <li key={column.name}>
            <label>
              <input
                type="checkbox"
                checked={isWanted(column, there, view)}
                onChange={(change) => show(column.name, change.target.checked)}
              />
              {t(list.column[column.name])}
            </label>
            {([-1, 1] as const).map((by) => (
              <button
                key={by}
                type="button"
                className="button ghost icon-only"
                aria-label={t(by < 0 ? list.columns.moveLeft : list.columns.moveRight, {
                  column: t(list.column[column.name]),
                })}
                title={t(by < 0 ? list.columns.left : list.columns.right)}
                aria-disabled={!shown[index + by]}
                onClick={() => move(index, by)}
              >
                <Icon name={by < 0 ? 'up' : 'down'} small />
              </button>
            ))}
            <WidthField
              label={t(list.columns.width, { column: t(list.column[column.name]) })}
              width={view.columnWidths[column.name]}
              placeholder={column.grows ? t(list.columns.rest) : String(column.width)}
              onResize={(width) => resize(column.name, width)}
            />
          </li>
        ))}
      </ul>
      <p className="quiet columns-note">{t(list.columns.note)}</p>
      <div className="dialog-actions">
        <Button
          onClick={() =>
            changeView({ hiddenColumns: [], shownColumns: [], columnOrder: [], columnWidths: {} })
          }
        >
          {t(list.columns.usual)}
        </Button>
        <Button look="primary" onClick={onClose}>
          {t(list.columns.done)}
        </Button>
      </div>
    </Dialog>
  );
}
