import { useEffect, useRef } from 'react';
import { body } from '../messages/body/en.ts';
import { useT } from '../messages/use-t.ts';
import { MarkedText, type Marking } from './MarkedText.tsx';
import { useBodyTask } from './use-body-task.ts';
import { showRow, useCells, useRowWindow } from './use-row-window.ts';
import { ROWS_AT_MOST, rowAt, type WrappedText } from './wrap-text.ts';

export const ROW = 19;
const none: WrappedText = { starts: new Uint32Array(), ends: new Uint32Array(), lines: new Uint32Array() };

interface TextRowsProps {
  readonly text: string;
  readonly label: string;
  readonly marking: Marking;
  /** An offset to bring into sight; a new object brings it again. */
  readonly goal: { readonly offset: number } | null;
}

/** Text exactly as it was sent, in rows that fit; only those in sight are there. */
export function TextRows({ text, label, marking, goal }: TextRowsProps) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const cells = useCells(box, 46);
  const wrapped =
    useBodyTask<'wrap'>(() => (cells > 0 ? { kind: 'wrap', text, cells } : null), [text, cells]) ?? none;
  const rows = wrapped.starts.length;
  const { first, end } = useRowWindow(box, rows, ROW);
  useEffect(() => {
    if (goal && box.current && rows > 0) showRow(box.current, rowAt(wrapped.starts, goal.offset), ROW);
  }, [goal, wrapped, rows]);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of lines, not of fields */}
      <div ref={box} className="code-rows" role="group" aria-label={label} style={{ height: rows * ROW }}>
        {Array.from({ length: Math.max(0, end - first) }, (_, index) => {
          const row = first + index;
          const line = wrapped.lines[row];
          return (
            <div key={row} className="code-line" style={{ transform: `translateY(${row * ROW}px)` }}>
              <span className="code-mark" aria-hidden="true">
                {line === wrapped.lines[row - 1] ? '' : line}
              </span>
              <code>
                <MarkedText
                  text={text}
                  start={wrapped.starts[row] ?? 0}
                  end={wrapped.ends[row] ?? 0}
                  kind="text"
                  marking={marking}
                />
              </code>
            </div>
          );
        })}
      </div>
      {rows >= ROWS_AT_MOST && <p className="second body-note">{t(body.firstRows, { count: rows })}</p>}
    </>
  );
}
