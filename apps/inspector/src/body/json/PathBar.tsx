import { visibleLine } from '../../format/visible-text.ts';
import { body } from '../../messages/body/en.ts';
import type { Translate } from '../../messages/translate.ts';
import { useT } from '../../messages/use-t.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { narrowBy } from '../../search/narrow.ts';
import { isExactly } from './exact-number.ts';
import { pathOf, shortPathOf, stringOf } from './json-path.ts';
import { type JsonRows, rowKinds } from './json-rows.ts';
import { termOfRow } from './row-term.ts';

interface PathBarProps {
  readonly text: string;
  readonly rows: JsonRows;
  readonly cursor: number | null;
  /** Whether the list can be narrowed by a value of this body. */
  readonly canFilter: boolean;
  readonly onFoldAll: () => void;
  readonly onUnfoldAll: () => void;
}

/** What a value reads as where it is not what it looks like; null where it is. */
function reading(token: string, kind: number, t: Translate): string | null {
  if (kind === rowKinds.string && token.includes('\\') && token.length < 2000) {
    const string = stringOf(token);
    return string === null ? null : t(body.tree.reads, { text: visibleLine(string) });
  }
  if (kind !== rowKinds.number || token.length > 400) return null;
  const number = Number(token);
  return isExactly(number, token) ? null : t(body.tree.javascript, { number: String(number) });
}

/** Where the cursor stands in the tree, and what can be done with it. */
export function PathBar({ text, rows, cursor, canFilter, onFoldAll, onUnfoldAll }: PathBarProps) {
  const t = useT();
  const folds = (
    <>
      <IconButton icon="right" name={t(body.tree.foldAll)} onClick={onFoldAll} />
      <IconButton icon="chevron" name={t(body.tree.unfoldAll)} onClick={onUnfoldAll} />
    </>
  );
  if (cursor === null) {
    return (
      <div className="path-bar">
        <span className="quiet cut">{t(body.tree.choose)}</span>
        <span className="head-actions">{folds}</span>
      </div>
    );
  }
  const path = shortPathOf(rows, text, cursor);
  const kind = rows.kind[cursor] ?? 0;
  const [start, end] = [rows.start[cursor] ?? 0, rows.end[cursor] ?? 0];
  const isPlain = kind >= rowKinds.string;
  const token = isPlain && end - start < 2000 ? text.slice(start, end) : '';
  const value = () => {
    const raw = text.slice(start, end);
    const string = kind === rowKinds.string ? stringOf(raw) : null;
    // No clipboard takes half a surrogate pair: then it is the text with its escapes.
    return string === null || /\p{Cs}/u.test(string) ? raw : string;
  };
  const term = termOfRow(rows, text, cursor);
  const read = reading(token, kind, t);
  return (
    <div className="path-bar">
      <code className="cut path-words" title={visibleLine(path)}>
        {visibleLine(path)}
      </code>
      <span className="head-actions">
        {canFilter && term !== null && (
          <Button
            look="ghost"
            icon="filter"
            title={t(body.tree.filterWhy)}
            onClick={(click) => narrowBy(term, click.altKey)}
          >
            {t(body.tree.filter)}
          </Button>
        )}
        <CopyButton
          text={() => pathOf(rows, text, cursor)}
          what={t(body.tree.pathName)}
          label={t(body.tree.path)}
        />
        <CopyButton text={value} what={t(body.tree.valueName)} label={t(body.tree.value)} />
        {folds}
      </span>
      {read !== null && <span className="quiet path-reading">{read}</span>}
    </div>
  );
}
