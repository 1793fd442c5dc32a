import { useEffect, useState } from 'react';
import { type Found, nothingFound } from './find-in-text.ts';
import type { Marking } from './MarkedText.tsx';
import { useBodyTask } from './use-body-task.ts';

export interface Finding {
  readonly isOpen: boolean;
  readonly wanted: string;
  readonly marking: Marking;
  /** Where to scroll; a new object each time. */
  readonly goal: { readonly offset: number } | null;
  readonly open: () => void;
  readonly close: () => void;
  readonly want: (wanted: string) => void;
  readonly step: (by: 1 | -1) => void;
  /** To an offset that was not looked for, such as where JSON is at fault. */
  readonly goTo: (offset: number) => void;
}

/** What is looked for in a text, and which place of it is looked at. */
export function useFind(text: string): Finding {
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const [current, setCurrent] = useState(0);
  const [goal, setGoal] = useState<{ readonly offset: number } | null>(null);
  const [spot, setSpot] = useState<Found | null>(null);
  const found =
    useBodyTask<'find'>(
      () => (isOpen && wanted !== '' ? { kind: 'find', text, wanted } : null),
      [text, wanted, isOpen],
    ) ?? nothingFound;
  useEffect(() => {
    setCurrent(0);
    const [first] = found.starts;
    if (first !== undefined) setGoal({ offset: first });
  }, [found]);
  const step = (by: 1 | -1) => {
    const all = found.starts.length;
    if (all === 0) return;
    const next = (current + by + all) % all;
    setCurrent(next);
    setGoal({ offset: found.starts[next] ?? 0 });
  };
  return {
    isOpen,
    wanted,
    marking: { found: isOpen ? found : (spot ?? nothingFound), current },
    goal,
    open: () => {
      setSpot(null);
      setOpen(true);
    },
    close: () => setOpen(false),
    want: setWanted,
    step,
    goTo: (offset) => {
      setOpen(false);
      setCurrent(0);
      // Where something is missing at the end, the last sign stands for it.
      const at = Math.max(0, Math.min(offset, text.length - 1));
      setSpot({ starts: Uint32Array.of(at), ends: Uint32Array.of(at + 1), isCut: false });
      setGoal({ offset: at });
    },
  };
}
