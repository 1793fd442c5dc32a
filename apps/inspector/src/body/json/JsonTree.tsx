import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { body } from '../../messages/body/en.ts';
import { useT } from '../../messages/use-t.ts';
import { narrowBy } from '../../search/narrow.ts';
import type { Marking } from '../MarkedText.tsx';
import { ROW } from '../TextRows.tsx';
import { showRow, useCells, useRowWindow } from '../use-row-window.ts';
import { type JsonRows, rowKinds } from './json-rows.ts';
import { PathBar } from './PathBar.tsx';
import { termOfRow } from './row-term.ts';
import { TreeLine } from './TreeLine.tsx';
import {
  allFolds,
  type Folds,
  holdersOf,
  layTree,
  lineOfRow,
  rowOfOffset,
  type TreeLayout,
} from './tree-layout.ts';

interface JsonTreeProps {
  readonly text: string;
  readonly rows: JsonRows;
  readonly label: string;
  readonly canFilter: boolean;
  readonly marking: Marking;
  readonly goal: { readonly offset: number } | null;
}

/** Until it is known how much fits into a line. */
const unlaid: TreeLayout = { rows: new Uint32Array(), parts: new Uint8Array(), isCut: false };

/** JSON set out in lines that fold; only those in sight are there. The keys are those of a tree. */
export function JsonTree({ text, rows, label, canFilter, marking, goal }: JsonTreeProps) {
  const t = useT();
  const treeId = useId();
  const box = useRef<HTMLDivElement>(null);
  const cells = useCells(box, 64);
  const [folded, setFolded] = useState<Folds>(() => new Uint8Array(rows.count));
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
      const next = before.slice();
      next[row] = (isFolded ?? before[row] !== 1) ? 1 : 0;
      return next;
    });
  }, []);
  const onCursor = useCallback(
    (clicked: number, excludes: boolean) => {
      // A closing bracket is that of the value it closes.
      const row = rows.kind[clicked] === rowKinds.close ? (rows.partner[clicked] ?? clicked) : clicked;
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
    setFolded((before) => {
      if (!holders.some((holder) => before[holder] === 1)) return before;
      const next = before.slice();
      for (const holder of holders) next[holder] = 0;
      return next;
    });
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
      ArrowRight: () => (opens && folded[at] === 1 ? fold(at, false) : opens && to(beside(at, 1))),
      ArrowLeft: () => (opens && folded[at] !== 1 ? fold(at, true) : !isTop && to(rows.parent[at] ?? at)),
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
        onUnfoldAll={() => setFolded(new Uint8Array(rows.count))}
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
              isFolded={folded[row] === 1}
              isCursor={row === cursor}
              marking={marking}
              onFold={fold}
              onCursor={onCursor}
            />
          );
        })}
      </div>
      {layout.isCut && <p className="second body-note">{t(body.tree.firstLines, { count: lines })}</p>}
    </>
  );
}
