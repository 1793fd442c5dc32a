import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from 'react';
import { compare } from '../messages/compare/en.ts';
import { useT } from '../messages/use-t.ts';

interface Count {
  readonly shown: number;
  readonly dimmed: number;
}

type Tell = (part: string, count: Count | null) => void;

const TellContext = createContext<Tell>(() => undefined);
const CountContext = createContext<Count>({ shown: 0, dimmed: 0 });

/** Adds up what the parts of a comparison find; some of them find it later than others. */
export function TallyProvider({ children }: { readonly children: ReactNode }) {
  const [counts, setCounts] = useState<ReadonlyMap<string, Count>>(new Map());
  const tell = useMemo<Tell>(
    () => (part, count) =>
      setCounts((before) => {
        const next = new Map(before);
        if (count) next.set(part, count);
        else next.delete(part);
        return next;
      }),
    [],
  );
  const all = [...counts.values()];
  const sum = (of: keyof Count) => all.reduce((total, count) => total + count[of], 0);
  return (
    <TellContext value={tell}>
      <CountContext value={{ shown: sum('shown'), dimmed: sum('dimmed') }}>{children}</CountContext>
    </TellContext>
  );
}

/** A part tells how many differences it shows, and how many of them are dimmed. */
export function useTally(shown: number, dimmed: number): void {
  const tell = useContext(TellContext);
  const part = useId();
  useEffect(() => {
    tell(part, { shown, dimmed });
    return () => tell(part, null);
  }, [tell, part, shown, dimmed]);
}

export function TallyWords() {
  const t = useT();
  const { shown, dimmed } = useContext(CountContext);
  return (
    <span className="quiet figures" role="status">
      {t(compare.differences, { count: shown })}
      {dimmed > 0 && t(compare.dimmed, { number: dimmed })}
    </span>
  );
}
