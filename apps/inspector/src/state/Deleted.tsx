import type { EventId } from '@hooktap/protocol';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

/** How long a deletion can be taken back on the screen. */
const UNDO_MS = 10_000;

interface Deleted {
  readonly ids: readonly EventId[];
  readonly set: (ids: readonly EventId[]) => void;
}

const DeletedContext = createContext<Deleted>({ ids: [], set: () => undefined });

export const useDeleted = (): Deleted => useContext(DeletedContext);

export function DeletedProvider({ children }: { readonly children: ReactNode }) {
  const [ids, set] = useState<readonly EventId[]>([]);
  useEffect(() => {
    if (ids.length === 0) return;
    const timer = setTimeout(() => set([]), UNDO_MS);
    return () => clearTimeout(timer);
  }, [ids]);
  const deleted = useMemo(() => ({ ids, set }), [ids]);
  return <DeletedContext value={deleted}>{children}</DeletedContext>;
}
