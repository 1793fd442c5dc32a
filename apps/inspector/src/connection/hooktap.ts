import { type Client, HooktapProblem } from '@hooktap/client';
import { createContext, useContext } from 'react';

export const HooktapContext = createContext<Client | null>(null);

/** The Hooktap that this page belongs to. */
export function useHooktap(): Client {
  const hooktap = useContext(HooktapContext);
  if (!hooktap) throw new Error('useHooktap outside of HooktapContext');
  return hooktap;
}

/** The problem an answer of the API told of; null where the fault is another. */
export function problemOf(error: unknown): HooktapProblem | null {
  return error instanceof HooktapProblem ? error : null;
}

/** Whether the token was refused, or is that of another. */
export function isRefusal(error: unknown): boolean {
  const status = problemOf(error)?.status;
  return status === 401 || status === 403;
}
