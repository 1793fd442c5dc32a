import { Button, IconButton } from '../parts/Button.tsx';
import type { HeaderRow } from './edit-draft.ts';

interface HeaderRowsProps {
  readonly headers: readonly HeaderRow[];
  readonly problemAt: (path: string) => string | undefined;
  readonly onChange: (headers: readonly HeaderRow[]) => void;
}

export function HeaderRows({ headers, problemAt, onChange }: HeaderRowsProps) {
  const put = (row: HeaderRow) => onChange(headers.map((other) => (other.key === row.key ? row : other)));
  const nextKey = Math.max(-1, ...headers.map(({ key }) => key)) + 1;
  return (
    <section className="editor-section" aria-label="Headers">
      <h3 className="section-head">
        Headers <span className="quiet head-note">{headers.length}; Host and length are set by Hooktap</span>
        <span className="head-actions">
          <Button
            icon="plus"
            look="ghost"
            onClick={() => onChange([...headers, { key: nextKey, name: '', value: '' }])}
          >
            Add
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
                aria-label={`Name of header ${index + 1}`}
                aria-invalid={problem !== undefined}
                value={row.name}
                spellCheck={false}
                onChange={(change) => put({ ...row, name: change.target.value })}
              />
              <input
                className="mono"
                aria-label={`Value of ${row.name || `header ${index + 1}`}`}
                aria-invalid={problem !== undefined}
                value={row.value}
                spellCheck={false}
                onChange={(change) => put({ ...row, value: change.target.value })}
              />
              <IconButton
                icon="cross"
                name={`Remove ${row.name || 'header'}`}
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
