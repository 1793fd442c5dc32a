import type { EventId } from '@hooktap/protocol';
import type { Draft } from './edit-draft.ts';
import type { Sent } from './use-replay-draft.ts';

/** What stood in an editor that was left. */
export interface KeptEdit {
  readonly draft: Draft;
  /** Sends and the attempt before them, where it was left only for a look elsewhere. */
  readonly round: { readonly sent: readonly Sent[]; readonly beforeKey: string | null } | null;
}

/** So many editors are remembered, the last ones left, for as long as the page is open. */
const MOST = 20;
const kept = new Map<string, KeptEdit>();

const keyOf = (id: EventId, saved: string | null) => `${id} ${saved ?? ''}`;

/** `saved`: the saved request with which the editor was opened. */
export function keepEdit(id: EventId, saved: string | null, edit: KeptEdit): void {
  const key = keyOf(id, saved);
  kept.delete(key);
  kept.set(key, edit);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
}

/** Once: it is kept again when the editor is left again. */
export function takeKeptEdit(id: EventId, saved: string | null): KeptEdit | null {
  const key = keyOf(id, saved);
  const found = kept.get(key) ?? null;
  kept.delete(key);
  return found;
}
