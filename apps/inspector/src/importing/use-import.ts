import type { EventId, ImportResult } from '@hooktap/protocol';
import { useEffect, useRef, useState } from 'react';
import { useHooktap } from '../connection/hooktap.ts';
import { useStreamChanges } from '../state/stream-changes.ts';

/** So many are taken out at a time. */
const atATime = 20_000;

export type ImportState =
  | { readonly kind: 'choosing' }
  /** `soFar`: the events that the stream has told of. */
  | { readonly kind: 'running'; readonly file: File; readonly soFar: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'done'; readonly file: File; readonly result: ImportResult }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'undoing'; readonly file: File; readonly result: ImportResult }
  | { readonly kind: 'undone'; readonly events: number };

/** The import of one file, and taking out again what it brought. */
export function useImport(first: File | null) {
  const hooktap = useHooktap();
  const [state, setState] = useState<ImportState>({ kind: 'choosing' });
  const control = useRef<AbortController | null>(null);

  const start = async (file: File): Promise<void> => {
    control.current?.abort();
    const mine = new AbortController();
    control.current = mine;
    setState({ kind: 'running', file, soFar: 0 });
    try {
      const result = await hooktap.importEvents(file, { faults: 'skip', list: true }, mine.signal);
      setState({ kind: 'done', file, result });
    } catch (error) {
      if (mine.signal.aborted) return;
      setState({ kind: 'failed', error });
    }
  };
  useStreamChanges((changes) => {
    const more = changes.filter((one) => one.type === 'event.captured' && one.event.via === 'import').length;
    if (more === 0) return;
    setState((before) => (before.kind === 'running' ? { ...before, soFar: before.soFar + more } : before));
  });
  const started = useRef<File | null>(null);
  useEffect(() => {
    // Strict mode runs an effect twice; a file is imported once.
    if (!first || started.current === first) return;
    started.current = first;
    void start(first);
  }, [first]);

  const stop = () => {
    control.current?.abort();
    setState({ kind: 'stopped' });
  };
  const undo = async (): Promise<void> => {
    if (state.kind !== 'done') return;
    const { file, result } = state;
    setState({ kind: 'undoing', file, result });
    const ids: readonly EventId[] = result.ids ?? [];
    let events = 0;
    try {
      for (let at = 0; at < ids.length; at += atATime) {
        const removed = await hooktap.remove({ ids: ids.slice(at, at + atATime), includePinned: true });
        events += removed.ids.length;
      }
      setState({ kind: 'undone', events });
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  };
  return { state, start, stop, undo };
}
