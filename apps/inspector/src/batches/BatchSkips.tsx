import type { BatchSkip } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { batches } from '../messages/batches/en.ts';
import { problems } from '../messages/problems/en.ts';
import { saidAs } from '../messages/said.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { SaidWords } from '../parts/SaidWords.tsx';
import { skippedWords } from './batch-words.ts';

/** Why events of a batch were not sent, each reason with the first event of it. */
export function BatchSkips({ skips }: { readonly skips: readonly BatchSkip[] }) {
  const t = useT();
  if (skips.length === 0) return null;
  return (
    <ul className="batch-skips">
      {skips.map(({ reason, code, count: many, eventId }) => (
        <li key={reason}>
          <span className="figures">{skippedWords(many, t)}</span>
          <span className="second">
            <SaidWords said={saidAs({ ...problems, ...batches.skipped.why }, code, reason, t)} />
          </span>
          <Button icon="right" onClick={() => goTo({ eventId })}>
            {t(batches.skipped.first)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
