import type { BatchResult } from '@hooktap/protocol';
import { batches } from '../messages/batches/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { isGood, outcomeWords } from './batch-words.ts';

function Outcome({ outcome }: { readonly outcome: string }) {
  const t = useT();
  const isNone = outcome === 'none';
  const good = isGood(outcome);
  return (
    <span className="delivery-status">
      {!isNone && (
        <span className={good ? 'ok' : 'bad'}>
          <Icon name={good ? 'check' : 'failed'} small />
        </span>
      )}
      <span className={isNone ? 'quiet' : good ? undefined : 'bad'}>{outcomeWords(outcome, t)}</span>
    </span>
  );
}

/** What the events were answered before and what they are answered now, the most first. */
export function BatchSummary({ results }: { readonly results: readonly BatchResult[] }) {
  const t = useT();
  if (results.length === 0) return <p className="quiet">{t(batches.summary.nothing)}</p>;
  const sorted = [...results].sort((a, b) => b.count - a.count);
  return (
    <table className="batch-summary">
      <thead>
        <tr>
          <th scope="col">{t(batches.summary.before)}</th>
          <th scope="col">{t(batches.summary.now)}</th>
          <th scope="col" className="end">
            {t(batches.summary.events)}
          </th>
          <th scope="col">
            <span className="unseen">{t(batches.summary.change)}</span>
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
            <td className="end figures">{t.number(many)}</td>
            <td className="quiet">
              {!isGood(before) && before !== 'none' && isGood(after) && t(batches.summary.mended)}
              {isGood(before) && !isGood(after) && t(batches.summary.worse)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
