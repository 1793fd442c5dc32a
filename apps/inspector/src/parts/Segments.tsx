import { ToggleGroup } from 'radix-ui';
import './segments.css';

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side. */
export function Segments<T extends string>({ label, value, options, labels, onChange }: SegmentsProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      className="segments"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const chosen = options.find((option) => option === next);
        if (chosen) onChange(chosen);
      }}
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option} value={option} className="segment">
          {labels[option]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
