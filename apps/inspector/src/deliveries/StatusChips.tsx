import { type DeliveryPage, DeliveryStatus } from '@hooktap/protocol';
import { useEffect, useRef } from 'react';
import { goTo } from '../address/use-address.ts';
import { deliveryWords } from '../delivery/delivery-words.ts';
import { deliveries } from '../messages/deliveries/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';

/** What needs a person stands first. */
const order: readonly DeliveryStatus[] = ['failed', 'retrying', 'held', 'pending', 'succeeded', 'cancelled'];

interface StatusChipsProps {
  readonly totals: DeliveryPage['totals'];
  readonly isExact: boolean;
  readonly chosen: DeliveryStatus | null;
}

/** How many have which status; each narrows the log to its own. */
export function StatusChips({ totals, isExact, chosen }: StatusChipsProps) {
  const t = useT();
  const chips = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    // Where they do not all fit, the chosen one is in sight.
    const pressed = chips.current?.querySelector('[aria-pressed="true"]');
    pressed?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  const all = DeliveryStatus.options.reduce((sum, status) => sum + totals[status], 0);
  const more = isExact ? '' : '+';
  return (
    <fieldset ref={chips} className="status-chips">
      <legend className="unseen">{t(deliveries.status)}</legend>
      <button
        type="button"
        className="status-chip"
        aria-pressed={chosen === null}
        onClick={() => goTo({ status: null, open: null })}
      >
        {t(deliveries.all)}{' '}
        <span className="quiet figures">
          {t.number(all)}
          {more}
        </span>
      </button>
      {order
        .filter((status) => totals[status] > 0 || status === chosen)
        .map((status) => {
          const { icon, tone } = deliveryWords({ status }, t);
          return (
            <button
              key={status}
              type="button"
              className="status-chip"
              aria-pressed={chosen === status}
              onClick={() => goTo({ status: chosen === status ? null : status, open: null })}
            >
              <span className={tone}>
                <Icon name={icon} small />
              </span>
              {t(deliveries.chip[status])}{' '}
              <span className="quiet figures">
                {t.number(totals[status])}
                {more}
              </span>
            </button>
          );
        })}
    </fieldset>
  );
}
