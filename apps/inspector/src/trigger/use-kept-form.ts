import type { TriggeredCallback } from '@hooktap/protocol';
import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import type { FieldSaid } from '../connection/server-said.ts';
import { type Edited, emptyDraft, type TriggerDraft, type TriggerProblems } from './trigger-draft.ts';

/** What stands in a form of the Trigger panel, and what came of what it sent. */
export interface KeptForm {
  readonly draft: TriggerDraft;
  readonly edited: Edited | null;
  readonly sent: readonly TriggeredCallback[] | null;
  /** What ends the sending that is under way. */
  readonly sending: AbortController | null;
  /** A person has ended it. */
  readonly isStopped: boolean;
  readonly problems: TriggerProblems;
  readonly refused: { readonly words: ReactNode; readonly errors: readonly FieldSaid[] } | null;
}

const untouched: KeptForm = {
  draft: emptyDraft,
  edited: null,
  sent: null,
  sending: null,
  isStopped: false,
  problems: {},
  refused: null,
};

/** So many forms are remembered, the last ones used, for as long as the page is open. */
const MOST = 20;
const kept = new Map<string, KeptForm>();
const readers = new Set<() => void>();

const read = (key: string): KeptForm => kept.get(key) ?? untouched;

function change(key: string, part: Partial<KeptForm>): void {
  const next = { ...read(key), ...part };
  kept.delete(key);
  kept.set(key, next);
  for (const [oldest, { sending }] of kept) {
    if (kept.size <= MOST) break;
    if (!sending) kept.delete(oldest);
  }
  for (const tell of readers) tell();
}

function listen(tell: () => void): () => void {
  readers.add(tell);
  return () => readers.delete(tell);
}

/** A form that is left for a look at what it sent stands as it was, and a scenario that plays on is known to. */
export function useKeptForm(key: string): readonly [KeptForm, (part: Partial<KeptForm>) => void] {
  const form = useSyncExternalStore(
    listen,
    useCallback(() => read(key), [key]),
  );
  return [form, useCallback((part) => change(key, part), [key])];
}
