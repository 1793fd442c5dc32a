import type { Event, EventListItem } from '@hooktap/protocol';
import { lazy, Suspense } from 'react';
import { goTo } from '../address/use-address.ts';
import { BodyView } from '../body/BodyView.tsx';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { visibleText } from '../format/visible-text.ts';
import { detail } from '../messages/detail/en.ts';
import { useT } from '../messages/use-t.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ThreadSection } from '../threads/ThreadSection.tsx';
import { AttemptsSection } from './AttemptsSection.tsx';
import { Facts } from './Facts.tsx';
import { NoteAndTags } from './NoteAndTags.tsx';
import { ResponseExcerpt } from './ResponseExcerpt.tsx';
import { toldDelivery, whatHappened } from './what-happened.ts';

const EventDriftLine = lazy(() => import('../drift/EventDriftLine.tsx'));

/** What happened and what to do; below it the evidence. */
export function Overview({
  item,
  event,
}: {
  readonly item: EventListItem;
  readonly event: Event | undefined;
}) {
  const t = useT();
  const endpoint = useEndpoints()?.find(({ name }) => name === item.endpoint);
  const story = whatHappened(item, event, endpoint, t);
  const told = event && toldDelivery(event);
  return (
    <>
      <section className="section story" aria-label={t(detail.whatHappened)}>
        {story && (
          <>
            <span className={story.tone}>
              <Icon name={story.icon} />
            </span>
            <div>
              <p className="strong">{visibleText(story.happened)}</p>
              {story.todo && <p className="second">{visibleText(story.todo)}</p>}
              {story.seeTab && (
                <p className="story-more">
                  <Button icon="right" onClick={() => goTo({ tab: 'signature' })}>
                    {t(detail.story.seeWhy)}
                  </Button>
                </p>
              )}
              {(story.tone === 'bad' || story.tone === 'warn') && told && <ResponseExcerpt delivery={told} />}
            </div>
          </>
        )}
      </section>
      <section className="section" aria-label={t(detail.request)}>
        <Facts item={item} />
      </section>
      <NoteAndTags item={item} />
      {event && <AttemptsSection event={event} />}
      {item.threadKeys !== undefined && item.threadKeys.length > 0 && <ThreadSection item={item} />}
      {item.body.size > 0 && item.eventType !== null && (
        <Suspense fallback={null}>
          <EventDriftLine item={item} />
        </Suspense>
      )}
      {item.body.size > 0 && (
        <section className="section">
          <BodyView body={item.body} title={t(detail.tab.body)} fileName={item.id} canFilter />
        </section>
      )}
    </>
  );
}
