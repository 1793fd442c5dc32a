import { useRef } from 'react';

type Tags = readonly string[];

/**
 * Changes the tags, each time from what the change before leaves, though the screen does not show that yet: a second
 * change that comes quickly would take the first one back. `save` tells whether they were saved.
 */
export function useTags(shown: Tags, save: (tags: Tags) => Promise<boolean>) {
  const wanted = useRef(shown);
  const seen = useRef(shown);
  const underWay = useRef(0);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  if (seen.current !== shown) {
    seen.current = shown;
    if (underWay.current === 0) wanted.current = shown;
  }
  return async (change: (tags: Tags) => Tags): Promise<boolean> => {
    const next = change(wanted.current);
    if (next === wanted.current) return true;
    wanted.current = next;
    underWay.current += 1;
    const saving = before.current.then(() => save(next));
    before.current = saving;
    const isSaved = await saving;
    underWay.current -= 1;
    if (!isSaved && underWay.current === 0) wanted.current = seen.current;
    return isSaved;
  };
}
