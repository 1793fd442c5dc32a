import type { EventId } from '@hooktap/protocol';
import type { Draft } from './edit-draft.ts';
import type { Sent } from './use-replay-draft.ts';

/** What stood in an editor that was left to compare something. */
export interface KeptEdit {
  readonly id: EventId;
  readonly draft: Draft;
  readonly sent: readonly Sent[];
  readonly beforeKey: string | null;
}

let kept: KeptEdit | null = null;

export function keepEdit(edit: KeptEdit): void {
  kept = edit;
}

/** Once: the next editor begins afresh. */
export function takeKeptEdit(id: EventId): KeptEdit | null {
  const found = kept?.id === id ? kept : null;
  kept = null;
  return found;
}
