import type { ReactNode } from 'react';
import { search } from '../messages/search/en.ts';
import { useT } from '../messages/use-t.ts';
import './filter-value.css';
import { narrowBy } from './narrow.ts';

interface FilterValueProps {
  readonly term: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A value that the list can be narrowed by: clicked it is asked for, with Alt it is left out. */
export function FilterValue({ term, className = '', children }: FilterValueProps) {
  const t = useT();
  return (
    <button
      type="button"
      className={`filter-value ${className}`}
      title={t(search.showOnly, { term })}
      onClick={(click) => narrowBy(term, click.altKey)}
    >
      {children}
    </button>
  );
}
