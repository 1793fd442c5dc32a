import type { EventId } from '@hooktap/protocol';
import { useMemo, useRef, useState } from 'react';
import { allOf, extended, type Marks, noMarks, toggled } from './marks.ts';

export interface MarkActions {
  readonly marks: Marks;
  readonly toggle: (id: EventId) => void;
  readonly extend: (to: EventId) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

/** The marks of the list; `ids` in its order, `open` the event that is open. */
export function useMarks(ids: readonly EventId[], open: EventId | null): MarkActions {
  const [marks, setMarks] = useState(noMarks);
  const now = useRef({ ids, open });
  now.current = { ids, open };
  return useMemo(
    () => ({
      marks,
      toggle: (id) => setMarks((before) => toggled(before, id)),
      extend: (to) => setMarks((before) => extended(before, to, now.current.ids, now.current.open)),
      all: () => setMarks(allOf(now.current.ids)),
      clear: () => setMarks((before) => (before.ids.size === 0 ? before : noMarks)),
    }),
    [marks],
  );
}
