import { editor } from '../messages/editor/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import type { HeaderRow } from './edit-draft.ts';

interface HeaderRowsProps {
  readonly headers: readonly HeaderRow[];
  readonly problemAt: (path: string) => string | undefined;
  readonly onChange: (headers: readonly HeaderRow[]) => void;
}

export function HeaderRows({ headers, problemAt, onChange }: HeaderRowsProps) {
  const t = useT();
  const put = (row: HeaderRow) => onChange(headers.map((other) => (other.key === row.key ? row : other)));
  const nextKey = Math.max(-1, ...headers.map(({ key }) => key)) + 1;
  return (
    <section className="editor-section" aria-label={t(editor.headers.title)}>
      <h3 className="section-head">
        {t(editor.headers.title)}{' '}
        <span className="quiet head-note">{t(editor.headers.note, { count: headers.length })}</span>
        <span className="head-actions">
          <Button
            icon="plus"
            look="ghost"
            onClick={() => onChange([...headers, { key: nextKey, name: '', value: '' }])}
          >
            {t(editor.headers.add)}
          </Button>
        </span>
      </h3>
      <ul className="header-rows">
        {headers.map((row, index) => {
          const problem = problemAt(`headers[${index}]`);
          return (
            <li key={row.key}>
              <input
                className="mono"
                aria-label={t(editor.headers.name, { number: index + 1 })}
                aria-invalid={problem !== undefined}
                value={row.name}
                spellCheck={false}
                onChange={(change) => put({ ...row, name: change.target.value })}
              />
              <input
                className="mono"
                aria-label={
                  row.name === ''
                    ? t(editor.headers.value, { number: index + 1 })
                    : t(editor.headers.valueOf, { name: row.name })
                }
                aria-invalid={problem !== undefined}
                value={row.value}
                spellCheck={false}
                onChange={(change) => put({ ...row, value: change.target.value })}
              />
              <IconButton
                icon="cross"
                name={
                  row.name === ''
                    ? t(editor.headers.remove)
                    : t(editor.headers.removeNamed, { name: row.name })
                }
                onClick={() => onChange(headers.filter(({ key }) => key !== row.key))}
              />
              {problem && <p className="bad">{problem}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
