import type { StreamChange } from '@hooktap/protocol';
import { useEffect, useRef } from 'react';

type Listener = (changes: readonly StreamChange[]) => void;

const listeners = new Set<Listener>();

/** Tells every open panel what has happened; see use-stream.ts. */
export function tellOfChanges(changes: readonly StreamChange[]): void {
  for (const listener of listeners) listener(changes);
}

/** Calls with what the stream brings, several changes at a time, as long as the panel is open. */
export function useStreamChanges(listener: Listener): void {
  const live = useRef(listener);
  live.current = listener;
  useEffect(() => {
    const call: Listener = (changes) => live.current(changes);
    listeners.add(call);
    return () => {
      listeners.delete(call);
    };
  }, []);
}
