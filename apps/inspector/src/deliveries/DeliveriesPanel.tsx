import { type DeliveryId, DeliveryStatus } from '@hooktap/protocol';
import { goTo, useAddress } from '../address/use-address.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Splitter } from '../layout/Splitter.tsx';
import { useMedia } from '../layout/use-media.ts';
import { deliveries } from '../messages/deliveries/en.ts';
import { useT } from '../messages/use-t.ts';
import '../list/event-list.css';
import '../list/list-pane.css';
import './deliveries.css';
import { DeliveryDetail } from './DeliveryDetail.tsx';
import { DeliveryLogPane } from './DeliveryLogPane.tsx';
import { deliveryKeys } from './delivery-keys.ts';
import { useDeliveryActions } from './use-delivery-actions.ts';
import { useDeliveryLog } from './use-delivery-log.ts';

const enter = () => document.querySelector<HTMLElement>('.delivery-detail')?.focus();

/** The delivery log: what went to which target and came to what, with one of them beside it. */
export default function DeliveriesPanel() {
  const t = useT();
  const { q, status: asked, open } = useAddress();
  const status = DeliveryStatus.safeParse(asked).data ?? null;
  const isPhone = useMedia('(width < 640px)');
  const { log, ...rest } = useDeliveryLog(q, status);
  const actions = useDeliveryActions();
  const select = (id: DeliveryId) => goTo({ open: id }, open === null ? 'push' : 'replace');
  const selected = log.items.find(({ id }) => id === open);
  useKeys(deliveryKeys({ items: log.items, selected, open, select, actions }));
  return (
    <Splitter
      secondName={t(deliveries.title)}
      isSecondOpen={open !== null}
      first={
        <DeliveryLogPane
          log={log}
          {...rest}
          q={q}
          status={status}
          isPhone={isPhone}
          open={open}
          onOpen={select}
          onEnter={enter}
        />
      }
      second={
        open === null ? (
          <p className="detail-empty">{t(deliveries.choose)}</p>
        ) : (
          <DeliveryDetail key={open} id={open} listed={selected} />
        )
      }
    />
  );
}
