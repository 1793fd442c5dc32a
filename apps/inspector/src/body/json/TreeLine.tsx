import { memo } from 'react';
import { body } from '../../messages/body/en.ts';
import { useT } from '../../messages/use-t.ts';
import { Icon } from '../../parts/Icon.tsx';
import { MarkedText, type Marking } from '../MarkedText.tsx';
import { type JsonRows, rowKinds, rowMarks } from './json-rows.ts';
import { indentOf, keyCut, membersOf, valueCuts } from './tree-layout.ts';

const kindNames = ['mark', 'mark', 'mark', 'string', 'number', 'number'] as const;

export interface TreeLineProps {
  readonly text: string;
  readonly rows: JsonRows;
  readonly row: number;
  readonly part: number;
  readonly top: number;
  readonly cells: number;
  readonly id: string;
  readonly isFolded: boolean;
  readonly isCursor: boolean;
  readonly marking: Marking;
  readonly onFold: (row: number) => void;
  /** `excludes`: with Alt, to leave its value out of the list. */
  readonly onCursor: (row: number, excludes: boolean) => void;
}

type KeyProps = Pick<TreeLineProps, 'text' | 'rows' | 'row' | 'cells' | 'marking'>;

function Key({ text, rows, row, cells, marking }: KeyProps) {
  const [start, end] = [rows.keyStart[row] ?? 0, rows.keyEnd[row] ?? 0];
  if (end === 0) return null;
  const cut = keyCut(text, rows, row, cells);
  const isCut = cut < end;
  return (
    <>
      <MarkedText text={text} start={start} end={cut} kind="key" marking={marking} />
      <span className="piece-mark">{isCut ? '…: ' : ': '}</span>
    </>
  );
}

function Value({ text, rows, row, part, cells, isFolded, marking }: TreeLineProps) {
  const t = useT();
  const kind = rows.kind[row] ?? 0;
  const marks = rows.marks[row] ?? 0;
  const start = rows.start[row] ?? 0;
  const end = rows.end[row] ?? 0;
  if (kind === rowKinds.open) {
    const [open, close] = marks & rowMarks.isArray ? ['[', ']'] : ['{', '}'];
    if (!isFolded) return <span className="piece-mark">{open}</span>;
    return (
      <>
        <span className="piece-mark">{`${open}…${close}`}</span>
        <span className="quiet fold-note"> {t(body.tree.members, { count: membersOf(rows, row) })}</span>
      </>
    );
  }
  if (kind === rowKinds.close) return <span className="piece-mark">{text.slice(start, end)}</span>;
  const cuts = valueCuts(text, rows, row, cells);
  const from = part === 0 ? start : (cuts[part - 1] ?? start);
  const to = cuts[part] ?? end;
  const left = part === cuts.length - 1 ? end - to : 0;
  return (
    <>
      <MarkedText text={text} start={from} end={to} kind={kindNames[kind] ?? 'text'} marking={marking} />
      {left > 0 && <span className="quiet fold-note"> {t(body.tree.more, { count: left })}</span>}
    </>
  );
}

/** One line of the tree: number, fold, key and value, as text. */
export const TreeLine = memo(function TreeLine(props: TreeLineProps) {
  const t = useT();
  const { text, rows, row, part, top, id, cells, isFolded, isCursor, onFold, onCursor } = props;
  const marks = rows.marks[row] ?? 0;
  const opens = rows.kind[row] === rowKinds.open;
  const isItem = part === 0 && rows.kind[row] !== rowKinds.close;
  const lastOf = isFolded ? (rows.partner[row] ?? row) : row;
  const isEnd = !opens && part + 1 >= valueCuts(text, rows, row, cells).length;
  const hasComma = ((rows.marks[lastOf] ?? 0) & rowMarks.comma) !== 0 && (isEnd || isFolded);
  const indent = indentOf(rows.depth[row] ?? 0, cells) + (part > 0 ? 2 : 0);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for its items
    // biome-ignore lint/a11y/noStaticElementInteractions: it is an item of a tree, or part of one
    <div
      id={isItem ? id : undefined}
      className={`code-line ${isCursor ? 'cursor' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      {...(isItem
        ? {
            role: 'treeitem',
            'aria-level': (rows.depth[row] ?? 0) + 1,
            'aria-selected': isCursor,
            ...(opens && { 'aria-expanded': !isFolded }),
          }
        : { role: 'presentation' })}
      onClick={(click) => onCursor(row, click.altKey)}
    >
      <span className="code-mark" aria-hidden="true">
        {part === 0 ? row + 1 : ''}
      </span>
      <span className="fold" aria-hidden="true" onClick={opens ? () => onFold(row) : undefined}>
        {opens && part === 0 && <Icon name={isFolded ? 'right' : 'chevron'} small />}
      </span>
      <code style={{ paddingLeft: `${indent}ch` }}>
        {part === 0 && <Key {...props} />}
        <Value {...props} />
        {hasComma && <span className="piece-mark">,</span>}
        {part === 0 && (marks & rowMarks.repeatedKey) !== 0 && (
          <span className="warn fold-note"> {t(body.tree.repeated)}</span>
        )}
      </code>
    </div>
  );
});
