import type { DeliveryId, DeliveryStatus } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { count as amount } from '../format/measures.ts';
import { visibleLine } from '../format/visible-text.ts';
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
  if (q === '' && status === null) {
    return (
      <div className="nothing-found">
        <p>Nothing was delivered yet. Each event that goes to a target has its line here.</p>
      </div>
    );
  }
  const isNarrowed = status !== null;
  return (
    <div className="nothing-found">
      <p>
        No delivery {isNarrowed ? `is ${status}` : ''}
        {q !== '' && (
          <>
            {isNarrowed ? ' and ' : ''}matches <code>{visibleLine(q)}</code>
          </>
        )}
        .
      </p>
      <Button onClick={() => goTo({ q: '', status: null })}>Clear filters</Button>
    </div>
  );
}

/** Search, totals and rows of the log, and what can be done with all that is found. */
export function DeliveryLogPane(props: DeliveryLogPaneProps) {
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
    <section className="list-pane deliveries-pane" aria-label="Deliveries">
      <DeliverySearch q={q} log={log} problem={problem} />
      <div className="list-bar deliveries-bar">
        <StatusChips totals={totals} isExact={log.totalIsExact} chosen={status} />
        <span className="deliveries-all">
          {arrivals.length > 0 && (
            <button type="button" className="button primary arrivals" onClick={show}>
              <Icon name="up" small />
              {arrivals.length} new
            </button>
          )}
          {canRetry && (
            <Button
              icon={status === 'held' ? 'play' : 'turning'}
              disabled={!canAct}
              onClick={() => void all('retry', matching)}
            >
              {status === 'held' ? 'Let go' : 'Retry'} {amount(count)}…
            </Button>
          )}
          {canCancel && (
            <Button
              look="ghost"
              icon="cross"
              disabled={!canAct}
              title="Ends what is open of them"
              onClick={() => void all('cancel', { ...matching, total: openOnes })}
            >
              Cancel {amount(openOnes)}…
            </Button>
          )}
        </span>
      </div>
      {isEmpty ? <NothingFound q={q} status={status} /> : <DeliveryRows log={log} {...rows} />}
    </section>
  );
}
