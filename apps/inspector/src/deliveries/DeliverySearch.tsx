import type { DeliveryListItem } from '@hooktap/protocol';
import { type ReactNode, useCallback } from 'react';
import { deliveries } from '../messages/deliveries/en.ts';
import { useT } from '../messages/use-t.ts';
import { SearchField } from '../search/SearchField.tsx';
import { type Known, likeliest } from '../search/suggestions.ts';
import type { DeliveryLogState } from './delivery-log.ts';

/** Values that occur in the loaded deliveries. */
function knownValues(items: readonly DeliveryListItem[]): Known {
  return {
    provider: likeliest(items.map(({ event }) => event.provider)),
    type: likeliest(items.map(({ event }) => event.eventType)),
    path: likeliest(items.map(({ event }) => event.path)),
    method: likeliest(items.map(({ event }) => event.method)),
    endpoint: likeliest(items.map(({ endpoint }) => endpoint)),
    target: likeliest(items.map(({ target }) => target)),
  };
}

interface DeliverySearchProps {
  readonly q: string;
  readonly log: DeliveryLogState;
  readonly problem: ReactNode;
}

/** The search box of the delivery log. */
export function DeliverySearch({ q, log, problem }: DeliverySearchProps) {
  const t = useT();
  const { items, total, totalIsExact } = log;
  const known = useCallback(() => knownValues(items), [items]);
  return (
    <SearchField
      q={q}
      subject="delivery"
      label={t(deliveries.filter)}
      found={`${t.number(total)}${totalIsExact ? '' : '+'}`}
      problem={problem}
      list="delivery-list"
      known={known}
    />
  );
}
