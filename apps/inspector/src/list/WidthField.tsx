import { useState } from 'react';

/** Pixels that a column may have. */
const LEAST = 32;
const MOST = 1200;

interface WidthFieldProps {
  readonly label: string;
  /** Undefined: the usual one. */
  readonly width: number | undefined;
  readonly placeholder: string;
  readonly onResize: (width: number | undefined) => void;
}

/** A column's width to be typed: what is only begun (`9` of `90`) stands, and counts once it can be one. */
export function WidthField({ label, width, placeholder, onResize }: WidthFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      className="field figures"
      aria-label={label}
      type="number"
      min={LEAST}
      max={MOST}
      step={4}
      placeholder={placeholder}
      value={typed ?? width ?? ''}
      onChange={({ target }) => {
        setTyped(target.value);
        const asked = target.valueAsNumber;
        if (target.value === '') onResize(undefined);
        else if (asked >= LEAST && asked <= MOST) onResize(asked);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
