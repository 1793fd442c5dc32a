import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { narrowBy } from '../../search/narrow.ts';
import type { Marking } from '../MarkedText.tsx';
import { ROW } from '../TextRows.tsx';
import { showRow, useCells, useRowWindow } from '../use-row-window.ts';
import { type JsonRows, rowKinds } from './json-rows.ts';
import { PathBar } from './PathBar.tsx';
import { termOfRow } from './row-term.ts';
import { TreeLine } from './TreeLine.tsx';
import { holdersOf, layTree, lineOfRow, rowOfOffset, type TreeLayout } from './tree-layout.ts';

interface JsonTreeProps {
  readonly text: string;
  readonly rows: JsonRows;
  readonly label: string;
  readonly canFilter: boolean;
  readonly marking: Marking;
  readonly goal: { readonly offset: number } | null;
}

/** Until it is known how much fits into a line. */
const unlaid: TreeLayout = { rows: new Uint32Array(), parts: new Uint8Array() };

const allFolds = (rows: JsonRows): ReadonlySet<number> => {
  const folds = new Set<number>();
  for (let row = 1; row < rows.count; row++) if (rows.kind[row] === rowKinds.open) folds.add(row);
  return folds;
};

/** JSON set out in lines that fold; only those in sight are there. The keys are those of a tree. */
export function JsonTree({ text, rows, label, canFilter, marking, goal }: JsonTreeProps) {
  const treeId = useId();
  const box = useRef<HTMLDivElement>(null);
  const cells = useCells(box, 64);
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [cursor, setCursor] = useState<number | null>(null);
  const layout = useMemo(
    () => (cells > 0 ? layTree(text, rows, folded, cells) : unlaid),
    [text, rows, folded, cells],
  );
  const lines = layout.rows.length;
  const { first, end } = useRowWindow(box, lines, ROW);
  // Only lines in sight are in the page.
  const cursorLine = cursor === null ? -1 : lineOfRow(layout, cursor);
  const isCursorThere = cursorLine >= first && cursorLine < end;
  const layoutNow = useRef(layout);
  layoutNow.current = layout;

  const fold = useCallback((row: number, isFolded?: boolean) => {
    setFolded((before) => {
      const next = new Set(before);
      if (isFolded ?? !before.has(row)) next.add(row);
      else next.delete(row);
      return next;
    });
  }, []);
  const onCursor = useCallback(
    (row: number, excludes: boolean) => {
      const term = excludes && canFilter ? termOfRow(rows, text, row) : null;
      if (term === null) setCursor(row);
      else narrowBy(term, true);
    },
    [rows, text, canFilter],
  );
  const moveTo = (row: number) => {
    setCursor(row);
    if (box.current) showRow(box.current, lineOfRow(layoutNow.current, row), ROW);
  };
  useEffect(() => {
    if (!goal || rows.count === 0) return;
    const row = rowOfOffset(rows, goal.offset);
    const holders = holdersOf(rows, row);
    setFolded((before) =>
      holders.some((holder) => before.has(holder))
        ? new Set([...before].filter((holder) => !holders.includes(holder)))
        : before,
    );
    // After the unfolding has been laid out.
    const frame = requestAnimationFrame(() => {
      if (box.current) showRow(box.current, lineOfRow(layoutNow.current, row), ROW);
    });
    return () => cancelAnimationFrame(frame);
  }, [goal, rows]);

  const beside = (row: number, by: 1 | -1): number | null => {
    for (let line = lineOfRow(layout, row) + by; line >= 0 && line < lines; line += by) {
      const next = layout.rows[line] ?? row;
      if (next !== row && rows.kind[next] !== rowKinds.close) return next;
    }
    return null;
  };
  const onKeyDown = (key: KeyboardEvent) => {
    const at = cursor ?? 0;
    const opens = rows.kind[at] === rowKinds.open;
    const to = (row: number | null) => row !== null && moveTo(row);
    const isTop = rows.parent[at] === at;
    const actions: Readonly<Record<string, () => unknown>> = {
      ArrowDown: () => to(cursor === null ? 0 : beside(at, 1)),
      ArrowUp: () => to(beside(at, -1)),
      ArrowRight: () => (opens && folded.has(at) ? fold(at, false) : opens && to(beside(at, 1))),
      ArrowLeft: () => (opens && !folded.has(at) ? fold(at, true) : !isTop && to(rows.parent[at] ?? at)),
      Home: () => to(0),
      End: () => to(beside(rows.count, -1)),
      Enter: () => opens && fold(at),
      ' ': () => opens && fold(at),
    };
    const action = key.metaKey || key.ctrlKey || key.altKey ? undefined : actions[key.key];
    if (!action) return;
    key.preventDefault();
    action();
  };

  return (
    <>
      <PathBar
        text={text}
        rows={rows}
        cursor={cursor}
        canFilter={canFilter}
        onFoldAll={() => setFolded(allFolds(rows))}
        onUnfoldAll={() => setFolded(new Set())}
      />
      <div
        ref={box}
        className="code-rows code-tree"
        role="tree"
        aria-label={label}
        tabIndex={0}
        aria-activedescendant={isCursorThere ? `${treeId}${cursor}` : undefined}
        style={{ height: lines * ROW }}
        onKeyDown={onKeyDown}
      >
        {Array.from({ length: Math.max(0, end - first) }, (_, index) => {
          const line = first + index;
          const row = layout.rows[line] ?? 0;
          return (
            <TreeLine
              key={line}
              text={text}
              rows={rows}
              row={row}
              part={layout.parts[line] ?? 0}
              top={line * ROW}
              cells={cells}
              id={`${treeId}${row}`}
              isFolded={folded.has(row)}
              isCursor={row === cursor}
              marking={marking}
              onFold={fold}
              onCursor={onCursor}
            />
          );
        })}
      </div>
    </>
  );
}
