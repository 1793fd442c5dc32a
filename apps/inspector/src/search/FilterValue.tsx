import type { ReactNode } from 'react';
import './filter-value.css';
import { narrowBy } from './narrow.ts';

interface FilterValueProps {
  readonly term: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A value that the list can be narrowed by: clicked it is asked for, with Alt it is left out. */
export function FilterValue({ term, className = '', children }: FilterValueProps) {
  return (
    <button
      type="button"
      className={`filter-value ${className}`}
      title={`Show only ${term}. With Alt: leave it out.`}
      onClick={(click) => narrowBy(term, click.altKey)}
    >
      {children}
    </button>
  );
}
