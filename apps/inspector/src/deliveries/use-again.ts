import { useCallback, useEffect, useRef } from 'react';

/** Calls once `everyMs` after it is first asked for, however often it is asked for until then. */
export function useAgain(call: () => void, everyMs: number): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const live = useRef(call);
  live.current = call;
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      live.current();
    }, everyMs);
  }, [everyMs]);
}
