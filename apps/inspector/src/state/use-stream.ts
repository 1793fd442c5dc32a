import type { StreamState } from '@hooktap/client';
import type { Batch, Endpoint, Event, Status, StreamChange } from '@hooktap/protocol';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type Dispatch, useCallback, useEffect, useRef, useState } from 'react';
import { batchesWithChange } from '../batches/batches-with-change.ts';
import { batchesKey } from '../batches/use-batches.ts';
import { isRefusal, useHooktap } from '../connection/hooktap.ts';
import { endpointsWithChange } from '../endpoints/endpoints-with-change.ts';
import { endpointsKey } from '../endpoints/use-endpoints.ts';
import { savedRequestsKey } from '../requests/use-saved-requests.ts';
import { replayOnSaveKey } from '../watch/use-replay-on-save.ts';
import { eventWithChange } from './event-with-change.ts';
import type { EventsAction } from './events-reducer.ts';
import { openedKey } from './Opened.tsx';
import { statusWithChange } from './status-with-change.ts';
import { tellOfChanges } from './stream-changes.ts';

export type Link =
  | { readonly state: 'connecting' | 'live' | 'refused' }
  | { readonly state: 'lost'; readonly since: number };

const endpointChanges = new Set<StreamChange['type']>([
  'endpoint.changed',
  'endpoint.removed',
  'target.changed',
]);

/** Messages that come within this many milliseconds are shown together; the more, the longer showing them takes. */
const TOGETHER = 40;
const TOGETHER_AT_MOST = 400;
/** So many times as long as showing takes is left to whoever uses the screen. */
const LEFT = 2;

function eventIdOf(change: StreamChange): string | null {
  if (change.type === 'event.updated') return change.event.id;
  if (change.type === 'delivery.updated') return change.delivery.eventId;
  if (change.type === 'attempt.settled') return change.eventId;
  return null;
}

function applyToQueries(queries: QueryClient, change: StreamChange): void {
  if (endpointChanges.has(change.type))
    put<readonly Endpoint[]>(queries, endpointsKey, (endpoints) => endpointsWithChange(endpoints, change));
  if (change.type === 'batch.progress')
    put<readonly Batch[]>(queries, batchesKey, (batches) => batchesWithChange(batches, change));
  if (change.type === 'opened.changed') void queries.invalidateQueries({ queryKey: openedKey });
  if (change.type === 'replay-on-save.changed') queries.setQueryData(replayOnSaveKey, change.replayOnSave);
  if (change.type === 'saved-requests.changed')
    void queries.invalidateQueries({ queryKey: savedRequestsKey });
  // The one that is open may be among them.
  if (change.type === 'event.restored') void queries.invalidateQueries({ queryKey: ['event'] });
  const id = eventIdOf(change);
  if (id === null) return;
  put<Event>(queries, ['event', id], (event) => eventWithChange(event, change));
}

function put<T>(queries: QueryClient, key: readonly string[], change: (data: T) => T): void {
  const data = queries.getQueryData<T>(key);
  const next = data === undefined ? undefined : change(data);
  if (next === data && data !== undefined) return;
  // What is being fetched may have been read before this change.
  if (queries.getQueryState(key)?.fetchStatus === 'fetching')
    void queries.invalidateQueries({ queryKey: key });
  else if (next !== undefined) queries.setQueryData<T>(key, next);
}

/** Follows the stream from the first snapshot on; the client reconnects by itself. */
export function useStream(options: {
  readonly started: boolean;
  readonly after: number;
  readonly dispatch: Dispatch<EventsAction>;
  readonly reload: () => void;
}) {
  const { dispatch, reload } = options;
  const hooktap = useHooktap();
  const queries = useQueryClient();
  const [link, setLink] = useState<Link>({ state: 'connecting' });
  const [round, setRound] = useState(0);
  const [started, setStarted] = useState(false);
  if (options.started && !started) setStarted(true);
  const after = useRef(options.after);
  after.current = Math.max(after.current, options.after);

  useEffect(() => {
    if (!started) return;
    const ending = new AbortController();
    let waiting: StreamChange[] = [];
    let flush: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;

    let pause = TOGETHER;
    const show = () => {
      const begun = performance.now();
      flush = undefined;
      const changes = waiting;
      waiting = [];
      queries.setQueryData<Status>(
        ['status'],
        (status) => status && changes.reduce(statusWithChange, status),
      );
      for (const change of changes) applyToQueries(queries, change);
      tellOfChanges(changes);
      dispatch({ type: 'changes', changes });
      // After the frame that shows them; a hidden page has none, and is in nobody's way.
      requestAnimationFrame(() =>
        setTimeout(() => {
          pause = Math.min(TOGETHER_AT_MOST, Math.max(TOGETHER, LEFT * (performance.now() - begun)));
        }, 0),
      );
    };
    const onState = (state: StreamState) => {
      if (ending.signal.aborted) return;
      if (state === 'refused') setLink({ state: 'refused' });
      if (state === 'waiting') {
        wasLost = true;
        setLink((before) => (before.state === 'lost' ? before : { state: 'lost', since: Date.now() }));
      }
      if (state !== 'live') return;
      setLink({ state: 'live' });
      for (const key of [['status'], endpointsKey, batchesKey, openedKey, replayOnSaveKey, savedRequestsKey])
        void queries.invalidateQueries({ queryKey: key });
      if (wasLost) void queries.invalidateQueries({ queryKey: ['event'] });
      wasLost = false;
    };
    const follow = async () => {
      for await (const message of hooktap.stream({ after: after.current, signal: ending.signal, onState })) {
        if (message.type === 'hello' || message.type === 'tick') continue;
        if (message.type === 'resync') {
          reload();
          void queries.invalidateQueries();
          continue;
        }
        waiting.push(message);
        flush ??= setTimeout(show, pause);
      }
    };
    follow().catch((error: unknown) => {
      if (!ending.signal.aborted)
        setLink(isRefusal(error) ? { state: 'refused' } : { state: 'lost', since: Date.now() });
    });
    return () => {
      ending.abort();
      clearTimeout(flush);
    };
  }, [started, round, hooktap, queries, dispatch, reload]);

  const tryNow = useCallback(() => {
    setRound((before) => before + 1);
    reload();
  }, [reload]);
  return { link, setLink, tryNow };
}
