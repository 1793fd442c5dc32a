import { useId } from 'react';

interface TriggerFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly problem: string | undefined;
  readonly isNumber?: boolean;
  readonly onChange: (value: string) => void;
}

/** One short field with what is wrong with it. */
export function TriggerField({ label, value, placeholder, problem, isNumber, onChange }: TriggerFieldProps) {
  const id = useId();
  return (
    <div className={isNumber ? 'trigger-field number' : 'trigger-field'}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field mono"
        value={value}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        inputMode={isNumber ? 'numeric' : 'url'}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={(change) => onChange(change.target.value)}
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} className="bad">
          {problem}
        </p>
      )}
    </div>
  );
}
