import type { EventId } from '@hooktap/protocol';
import { Tabs } from 'radix-ui';
import { lazy, Suspense } from 'react';
import { goTo } from '../address/use-address.ts';
import { BodyView } from '../body/BodyView.tsx';
import { detail } from '../messages/detail/en.ts';
import { signature } from '../messages/signature/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { RawTab } from '../raw/RawTab.tsx';
import { verdictLook } from '../signature/verdict-words.ts';
import { useEvent } from '../state/use-event.ts';
import { DeliveriesTab } from './DeliveriesTab.tsx';
import { DetailHeader } from './DetailHeader.tsx';
import './detail.css';
import { HeaderTable } from '../headers/HeaderTable.tsx';
import { DetailOutline } from './DetailOutline.tsx';
import { Overview } from './Overview.tsx';
import { tabOfAddress, tabsForEvent } from './tabs-for-event.ts';

const SignatureTab = lazy(() => import('../signature/SignatureTab.tsx'));

/** As wide as a figure: the tabs after it stay where they are once it is known. */
const noCountYet = <span aria-hidden="true">{'\u2007'}</span>;

interface EventDetailProps {
  readonly id: EventId;
  readonly tab: string;
}

export default function EventDetail({ id, tab }: EventDetailProps) {
  const t = useT();
  const { item, event, isGone } = useEvent(id);
  const back = () => goTo({ eventId: null, editing: false });
  if (isGone) {
    return (
      <div className="detail-empty">
        <p>{t(detail.gone)}</p>
        <Button onClick={back}>{t(detail.back)}</Button>
      </div>
    );
  }
  if (!item) return <DetailOutline />;
  const tabs = tabsForEvent(item, event);
  return (
    <Tabs.Root
      key={id}
      className="detail"
      value={tabOfAddress(tabs, tab)}
      onValueChange={(next) => goTo({ tab: next }, 'replace')}
    >
      <DetailHeader item={item} onBack={back} />
      <Tabs.List className="detail-tabs" aria-label={t(detail.parts)}>
        {tabs.map(({ name, count, verdict }) => (
          <Tabs.Trigger key={name} value={name} className="detail-tab">
            {t(detail.tab[name])}
            {count !== undefined && <span className="quiet figures">{count ?? noCountYet}</span>}
            {verdict !== undefined && verdict !== 'unchecked' && (
              <span className={verdictLook[verdict].tone}>
                <Icon name={verdictLook[verdict].icon} small />
                <span className="unseen">{t(signature.verdict[verdict])}</span>
              </span>
            )}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="overview" className="detail-body">
        <Overview item={item} event={event} />
      </Tabs.Content>
      <Tabs.Content value="body" className="detail-body">
        <section className="section">
          {item.body.size > 0 ? (
            <BodyView body={item.body} title={t(detail.tab.body)} fileName={item.id} isWhole canFilter />
          ) : (
            <p className="quiet">{t(detail.noBody)}</p>
          )}
        </section>
      </Tabs.Content>
      <Tabs.Content value="headers" className="detail-body">
        {event && (
          <section className="section">
            <HeaderTable title={t(detail.tab.headers)} headers={event.rawHeaders} canFilter />
          </section>
        )}
        {event && event.rawTrailers.length > 0 && (
          <section className="section">
            <HeaderTable title={t(detail.trailers)} headers={event.rawTrailers} />
          </section>
        )}
      </Tabs.Content>
      <Tabs.Content value="signature" className="detail-body">
        <Suspense fallback={<section className="section" aria-busy="true" />}>
          {event && <SignatureTab event={event} />}
        </Suspense>
      </Tabs.Content>
      <Tabs.Content value="deliveries" className="detail-body">
        {event && <DeliveriesTab event={event} />}
      </Tabs.Content>
      <Tabs.Content value="raw" className="detail-body">
        {event && <RawTab event={event} />}
      </Tabs.Content>
    </Tabs.Root>
  );
}
