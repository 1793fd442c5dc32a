import type { DeliverySummary } from '@hooktap/protocol';
import { lazy, Suspense, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { deliveries } from '../messages/deliveries/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { DialogComing } from '../parts/DialogComing.tsx';
import { useCommands } from '../state/Commands.tsx';
import { verbsFor } from './delivery-state.ts';
import { useDeliveryActions } from './use-delivery-actions.ts';

const AnswerDialog = lazy(() => import('./AnswerDialog.tsx'));

interface DeliveryActionsProps {
  readonly delivery: DeliverySummary;
  /** With the keys that the delivery log has for them. */
  readonly hasKeys?: boolean;
}

/** The buttons of one delivery: what can be done as it stands. */
export function DeliveryActions({ delivery, hasKeys = false }: DeliveryActionsProps) {
  const t = useT();
  const actions = useDeliveryActions();
  const { canAct } = useCommands();
  const endpoint = useEndpoints()?.find(({ name }) => name === delivery.endpoint);
  const [isAnswering, setIsAnswering] = useState(false);
  const { id, status } = delivery;
  const verbs = new Set(verbsFor(delivery, endpoint));
  const key = (name: string) => (hasKeys ? { shortcut: name } : {});
  return (
    <span className="delivery-actions">
      {verbs.has('release') && (
        <Button icon="play" disabled={!canAct} {...key('R')} onClick={() => actions.release(id)}>
          {t(deliveries.verb.release)}
        </Button>
      )}
      {verbs.has('edit') && (
        <Button
          icon="edit"
          disabled={!canAct}
          {...key('E')}
          onClick={() => goTo({ eventId: delivery.eventId, editing: true, release: id })}
        >
          {t(deliveries.verb.edit)}
        </Button>
      )}
      {verbs.has('answer') && (
        <Button icon="reply" disabled={!canAct} onClick={() => setIsAnswering(true)}>
          {t(deliveries.verb.answer)}
        </Button>
      )}
      {verbs.has('retry') && (
        <Button icon="turning" disabled={!canAct} {...key('R')} onClick={() => actions.retry(id)}>
          {t(status === 'retrying' ? deliveries.verb.retryNow : deliveries.verb.retry)}
        </Button>
      )}
      {verbs.has('cancel') && (
        <Button look="ghost" icon="cross" disabled={!canAct} {...key('S')} onClick={() => actions.cancel(id)}>
          {t(status === 'retrying' ? deliveries.verb.stop : deliveries.verb.cancel)}
        </Button>
      )}
      {isAnswering && (
        <Suspense fallback={<DialogComing />}>
          <AnswerDialog delivery={delivery} onClose={() => setIsAnswering(false)} />
        </Suspense>
      )}
    </span>
  );
}
