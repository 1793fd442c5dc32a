import { visibleLine } from '../format/visible-text.ts';
import { list } from '../messages/list/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import type { ThreadHead } from './thread-rows.ts';

/** Folds and unfolds for the pointer; keyboards have the arrows. */
export function ThreadMark({
  thread,
  isUnread,
}: {
  readonly thread: ThreadHead;
  readonly isUnread: boolean;
}) {
  const t = useT();
  return (
    <span
      className={`thread-mark ${thread.isUnfolded ? 'unfolded' : ''} ${isUnread ? 'has-unread' : ''}`}
      data-fold
      title={t(thread.isUnfolded ? list.fold : list.unfold)}
    >
      <Icon name="right" small />
    </span>
  );
}

const isBad = (step: string) => /fail|undelivered|reject|error/.test(step);

/** Before the subject: how many events the thread has, and how far its message has come. */
export function ThreadWords({
  thread: { events, isUnfolded, failed, life },
}: {
  readonly thread: ThreadHead;
}) {
  const t = useT();
  return (
    <>
      <span className="thread-events figures" title={t(list.threadEvents, { count: events })}>
        {events}
      </span>
      {failed > 0 && !isUnfolded && (
        <span className="thread-failed bad">{t(list.threadFailed, { count: failed })}</span>
      )}
      {life.length > 0 && (
        <span className="thread-life">
          {life.map((step, index) => (
            <span key={index} className={isBad(step) ? 'bad' : undefined}>
              {index > 0 && <span className="quiet"> → </span>}
              {visibleLine(step)}
            </span>
          ))}
        </span>
      )}
    </>
  );
}
