import type { ThreadSummary } from '@hooktap/protocol';
import { goTo } from '../address/use-address.ts';
import { providerName } from '../format/provider-name.ts';
import { spanOfTime } from '../format/time.ts';
import { visibleLine } from '../format/visible-text.ts';
import { subjectOf } from '../list/subject-of.ts';
import { parts } from '../messages/parts/en.ts';
import { threads } from '../messages/threads/en.ts';
import { useT } from '../messages/use-t.ts';
import { Icon } from '../parts/Icon.tsx';
import { useNow } from '../state/use-now.ts';
import { messagesInWords } from './thread-words.ts';

/** One thread in a line; opened, its lanes stand below it. */
export function ThreadLine({ thread, isOpen }: { readonly thread: ThreadSummary; readonly isOpen: boolean }) {
  const t = useT();
  const now = useNow(60_000);
  const { newest, provider, firstAt, events, troubles } = thread;
  const hasFailed = Object.keys(thread.statuses).some((status) =>
    /fail|undelivered|reject|error/.test(status),
  );
  const messages = messagesInWords(thread, t);
  return (
    <button
      type="button"
      className="thread-line"
      data-thread={newest.id}
      aria-expanded={isOpen}
      onClick={() => goTo({ open: isOpen ? null : newest.id }, 'replace')}
    >
      <span className="quiet figures thread-time" title={`${firstAt} – ${newest.receivedAt}`}>
        {spanOfTime(firstAt, newest.receivedAt, now, t)}
      </span>
      <span className="quiet thread-from cut">{visibleLine(providerName(provider ?? ''))}</span>
      <span className="cut thread-subject">{subjectOf(newest, t)}</span>
      <span className="second thread-count cut">
        {t(parts.events, { count: events })}
        {messages !== null && (
          <>
            , <span className={hasFailed ? 'bad' : ''}>{visibleLine(messages)}</span>
          </>
        )}
      </span>
      <span className={troubles > 0 ? 'warn thread-troubles' : 'thread-troubles'}>
        {troubles > 0 && (
          <>
            <Icon name="warning" small />
            {t(threads.troubles, { count: troubles })}
          </>
        )}
      </span>
    </button>
  );
}
