import type {
  Annotation,
  Batch,
  BatchId,
  BatchRequest,
  BreakpointAnswer,
  BreakpointRelease,
  DeliveryId,
  DeliverySelection,
  DeliverySummary,
  Endpoint,
  EndpointConfig,
  EventId,
  EventListItem,
  EventSelection,
  EventSelectionResult,
  EventVerification,
  ExpectAnswerRequest,
  ExpectedAnswerOfEvent,
  ImportResult,
  ProviderDetail,
  ProviderSummary,
  ReasonPart,
  RegistrationChange,
  RegistrationRequest,
  Registrations,
  RegistrationsChecked,
  ReplayAccepted,
  ReplayOnSave,
  ReplayOnSaveRequest,
  ReplayRequest,
  RestoreSelection,
  SamplePreview,
  SavedRequest,
  SavedRequestId,
  SaveRequest,
  SendSavedRequest,
  Seq,
  Status,
  Thread,
  Threads,
  ThreadsQuery,
  Triggered,
  TriggerRequest,
  TunnelReport,
  TunnelRetry,
  UnregisterRequest,
} from '@hooktap/protocol';
import type { QueryError } from '@hooktap/query';
import type { FieldFault } from './field-fault.ts';
import type { ImportEntry, ImportWishes } from './import-events.ts';
import type { Publisher } from './publisher.ts';
import type { RegistrationRefusal } from './registration-request.ts';
import type { BodyBytes, Store, StoreError } from './store-port.ts';

/** What a person can do about it stands in `message`; `errors` name fields of what was asked. */
interface Refusal<Code extends string> {
  readonly code: Code;
  readonly message: string;
  /** The message in codes. */
  readonly parts?: readonly ReasonPart[];
  readonly errors?: readonly FieldFault[];
  /** Where a query is wrong. */
  readonly query?: QueryError;
}

export type QueryRefusal = Refusal<'query-invalid'>;

/** Why a replay was not begun; each becomes a problem of the API with this code. */
export type ReplayRefusal = Refusal<
  | 'not-found'
  | 'body-incomplete'
  | 'blocked'
  | 'no-target'
  | 'target-invalid'
  | 'edit-invalid'
  | 'no-secret'
  | 'cannot-sign'
>;

/** `trigger-invalid`: there is no such provider, event type or field. `no-receiver`: nothing listens. */
export type TriggerRefusal = Refusal<'trigger-invalid' | 'target-invalid' | 'cannot-sign' | 'no-receiver'>;

/** `conflict`: its state does not allow it, such as cancelling what is over. */
export type DeliveryRefusal = Refusal<
  'not-found' | 'conflict' | 'target-invalid' | 'edit-invalid' | 'query-invalid'
>;

/** `read-only`: it stands in the config file, which `message` names with its line. */
export type EndpointRefusal = Refusal<'not-found' | 'read-only' | 'endpoint-invalid'>;

export type BatchRefusal = Refusal<'not-found' | 'conflict' | 'target-invalid' | 'query-invalid'>;

export type SavedRequestRefusal = Refusal<ReplayRefusal['code'] | 'conflict' | 'body-too-large'>;

/** `folder-invalid`: it is not there or cannot be watched. `conflict`: no folder is watched. */
export type ReplayOnSaveRefusal = Refusal<'folder-invalid' | 'query-invalid' | 'conflict'>;

/** `conflict`: that attempt has no answer. */
export type ExpectationRefusal = Refusal<'not-found' | 'conflict'>;

/** Where in the file it could not be read stands in `message`; what came before was kept. */
export type ImportRefusal = Refusal<'import-invalid'>;

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
  readonly endpoints: EndpointDesk;
  readonly deliveries: DeliveryDesk;
  readonly batches: BatchDesk;
  readonly providers: ProviderDesk;
  readonly registrations: RegistrationDesk;
  readonly tunnel: TunnelDesk;
  readonly savedRequests: SavedRequestDesk;
  readonly replayOnSave: ReplayOnSaveDesk;
  status(): Status;
  annotate(id: EventId, marks: Annotation): Promise<Outcome<EventListItem | null, StoreError>>;
  /** Hides at once; restorable for ten minutes. Pinned events only with `includePinned` or by id. */
  remove(selection: EventSelection): Promise<Outcome<EventSelectionResult, QueryRefusal | StoreError>>;
  restore(selection: RestoreSelection): Promise<Outcome<EventSelectionResult, QueryRefusal | StoreError>>;
  replay(id: EventId, request: ReplayRequest): Promise<Outcome<ReplayAccepted, ReplayRefusal | StoreError>>;
  /** Keeps events that were captured elsewhere; they are never delivered. */
  importEvents(
    entries: AsyncIterable<ImportEntry>,
    wishes?: ImportWishes,
  ): Promise<Outcome<ImportResult, ImportRefusal | StoreError>>;
}

/**
 * `pause` holds everything and `resume` delivers again (also after `breakpoint`); `hold` keeps back while the handler
 * is down and `release` ends that and sends what is held; `breakpoint` makes every event wait for a person.
 */
export type EndpointVerb = 'pause' | 'resume' | 'hold' | 'release' | 'breakpoint';

/** Endpoints as they are now. Changes apply to the next request; none under way is lost. */
export interface EndpointDesk {
  list(): Endpoint[];
  get(name: string): Endpoint | null;
  /** Makes or replaces one of the API's own. Secrets that are left out stay as they were. */
  put(config: EndpointConfig): Promise<Outcome<Endpoint, EndpointRefusal | StoreError>>;
  /** What waits for it is cancelled; the attempts under way are the last of their deliveries. */
  remove(name: string): Promise<Outcome<null, EndpointRefusal | StoreError>>;
  change(name: string, verb: EndpointVerb): Promise<Outcome<Endpoint, EndpointRefusal | StoreError>>;
}

