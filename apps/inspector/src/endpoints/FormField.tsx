import { useId } from 'react';
import type { EndpointDraft, EndpointProblems } from './endpoint-draft.ts';

export interface FieldsProps {
  readonly draft: EndpointDraft;
  readonly problems: EndpointProblems;
  readonly onChange: (change: Partial<EndpointDraft>) => void;
}

type TextField = {
  [K in keyof EndpointDraft]: string extends EndpointDraft[K] ? K : never;
}[keyof EndpointDraft];

interface FormFieldProps extends FieldsProps {
  readonly field: TextField;
  readonly label: string;
  readonly note?: string;
  readonly placeholder?: string;
  /** More than one: one item a line. */
  readonly rows?: number;
  readonly isShort?: boolean;
  readonly isFixed?: boolean;
  readonly takesFocus?: boolean;
}

/** One line of the form: its name, its field, and what is wrong with it. */
export function FormField(props: FormFieldProps) {
  const { field, label, note, placeholder, rows, isShort = false, draft, problems, onChange } = props;
  const id = useId();
  const problem = problems[field];
  const common = {
    id,
    className: `field mono ${isShort ? 'short' : ''}`,
    value: draft[field],
    placeholder,
    spellCheck: false,
    autoComplete: 'off',
    readOnly: props.isFixed,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem === undefined && note === undefined ? undefined : `${id}-note`,
    'data-focus-first': props.takesFocus || undefined,
  } as const;
  return (
    <div className="form-line">
      <label htmlFor={id}>{label}</label>
      <div>
        {rows === undefined ? (
          <input {...common} onChange={(change) => onChange({ [field]: change.target.value })} />
        ) : (
          <textarea
            {...common}
            rows={rows}
            onChange={(change) => onChange({ [field]: change.target.value })}
          />
        )}
        {(problem ?? note) !== undefined && (
          <p id={`${id}-note`} className={problem === undefined ? 'quiet' : 'bad'}>
            {problem ?? note}
          </p>
        )}
      </div>
    </div>
  );
}

interface FormChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

/** One of several, as the browser's own list. */
export function FormChoice<T extends string>({ label, value, choices, onChange }: FormChoiceProps<T>) {
  const id = useId();
  const names = Object.keys(choices) as T[];
  return (
    <div className="form-line">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={(change) => {
          const chosen = names.find((name) => name === change.target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {choices[name]}
          </option>
        ))}
      </select>
    </div>
  );
}
