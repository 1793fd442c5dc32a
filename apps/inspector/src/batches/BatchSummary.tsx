import type { BatchResult } from '@hooktap/protocol';
import { count } from '../format/measures.ts';
import { Icon } from '../parts/Icon.tsx';
import { isGood, outcomeWords } from './batch-words.ts';

function Outcome({ outcome }: { readonly outcome: string }) {
  const isNone = outcome === 'none';
  const good = isGood(outcome);
  return (
    <span className="delivery-status">
      {!isNone && (
        <span className={good ? 'ok' : 'bad'}>
          <Icon name={good ? 'check' : 'failed'} small />
        </span>
      )}
      <span className={isNone ? 'quiet' : good ? undefined : 'bad'}>{outcomeWords(outcome)}</span>
    </span>
  );
}

/** What the events were answered before and what they are answered now, the most first. */
export function BatchSummary({ results }: { readonly results: readonly BatchResult[] }) {
  if (results.length === 0) return <p className="quiet">Nothing has been answered yet.</p>;
  const sorted = [...results].sort((a, b) => b.count - a.count);
  return (
    <table className="batch-summary">
      <thead>
        <tr>
          <th scope="col">Before</th>
          <th scope="col">Now</th>
          <th scope="col" className="end">
            Events
          </th>
          <th scope="col">
            <span className="unseen">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ before, after, count: many }) => (
          <tr key={`${before} ${after}`}>
            <td>
              <Outcome outcome={before} />
            </td>
            <td>
              <Outcome outcome={after} />
            </td>
            <td className="end figures">{count(many)}</td>
            <td className="quiet">
              {!isGood(before) && before !== 'none' && isGood(after) && 'mended'}
              {isGood(before) && !isGood(after) && 'worse than before'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
