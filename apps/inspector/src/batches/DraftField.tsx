import { useId } from 'react';
import type { BatchDraft, DraftProblems } from './batch-draft.ts';

type TextField = { [K in keyof BatchDraft]: BatchDraft[K] extends string ? K : never }[keyof BatchDraft];

export interface DraftProps {
  readonly draft: BatchDraft;
  readonly problems: DraftProblems;
  readonly onChange: (change: Partial<BatchDraft>) => void;
}

interface DraftFieldProps extends DraftProps {
  readonly name: string;
  readonly field: TextField;
  readonly note?: string;
  readonly placeholder?: string;
}

/** One line of the dialog: its name, its field, and what is wrong with it. */
export function DraftField({ name, field, note, placeholder, draft, problems, onChange }: DraftFieldProps) {
  const id = useId();
  const problem = problems[field];
  const isText = field === 'target' || field === 'delay';
  return (
    <div className="draft-row">
      <label className="draft-name" htmlFor={id}>
        {name}
      </label>
      <div>
        <input
          id={id}
          className={`field ${isText ? 'mono' : 'figures'} ${field === 'target' ? '' : 'short'}`}
          value={draft[field]}
          inputMode={field === 'target' ? 'url' : isText ? 'text' : 'decimal'}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined && note === undefined ? undefined : `${id}-note`}
          onChange={(change) => onChange({ [field]: change.target.value })}
        />
        {(problem ?? note) !== undefined && (
          <span id={`${id}-note`} className={problem === undefined ? 'quiet' : 'bad'}>
            {problem ?? note}
          </span>
        )}
      </div>
    </div>
  );
}
