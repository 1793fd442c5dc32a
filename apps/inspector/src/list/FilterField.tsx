import { useEffect, useRef, useState } from 'react';
import { goTo } from '../address/use-address.ts';
import { count } from '../format/measures.ts';
import { Icon } from '../parts/Icon.tsx';
import { useLive } from '../state/Live.tsx';
import { useStatus } from '../state/use-status.ts';

const TYPING_MS = 250;

/** Plain words that an event must hold; the server searches. */
export function FilterField({ q }: { readonly q: string }) {
  const { events, queryProblem } = useLive();
  const status = useStatus();
  const [typed, setTyped] = useState(q);
  const [seenQ, setSeenQ] = useState(q);
  const sent = useRef(q);
  if (q !== seenQ) {
    setSeenQ(q);
    // Back, forward or "Clear filters", not this field's own doing.
    if (q !== sent.current) setTyped(q);
  }
  useEffect(() => {
    if (typed === q) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      goTo({ q: typed }, 'replace');
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, q]);
  const all = Math.max(status?.counts.events ?? 0, events.total);
  const found = `${count(events.total)}${events.totalIsExact ? '' : '+'}`;
  return (
    <div className="filter">
      <search className="filter-field">
        <Icon name="search" />
        <input
          id="filter"
          type="text"
          value={typed}
          placeholder="Filter by words"
          aria-label="Filter events"
          aria-invalid={queryProblem !== null}
          aria-describedby={queryProblem === null ? undefined : 'filter-problem'}
          autoComplete="off"
          spellCheck={false}
          maxLength={4096}
          onChange={(change) => setTyped(change.target.value)}
          onKeyDown={(key) => {
            if (key.key !== 'Escape') return;
            if (typed === '') key.currentTarget.blur();
            else setTyped('');
          }}
        />
        <span className="quiet figures filter-count">
          {events.q === '' ? count(events.total) : `${found} of ${count(all)}`}
        </span>
        <kbd>/</kbd>
      </search>
      {queryProblem !== null && (
        <p id="filter-problem" className="bad" role="alert">
          {queryProblem}
        </p>
      )}
    </div>
  );
}
