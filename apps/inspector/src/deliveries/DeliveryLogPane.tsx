import type { DeliveryId, DeliveryStatus } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { visibleLine } from '../format/visible-text.ts';
import { deliveries } from '../messages/deliveries/en.ts';
import { delivery } from '../messages/delivery/en.ts';
import { layout } from '../messages/layout/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useCommands } from '../state/Commands.tsx';
import { DeliveryRows } from './DeliveryRows.tsx';
import { DeliverySearch } from './DeliverySearch.tsx';
import { StatusChips } from './StatusChips.tsx';
import { useDeliveryActions } from './use-delivery-actions.ts';
import type { DeliveryLog } from './use-delivery-log.ts';

interface DeliveryLogPaneProps extends DeliveryLog {
  readonly q: string;
  readonly status: DeliveryStatus | null;
  readonly isPhone: boolean;
  readonly open: string | null;
  readonly onOpen: (id: DeliveryId) => void;
  readonly onEnter: () => void;
}

function NothingFound({ q, status }: { readonly q: string; readonly status: DeliveryStatus | null }) {
  const t = useT();
  if (q === '' && status === null) {
    return (
      <div className="nothing-found">
        <p>{t(deliveries.none.yet)}</p>
      </div>
    );
  }
  const query = <code>{visibleLine(q)}</code>;
  return (
    <div className="nothing-found">
      <p>
        {status === null
          ? t.rich(deliveries.none.query, { q: query })
          : q === ''
            ? t(deliveries.none.status, { status: t(delivery.status[status]) })
            : t.rich(deliveries.none.both, { status: t(delivery.status[status]), q: query })}
      </p>
      <Button onClick={() => goTo({ q: '', status: null })}>{t(layout.clearFilters)}</Button>
    </div>
  );
}

/** Search, totals and rows of the log, and what can be done with all that is found. */
export function DeliveryLogPane(props: DeliveryLogPaneProps) {
  const t = useT();
  const { log, problem, q, status, ...rows } = props;
  const { canAct } = useCommands();
  const { all } = useDeliveryActions();
  const { totals, total, arrivals } = log;
  const count = status === null ? total : totals[status];
  const matching = { q, status, total: count };
  const openOnes = status === null ? totals.pending + totals.retrying + totals.held : count;
  const canCancel = openOnes > 0 && !['succeeded', 'failed', 'cancelled'].includes(status ?? '');
  const canRetry =
    count > 0 && status !== 'pending' && status !== 'succeeded' && (status !== null || q !== '');
  const isEmpty = log.loaded && log.items.length === 0 && arrivals.length === 0;
  const show = () => {
    document.getElementById('delivery-list')?.scrollTo({ top: 0 });
    rows.hold(false);
  };
  return (
    <section className="list-pane deliveries-pane" aria-label={t(deliveries.label)}>
      <DeliverySearch q={q} log={log} problem={problem} />
      <div className="list-bar deliveries-bar">
        <StatusChips totals={totals} isExact={log.totalIsExact} chosen={status} />
        <span className="deliveries-all">
          {arrivals.length > 0 && (
            <button type="button" className="button primary arrivals" onClick={show}>
              <Icon name="up" small />
              {t(deliveries.new, { count: arrivals.length })}
            </button>
          )}
          {canRetry && (
            <Button
              icon={status === 'held' ? 'play' : 'turning'}
              disabled={!canAct}
              onClick={() => void all('retry', matching)}
            >
              {t(status === 'held' ? deliveries.releaseMany : deliveries.retryMany, { count })}
            </Button>
          )}
          {canCancel && (
            <Button
              look="ghost"
              icon="cross"
              disabled={!canAct}
              title={t(deliveries.cancelWhy)}
              onClick={() => void all('cancel', { ...matching, total: openOnes })}
            >
              {t(deliveries.cancelMany, { count: openOnes })}
            </Button>
          )}
        </span>
      </div>
      {isEmpty ? <NothingFound q={q} status={status} /> : <DeliveryRows log={log} {...rows} />}
    </section>
  );
}
