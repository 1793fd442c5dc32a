import type { QueryError } from '@hooktap/query';
import { search } from '../messages/search/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';

interface QueryFaultProps {
  readonly fault: QueryError;
  readonly onTake: (suggestion: string) => void;
}

/** Why the query cannot be read, what would be allowed there, and a guess where there is one. */
export function QueryFault({ fault, onTake }: QueryFaultProps) {
  const t = useT();
  const { suggestion } = fault;
  return (
    <p id="filter-problem" className="suggestions filter-problem" role="alert">
      <span className="bad" lang="en">
        {fault.message}
      </span>{' '}
      <span className="second" lang="en">
        {`Expected ${fault.expected}.`}
      </span>
      {suggestion !== undefined && (
        <Button look="ghost" onClick={() => onTake(suggestion)}>
          {t(search.use, { suggestion })}
        </Button>
      )}
    </p>
  );
}
