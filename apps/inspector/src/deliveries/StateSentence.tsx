import type { DeliverySummary } from '@hooktap/protocol';
import { serverSaid } from '../connection/server-said.ts';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { visibleText } from '../format/visible-text.ts';
import { useT } from '../messages/use-t.ts';
import { SaidWords } from '../parts/SaidWords.tsx';
import { useNow } from '../state/use-now.ts';
import { isOpen, stateSentence } from './delivery-state.ts';

function Sentence({ delivery }: { readonly delivery: DeliverySummary }) {
  const t = useT();
  const now = useNow(1000);
  const endpoint = useEndpoints()?.find(({ name }) => name === delivery.endpoint);
  const sentence = stateSentence(delivery, endpoint, now, t);
  return sentence === null ? null : <p className="second state-sentence">{visibleText(sentence)}</p>;
}

/** Why an open delivery stands where it stands, and when it goes on; of one that is over why, where that is told. */
export function StateSentence({ delivery }: { readonly delivery: DeliverySummary }) {
  const t = useT();
  if (isOpen(delivery)) return <Sentence delivery={delivery} />;
  if (delivery.reason === undefined) return null;
  return (
    <p className="second state-sentence">
      <SaidWords said={serverSaid(delivery.reason, delivery.parts, t)} />
    </p>
  );
}
