import type { EventId, EventListItem, Thread } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { problemWords } from '../connection/problem-words.ts';
import { momentOf } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { subjectOf, titleOf } from '../list/subject-of.ts';
import { parts } from '../messages/parts/en.ts';
import { threads } from '../messages/threads/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../state/use-now.ts';
import { Lifeline } from './Lifeline.tsx';
import { LifeTroubles } from './LifeTroubles.tsx';
import { idOfKey } from './lifeline.ts';
import { useThread } from './use-thread.ts';

/** What tells of no message's life: a new conversation, a typing notice. */
function others({ events, messages }: Thread): readonly EventListItem[] {
  const told = new Set(messages.flatMap(({ steps }) => steps.map(({ eventId }) => eventId)));
  return events.filter(({ id }) => !told.has(id));
}

/** The conversation as lanes: one for each message, its steps from left to right. */
export function ThreadLanes({ id }: { readonly id: EventId }) {
  const t = useT();
  const now = useNow(60_000);
  const { data: thread, error } = useThread(id, []);
  if (error) return <p className="bad">{problemWords(error, t(parts.noAnswerTryAgain))}</p>;
  if (!thread) return <div className="lanes" aria-busy="true" />;
  const first = new Map(thread.events.map((event) => [event.id, event]));
  return (
    <div className="lanes">
      {others(thread).map((event) => (
        <button
          type="button"
          key={event.id}
          className="lane-event"
          onClick={() => goTo({ eventId: event.id })}
        >
          <span className="quiet figures">{momentOf(event.receivedAt, now, t)}</span>
          <span className="strong">{titleOf(event)}</span>
          <span className="second cut">{subjectOf(event, t)}</span>
          <Icon name="right" small />
        </button>
      ))}
      {thread.messages
        .filter(({ steps }) => steps.length > 0)
        .map((life) => {
          const about = life.steps[0] && first.get(life.steps[0].eventId);
          return (
            <section
              key={life.key}
              className="lane"
              aria-label={t(threads.message, { id: visibleLine(idOfKey(life.key)) })}
            >
              <div className="lane-name">
                <p className="cut">{about ? subjectOf(about, t) : ''}</p>
                <code className="quiet cut" title={visibleLine(life.key)}>
                  {visibleLine(idOfKey(life.key))}
                </code>
              </div>
              <div>
                <Lifeline life={life} here={null} />
                <LifeTroubles troubles={life.troubles} />
              </div>
            </section>
          );
        })}
      {thread.cut && <p className="quiet">{t(threads.onlyNewest)}</p>}
    </div>
  );
}
