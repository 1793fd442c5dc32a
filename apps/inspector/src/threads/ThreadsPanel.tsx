import { EventId, type ThreadSummary } from '@hooktap/protocol';
import { useCallback, useRef } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import { problemOf } from '../connection/hooktap.ts';
import { count } from '../format/measures.ts';
import { useKeys } from '../keys/use-keys.ts';
import '../layout/panel.css';
import { Button } from '../parts/Button.tsx';
import { SearchField } from '../search/SearchField.tsx';
import { knownValues } from '../search/suggestions.ts';
import { ThreadLanes } from './ThreadLanes.tsx';
import { ThreadLine } from './ThreadLine.tsx';
import './threads.css';
import { useThread, useThreads } from './use-thread.ts';

const single = ({ events, messages }: ThreadSummary): boolean => events === 1 && messages === 0;

/** Conversations and what became of their messages, the newest first. */
export default function ThreadsPanel() {
  const { q, open: asked } = useAddress();
  const { data, error } = useThreads(q);
  const list = useRef<HTMLUListElement>(null);
  // What concerns nothing but itself is no thread.
  const threads = data?.items.filter((thread) => !single(thread)) ?? [];
  const open = EventId.safeParse(asked).data ?? null;
  // More may have come since it was opened: it is known by what its events share.
  const { data: opened } = useThread(open, []);
  const isOpen = ({ newest, keys }: ThreadSummary): boolean =>
    open !== null && (newest.id === open || keys.some((key) => opened?.keys.includes(key)));
  const isListed = threads.some(isOpen);
  const known = useCallback(() => knownValues(data?.items.map(({ newest }) => newest) ?? []), [data]);
  const move = (by: number) => {
    const at = threads.findIndex(isOpen);
    const next = threads[at < 0 ? 0 : Math.min(Math.max(at + by, 0), threads.length - 1)];
    if (!next) return;
    goTo({ open: next.newest.id }, 'replace');
    list.current?.querySelector<HTMLElement>(`[data-thread="${next.newest.id}"]`)?.focus();
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.getElementById('filter')?.focus(),
    Escape: () => goTo({ open: null }),
  });
  return (
    <main className="panel threads-panel">
      <header className="panel-head">
        <h1>Threads</h1>
      </header>
      <SearchField
        q={q}
        subject="event"
        label="Filter threads by their events"
        found={data ? `${count(threads.length)}${data.cut ? '+' : ''}` : ''}
        problem={error ? (problemOf(error)?.detail ?? 'Hooktap did not answer. Try again.') : null}
        list="thread-list"
        known={known}
      />
      {open !== null && !isListed && <ThreadLanes id={open} />}
      {data && threads.length === 0 && (
        <div className="panel-empty">
          <p className="strong">{q === '' ? 'No thread yet.' : 'No event of a thread matches.'}</p>
          <p className="second">
            Events of one message or conversation are put together by the ids that Zavu, VZaps, Z-API, Meta
            and others give them.
          </p>
          {q === '' ? (
            <Button icon="trigger" onClick={() => goTo({ panel: 'trigger', scenario: 'conversation' })}>
              Play a conversation
            </Button>
          ) : (
            <Button onClick={() => goTo({ q: '' })}>Clear filters</Button>
          )}
        </div>
      )}
      <ul id="thread-list" className="threads" tabIndex={-1} ref={list}>
        {threads.map((thread) => (
          <li key={thread.keys[0] ?? thread.newest.id}>
            <ThreadLine thread={thread} isOpen={isOpen(thread)} />
            {open !== null && isOpen(thread) && <ThreadLanes id={open} />}
          </li>
        ))}
      </ul>
      {data?.cut && (
        <p className="quiet threads-cut">Of the {count(data.looked)} newest events; search for older ones.</p>
      )}
    </main>
  );
}
