import type {
  Annotation,
  DeliverySummary,
  EventId,
  EventListItem,
  EventSelection,
  EventSelectionResult,
  ReplayRequest,
  RestoreSelection,
  Seq,
  Status,
} from '@hooktap/protocol';
import type { Publisher } from './publisher.ts';
import type { Store, StoreError } from './store-port.ts';

/** Why a replay was not begun; each becomes a problem of the API with this code. */
export type ReplayRefusal =
  | { readonly code: 'not-found'; readonly message: string }
  | { readonly code: 'body-incomplete'; readonly message: string }
  | { readonly code: 'blocked'; readonly message: string }
  | { readonly code: 'no-target'; readonly message: string }
  | { readonly code: 'target-invalid'; readonly message: string }
  | {
      readonly code: 'edit-invalid';
      readonly message: string;
      readonly errors: readonly { path: string; message: string }[];
    };

export type Outcome<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** What the inspector API stands on: reads through `store`, changes through the verbs below. */
export interface Inspection {
  readonly version: string;
  /** A fresh random name of this run. */
  readonly instance: string;
  readonly store: Store;
  readonly publisher: Publisher;
  status(): Status;
  annotate(id: EventId, marks: Annotation): Promise<Outcome<EventListItem | null, StoreError>>;
  /** Hides at once; restorable for ten minutes. Pinned events only with `includePinned` or by id. */
  remove(selection: EventSelection): Promise<Outcome<EventSelectionResult, StoreError>>;
  restore(selection: RestoreSelection): Promise<Outcome<EventSelectionResult, StoreError>>;
  replay(
    id: EventId,
    request: ReplayRequest,
  ): Promise<Outcome<{ delivery: DeliverySummary; seq: Seq }, ReplayRefusal | StoreError>>;
}
