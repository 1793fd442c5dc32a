import { type PointerEvent, useState } from 'react';
import { changeView, useView } from '../layout/view-settings.ts';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { movedColumn } from './column-order.ts';
import type { Column } from './columns.tsx';

const LEAST = 32;
/** Less than this is a click. */
const DRAG = 6;

interface Drag {
  readonly name: string;
  readonly x: number;
  /** Before which column it would be let go; null: behind all; undefined: it has not moved yet. */
  readonly before: string | null | undefined;
}

/** The column before which the pointer stands, by the middles of the heads. */
function columnAfter(row: Element, x: number): string | null {
  for (const head of row.querySelectorAll<HTMLElement>('[data-column]')) {
    const { left, width } = head.getBoundingClientRect();
    if (head.dataset['column'] !== 'mark' && x < left + width / 2) return head.dataset['column'] ?? null;
  }
  return null;
}

/** Names of the columns, dragged to another place; their right edges set widths. Keyboards use the columns' dialog. */
export function ListHeads({ columns }: { readonly columns: readonly Column[] }) {
  const t = useT();
  const { columnWidths, columnOrder } = useView();
  const [drag, setDrag] = useState<Drag | null>(null);
  const put = (name: string, width: number) =>
    changeView({ columnWidths: { ...columnWidths, [name]: Math.round(Math.max(LEAST, width)) } });
  const reset = (name: string) => {
    const { [name]: _, ...others } = columnWidths;
    changeView({ columnWidths: others });
  };
  const moveHandlers = (name: string) => ({
    onPointerDown(pointer: PointerEvent<HTMLElement>) {
      if (pointer.button !== 0 || pointer.target !== pointer.currentTarget) return;
      pointer.currentTarget.setPointerCapture(pointer.pointerId);
      setDrag({ name, x: pointer.clientX, before: undefined });
    },
    onPointerMove({ currentTarget, clientX }: PointerEvent<HTMLElement>) {
      if (!drag || !currentTarget.parentElement) return;
      if (drag.before === undefined && Math.abs(clientX - drag.x) < DRAG) return;
      setDrag({ ...drag, before: columnAfter(currentTarget.parentElement, clientX) });
    },
    onPointerUp() {
      if (drag?.before !== undefined)
        changeView({ columnOrder: movedColumn(columnOrder, drag.name, drag.before) });
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  });
  const lastName = columns.at(-1)?.name;
  return (
    <div className={`event-heads ${drag?.before === undefined ? '' : 'dragging'}`} aria-hidden="true">
      {columns.map(({ name }, index) => (
        <span
          key={name}
          data-column={name}
          className={`cell-${name} ${drag?.name === name ? 'dragged' : ''} ${
            drag &&
            (drag.before === name
              ? 'drop-before'
              : drag.before === null && name === lastName
                ? 'drop-after'
                : '')
          }`}
          title={name === 'took' ? t(list.tookWhat) : undefined}
          {...(name !== 'mark' && moveHandlers(name))}
        >
          {name === 'signature' ? t(list.signatureShort) : name !== 'mark' && t(list.column[name])}
          {name !== 'mark' && index < columns.length - 1 && (
            // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer only; the dialog is for keys
            <span
              className="column-edge"
              onDoubleClick={() => reset(name)}
              onPointerDown={(pointer) => pointer.currentTarget.setPointerCapture(pointer.pointerId)}
              onPointerMove={(pointer) => {
                const edge = pointer.currentTarget;
                if (!edge.hasPointerCapture(pointer.pointerId)) return;
                const left = edge.parentElement?.getBoundingClientRect().left ?? 0;
                put(name, pointer.clientX - left);
              }}
            />
          )}
        </span>
      ))}
    </div>
  );
}
