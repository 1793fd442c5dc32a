import { useEffect, useMemo, useState } from 'react';
import { bodyTask, LateResult } from './ask-worker.ts';
import type { BodyResults, BodyTask } from './body-work.ts';

/** The result of a task that is made anew where `parts` change; undefined while the worker is at it. */
export function useBodyTask<K extends BodyTask['kind']>(
  make: () => Extract<BodyTask, { readonly kind: K }> | null,
  parts: readonly unknown[],
): BodyResults[K] | undefined {
  const asked = useMemo(() => {
    const task = make();
    return task === null ? undefined : bodyTask<K>(task);
  }, parts);
  const [late, setLate] = useState<{ readonly of: unknown; readonly result: BodyResults[K] } | null>(null);
  useEffect(() => {
    if (!(asked instanceof LateResult)) return;
    let over = false;
    asked.want();
    void asked.result.then((result) => {
      if (!over) setLate({ of: asked, result });
    });
    return () => {
      over = true;
      asked.leave();
    };
  }, [asked]);
  if (asked instanceof LateResult) return late?.of === asked ? late.result : undefined;
  return asked;
}
