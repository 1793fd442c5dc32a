import { useState } from 'react';
import { columnWidth } from '../layout/view-settings.ts';

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
      min={columnWidth.least}
      max={columnWidth.most}
      step={1}
      placeholder={placeholder}
      value={typed ?? width ?? ''}
      onChange={({ target }) => {
        setTyped(target.value);
        const asked = target.valueAsNumber;
        if (target.value === '') onResize(undefined);
        else if (asked >= columnWidth.least && asked <= columnWidth.most) onResize(asked);
      }}
      onBlur={({ target }) => {
        const asked = target.valueAsNumber;
        if (asked < columnWidth.least || asked > columnWidth.most)
          onResize(Math.min(Math.max(asked, columnWidth.least), columnWidth.most));
        setTyped(null);
      }}
    />
  );
}
