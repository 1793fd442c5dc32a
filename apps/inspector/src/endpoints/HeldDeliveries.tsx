import { useQuery } from '@tanstack/react-query';
import { goTo } from '../address/use-address.ts';
import { useHooktap } from '../connection/hooktap.ts';
import { DeliveryActions } from '../deliveries/DeliveryActions.tsx';
import { useAgain } from '../deliveries/use-again.ts';
import { clock } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { endpoints } from '../messages/endpoints/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { termOf } from '../search/filter-term.ts';
import { useStreamChanges } from '../state/stream-changes.ts';

const SHOWN = 20;
const AGAIN_MS = 300;

/** What waits at the breakpoint, the oldest first: each to be let go, edited or answered by hand. */
export function HeldDeliveries({ endpoint }: { readonly endpoint: string }) {
  const t = useT();
  const hooktap = useHooktap();
  const q = termOf('endpoint', endpoint);
  const { data, refetch } = useQuery({
    queryKey: ['deliveries', 'held', endpoint],
    queryFn: () => hooktap.deliveries({ q, status: 'held', limit: SHOWN }),
    gcTime: 0,
  });
  const again = useAgain(() => void refetch(), AGAIN_MS);
  useStreamChanges((changes) => {
    const concerns = changes.some(
      (change) => change.type === 'delivery.updated' && change.delivery.endpoint === endpoint,
    );
    if (concerns) again();
  });
  if (!data) return null;
  const more = data.total - data.items.length;
  return (
    <section className="held-deliveries" aria-label={t(endpoints.held.label, { endpoint })}>
      {data.items.length === 0 && <p className="quiet">{t(endpoints.held.none)}</p>}
      <ul>
        {[...data.items].reverse().map((delivery) => {
          const { event } = delivery;
          return (
            <li key={delivery.id}>
              <button
                type="button"
                className="held-event"
                onClick={() => goTo({ eventId: event.id })}
                title={t(endpoints.held.open)}
              >
                <span className="quiet figures">{clock(event.receivedAt)}</span>
                <code>{visibleLine(event.method)}</code>
                <span className="strong cut">{visibleLine(event.eventType ?? event.path)}</span>
                {event.subject && <span className="second cut">{visibleLine(event.subject)}</span>}
              </button>
              <DeliveryActions delivery={delivery} />
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <Button look="ghost" onClick={() => goTo({ panel: 'deliveries', q, status: 'held' })}>
          {t(endpoints.held.more, { count: more })}
        </Button>
      )}
    </section>
  );
}