export interface DeliveryChange {
  readonly delivery: DeliverySummary;
  readonly seq: Seq;
}

type DeliveryOutcome = Promise<Outcome<DeliveryChange, DeliveryRefusal | StoreError>>;

export interface DeliveryDesk {
  /** One more attempt now, cause `manual`; of what is settled, or waits for its time or a release. */
  retry(id: DeliveryId): DeliveryOutcome;
  /** Ends what is open; an attempt under way is aborted. */
  cancel(id: DeliveryId): DeliveryOutcome;
  /** `retry` or `cancel` for each that is selected; refusals do not stop the others. */
  each(
    verb: 'retry' | 'cancel',
    selection: DeliverySelection,
  ): Promise<
    Outcome<
      { ids: DeliveryId[]; refused: { id: DeliveryId; code: string; message: string }[]; seq: Seq },
      DeliveryRefusal
    >
  >;
  /** Lets a held delivery go, as it was or edited. */
  release(id: DeliveryId, release: BreakpointRelease): DeliveryOutcome;
  /** Answers the waiting sender by hand; the delivery is cancelled. */
  answer(id: DeliveryId, answer: BreakpointAnswer): DeliveryOutcome;
}

export interface BatchDesk {
  list(): Batch[];
  get(id: BatchId): Batch | null;
  /** This, and what follows: settled once it is kept, so that a kill does not take it back. */
  start(request: BatchRequest): Promise<Outcome<Batch, BatchRefusal>>;
  /** What is under way ends as usual; nothing more begins. */
  cancel(id: BatchId): Promise<Outcome<Batch, BatchRefusal>>;
  /** Goes on where it was cancelled or stopped. */
  resume(id: BatchId): Promise<Outcome<Batch, BatchRefusal>>;
}

/** What provider packs know. Answers wait until they are loaded. */
export interface ProviderDesk {
  list(): Promise<ProviderSummary[]>;
  get(name: string): Promise<ProviderDetail | null>;
  /** A sample as it would be sent, unsigned; or why there is none. */
  sample(
    provider: string,
    name: string,
    seed?: number,
  ): Promise<{ ok: true; value: SamplePreview } | { ok: false; message: string }>;
  /** The signature step by step, and why it fails; null where there is no such event. */
  verification(id: EventId): Promise<EventVerification | null>;
  /** Sends samples as the provider would, until `over` is raised; settles once all were answered. */
  trigger(request: TriggerRequest, over?: AbortSignal): Promise<Outcome<Triggered, TriggerRefusal>>;
  thread(id: EventId): Promise<Thread | null>;
  threads(query: ThreadsQuery): Promise<Outcome<Threads, QueryRefusal>>;
}

/** Where providers are told to call. Credentials are used and kept in memory; nothing answers them. */
export interface RegistrationDesk {
  list(): Promise<Registrations>;
  /** Points the provider at the public URL, or says what that would change. */
  register(request: RegistrationRequest): Promise<Outcome<RegistrationChange, RegistrationRefusal>>;
  /** Puts back what was there, where what is there is still ours. */
  unregister(request: UnregisterRequest): Promise<Outcome<RegistrationChange[], RegistrationRefusal>>;
  /** What each place is set to now, asked of the providers. */
  check(): Promise<RegistrationsChecked>;
  /** Points at the public URL at once what is behind it. */
  followNow(): Promise<Registrations>;
}

/** The way in from the internet, and what became of it in this run. */
export interface TunnelDesk {
  report(): TunnelReport;
  /** Tries at once, unless a try was asked for a moment ago. */
  retry(): TunnelRetry;
}

type Saved<T> = Promise<Outcome<T, SavedRequestRefusal | StoreError>>;

/** Whole requests under names, to be sent again. */
export interface SavedRequestDesk {
  /** By name. */
  list(): Promise<SavedRequest[]>;
  get(id: SavedRequestId): Promise<SavedRequest | null>;
  body(id: SavedRequestId): Promise<BodyBytes | null>;
  /** What an event and an edit make. */
  save(request: SaveRequest): Saved<SavedRequest>;
  replace(id: SavedRequestId, request: SaveRequest): Saved<SavedRequest>;
  rename(id: SavedRequestId, name: string): Saved<SavedRequest>;
  /** Restorable for ten minutes, as long as this run lasts. Answers those that were there. */
  remove(ids: readonly SavedRequestId[]): Saved<SavedRequest[]>;
  restore(ids: readonly SavedRequestId[]): Saved<SavedRequest[]>;
  /** A delivery under its event; where that is gone an event is made of it first. */
  send(
    id: SavedRequestId,
    request: SendSavedRequest,
  ): Saved<{ delivery: DeliverySummary; seq: Seq; madeEvent: boolean }>;
}

/** Replays whenever a file below a folder changes. One folder at a time; it ends with this run of Hooktap. */
export interface ReplayOnSaveDesk {
  state(): ReplayOnSave;
  /** In place of the folder that was watched before. */
  start(request: ReplayOnSaveRequest): Promise<Outcome<ReplayOnSave, ReplayOnSaveRefusal>>;
  stop(): Promise<ReplayOnSave>;
  runNow(): Outcome<ReplayOnSave, ReplayOnSaveRefusal>;
  /** What an event is expected to be answered with. */
  expected(id: EventId): Promise<ExpectedAnswerOfEvent>;
  expect(
    id: EventId,
    request: ExpectAnswerRequest,
  ): Promise<Outcome<ExpectedAnswerOfEvent, ExpectationRefusal | StoreError>>;
  expectSuccess(id: EventId): Promise<Outcome<ExpectedAnswerOfEvent, StoreError>>;
}
