import { DeliveryId, type DeliveryListItem } from '@hooktap/protocol';
import { useQuery } from '@tanstack/react-query';
import { goTo } from '../address/use-address.ts';
import { BodyView } from '../body/BodyView.tsx';
import { problemOf, useHooktap } from '../connection/hooktap.ts';
import { DeliverySection } from '../detail/DeliverySection.tsx';
import { deliveries } from '../messages/deliveries/en.ts';
import { useT } from '../messages/use-t.ts';
import '../detail/detail.css';
import { DetailOutline } from '../detail/DetailOutline.tsx';
import { shortId } from '../format/ids.ts';
import { preciseClock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { titleOf } from '../list/subject-of.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { useEvent } from '../state/use-event.ts';

interface DeliveryDetailProps {
  readonly id: string;
  /** What the log has of it already. */
  readonly listed: DeliveryListItem | undefined;
}

const back = () => goTo({ open: null });

/** Which event a delivery is of, where no loaded page of the log tells. */
function useEventIdOf(id: string, listed: DeliveryListItem | undefined) {
  const hooktap = useHooktap();
  const known = DeliveryId.safeParse(id).data ?? null;
  const { data, error } = useQuery({
    queryKey: ['delivery', id],
    queryFn: () => hooktap.delivery(known as DeliveryId),
    enabled: known !== null && listed === undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: (times, failure) => problemOf(failure)?.status !== 404 && times < 3,
  });
  const isGone = known === null || problemOf(error)?.status === 404;
  return { eventId: listed?.eventId ?? data?.eventId ?? null, isGone: isGone && !listed };
}

/** One delivery: where it stands, what can be done, its attempts and its payload. */
export function DeliveryDetail({ id, listed }: DeliveryDetailProps) {
  const t = useT();
  const { eventId, isGone: isDeliveryGone } = useEventIdOf(id, listed);
  const { item, event, isGone } = useEvent(eventId);
  const delivery = event?.deliveries.find((one) => one.id === id);
  if (isDeliveryGone || isGone || (event && !delivery)) {
    return (
      <div className="detail-empty">
        <p>{t(deliveries.gone)}</p>
        <Button onClick={back}>{t(deliveries.back)}</Button>
      </div>
    );
  }
  if (!item || !event || !delivery) return <DetailOutline />;
  return (
    <div className="detail delivery-detail" tabIndex={-1}>
      <header className="detail-head">
        <div className="detail-title">
          <IconButton
            icon="back"
            name={t(deliveries.back)}
            shortcut="Esc"
            className="detail-back"
            onClick={back}
          />
          <h2 className="cut" title={titleOf(item)}>
            {titleOf(item)}
          </h2>
          <Button icon="right" shortcut="O" onClick={() => goTo({ eventId: event.id })}>
            {t(deliveries.openEvent)}
          </Button>
        </div>
        <p className="detail-sub quiet">
          <code className="cut">
            {visibleLine(item.method)} {visibleLine(item.path)}
          </code>
          <span>·</span>
          <time className="figures" dateTime={delivery.createdAt} title={delivery.createdAt}>
            {preciseClock(delivery.createdAt)}
          </time>
          <span className="detail-id">
            <span>·</span>
            <code title={id}>{shortId(id)}</code>
            <CopyButton text={id} what={t(deliveries.id)} iconOnly />
          </span>
        </p>
      </header>
      <div className="detail-body">
        <DeliverySection delivery={delivery} isLatest hasKeys />
        {item.body.size > 0 && (
          <section className="section">
            <BodyView body={item.body} title={t(deliveries.eventBody)} fileName={item.id} />
          </section>
        )}
      </div>
    </div>
  );
}
