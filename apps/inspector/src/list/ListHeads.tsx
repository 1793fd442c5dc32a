import { changeView, useView } from '../layout/view-settings.ts';
import type { Column } from './columns.tsx';

const LEAST = 32;

/** Names of the columns; their right edges can be dragged. Keyboards set widths in the columns' dialog. */
export function ListHeads({ columns }: { readonly columns: readonly Column[] }) {
  const { columnWidths } = useView();
  const put = (name: string, width: number) =>
    changeView({ columnWidths: { ...columnWidths, [name]: Math.round(Math.max(LEAST, width)) } });
  const reset = (name: string) => {
    const { [name]: _, ...others } = columnWidths;
    changeView({ columnWidths: others });
  };
  return (
    <div className="event-heads" aria-hidden="true">
      {columns.map(({ name, label }, index) => (
        <span key={name} className={`cell-${name}`}>
          {label}
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
