import { EventId, type ThreadSummary } from '@hooktap/protocol';
import { useCallback, useRef } from 'react';
import { goTo, useAddress } from '../address/use-address.ts';
import { problemWords } from '../connection/problem-words.ts';
import { useKeys } from '../keys/use-keys.ts';
import { layout } from '../messages/layout/en.ts';
import { parts } from '../messages/parts/en.ts';
import { threads } from '../messages/threads/en.ts';
import { useT } from '../messages/use-t.ts';
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
  const t = useT();
  const { q, open: asked } = useAddress();
  const { data, error } = useThreads(q);
  const list = useRef<HTMLUListElement>(null);
  // What concerns nothing but itself is no thread.
  const found = data?.items.filter((thread) => !single(thread)) ?? [];
  const open = EventId.safeParse(asked).data ?? null;
  // More may have come since it was opened: it is known by what its events share.
  const { data: opened } = useThread(open, []);
  const isOpen = ({ newest, keys }: ThreadSummary): boolean =>
    open !== null && (newest.id === open || keys.some((key) => opened?.keys.includes(key)));
  const isListed = found.some(isOpen);
  const known = useCallback(() => knownValues(data?.items.map(({ newest }) => newest) ?? []), [data]);
  const move = (by: number) => {
    const at = found.findIndex(isOpen);
    const next = found[at < 0 ? 0 : Math.min(Math.max(at + by, 0), found.length - 1)];
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
        <h1>{t(threads.title)}</h1>
      </header>
      <SearchField
        q={q}
        subject="event"
        label={t(threads.filter)}
        found={data ? `${t.number(found.length)}${data.cut ? '+' : ''}` : ''}
        problem={error ? problemWords(error, t(parts.noAnswerTryAgain)) : null}
        list="thread-list"
        known={known}
      />
      {open !== null && !isListed && <ThreadLanes id={open} />}
      {data && found.length === 0 && (
        <div className="panel-empty">
          <p className="strong">{t(q === '' ? threads.noneYet : threads.noneFound)}</p>
          <p className="second">{t(threads.how)}</p>
          {q === '' ? (
            <Button icon="trigger" onClick={() => goTo({ panel: 'trigger', scenario: 'conversation' })}>
              {t(threads.play)}
            </Button>
          ) : (
            <Button onClick={() => goTo({ q: '' })}>{t(layout.clearFilters)}</Button>
          )}
        </div>
      )}
      <ul id="thread-list" className="threads" tabIndex={-1} ref={list}>
        {found.map((thread) => (
          <li key={thread.keys[0] ?? thread.newest.id}>
            <ThreadLine thread={thread} isOpen={isOpen(thread)} />
            {open !== null && isOpen(thread) && <ThreadLanes id={open} />}
          </li>
        ))}
      </ul>
      {data?.cut && <p className="quiet threads-cut">{t(threads.cut, { count: data.looked })}</p>}
    </main>
  );
}
