import type { QueryError } from '@hooktap/query';
import { saidInParts } from '../messages/said.ts';
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
  const { suggestion, expectedPart } = fault;
  const message = saidInParts(['query-faults.fault'], fault.parts, fault.message, t);
  const expected = saidInParts(['query-faults.expectation'], [expectedPart], fault.expected, t);
  return (
    <p id="filter-problem" className="suggestions filter-problem" role="alert">
      <span className="bad" lang={message.lang}>
        {message.words}
      </span>{' '}
      <span className="second">
        {t.rich(search.expected, { what: <span lang={expected.lang}>{expected.words}</span> })}
      </span>
      {suggestion !== undefined && (
        <Button look="ghost" onClick={() => onTake(suggestion)}>
          {t(search.use, { suggestion })}
        </Button>
      )}
    </p>
  );
}
