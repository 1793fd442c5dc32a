import { type MouseEvent, useRef, useState } from 'react';
import type { FieldSaid } from '../connection/server-said.ts';
import { visibleLine, visibleText } from '../format/visible-text.ts';
import { editor as words } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { type HeaderRow, headerState } from './edit-draft.ts';

/** So many of those that are not changed stand there at first. */
const FEW = 4;

interface HeaderRowsProps {
  readonly headers: readonly HeaderRow[];
  readonly captured: readonly HeaderRow[];
  readonly problemAt: (path: string) => FieldSaid | undefined;
  readonly onChange: (headers: readonly HeaderRow[]) => void;
}

/** Removing several in turn goes on from the same place. */
function focusBeside({ currentTarget }: MouseEvent<HTMLButtonElement>): void {
  const row = currentTarget.closest('li');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  const place = beside ?? row?.closest('section');
  place?.querySelector<HTMLElement>('button.icon-only')?.focus();
}

export function HeaderRows({ headers, captured, problemAt, onChange }: HeaderRowsProps) {
  const t = useT();
  const [showsAll, setShowsAll] = useState(false);
  const addedKey = useRef<number | null>(null);
  const focusAdded = (name: HTMLInputElement | null) => {
    if (!name) return;
    addedKey.current = null;
    name.focus();
  };
  const put = (row: HeaderRow) => onChange(headers.map((other) => (other.key === row.key ? row : other)));
  const nextKey = Math.max(-1, ...headers.map(({ key }) => key), ...captured.map(({ key }) => key)) + 1;
  const rows = headers.map((row, index) => ({
    row,
    number: index + 1,
    state: headerState(row, captured),
    problem: problemAt(`headers[${index}]`),
  }));
  const removed = captured.filter(({ key }) => !headers.some((row) => row.key === key)).length;
  const changed = rows.filter(({ state }) => state !== 'same').length + removed;
  const unchanged = rows.filter(({ state, problem }) => state === 'same' && problem === undefined);
  const folded = new Set(
    showsAll || unchanged.length <= FEW + 1 ? [] : unchanged.slice(FEW).map(({ row }) => row.key),
  );
  return (
    <section className="editor-section" aria-label={t(words.headers.section)}>
      <h3 className="section-head">
        {t(words.headers.section)}
        <span className="quiet head-note">
          {changed > 0
            ? t(words.headers.countChanged, { count: headers.length, changed })
            : t(words.headers.count, { count: headers.length })}
        </span>
        <span className="head-actions">
          <IconButton
            icon="plus"
            name={t(words.headers.add)}
            onClick={() => {
              addedKey.current = nextKey;
              onChange([...headers, { key: nextKey, name: '', value: '' }]);
            }}
          />
        </span>
      </h3>
      <ul className="header-rows">
        {rows.map(({ row, number, state, problem }) =>
          folded.has(row.key) ? null : (
            <li key={row.key}>
              <span className="accent">{state !== 'same' && <Icon name="edit" small />}</span>
              <input
                ref={row.key === addedKey.current ? focusAdded : null}
                className="mono"
                aria-label={t(words.headers.name, { number })}
                aria-invalid={problem !== undefined}
                value={row.name}
                spellCheck={false}
                onChange={(change) => put({ ...row, name: change.target.value })}
              />
              <input
                className="mono"
                aria-label={
                  row.name
                    ? t(words.headers.value, { name: visibleLine(row.name) })
                    : t(words.headers.valueOf, { number })
                }
                aria-invalid={problem !== undefined}
                value={row.value}
                spellCheck={false}
                onChange={(change) => put({ ...row, value: change.target.value })}
              />
              <span className="accent header-state">
                {state === 'changed' && t(words.headers.changed)}
                {state === 'added' && t(words.headers.added)}
              </span>
              <IconButton
                icon="cross"
                name={
                  row.name
                    ? t(words.headers.remove, { name: visibleLine(row.name) })
                    : t(words.headers.removeUnnamed, { number })
                }
                onClick={(click) => {
                  focusBeside(click);
                  onChange(headers.filter(({ key }) => key !== row.key));
                }}
              />
              {problem && (
                <p className="bad" lang={problem.lang}>
                  {visibleText(problem.message)}
                </p>
              )}
            </li>
          ),
        )}
      </ul>
      {unchanged.length > FEW + 1 && (
        <Button
          look="ghost"
          className="header-more"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? t(words.headers.fewer) : t(words.headers.more, { count: folded.size })}
        </Button>
      )}
    </section>
  );
}
