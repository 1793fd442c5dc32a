import type {
  Batch,
  BatchId,
  BatchRequest,
  Delivery,
  DeliveryId,
  DeliveryListItem,
  DeliverySelection,
  DeliverySelectionResult,
  DeliveryStatus,
  DeliverySummary,
  DriftFields,
  DriftQuery,
  DriftTypes,
  Endpoint,
  Event,
  EventId,
  EventListItem,
  EventVerification,
  ExportFormat,
  ExportSummary,
  ImportResult,
  ReplayRequest,
  SavedRequest,
  SavedRequestId,
  SavedRequestSent,
  SendSavedRequest,
  ShapeFormat,
  ShapeText,
  Triggered,
  TriggerRequest,
} from '@hooktap/protocol';
import type { Found } from './found.ts';

export interface DeliveryQuery {
  readonly q: string;
  readonly status?: DeliveryStatus | undefined;
  readonly limit: number;
}

/** Which events, by `q` or by `ids`, and as what. */
export interface ExportRequest {
  readonly format: ExportFormat;
  readonly safe: boolean;
  readonly q?: string;
  readonly ids?: readonly EventId[];
  readonly to?: string;
}

/** Many replays at once. */
export interface BatchCommands {
  start(request: BatchRequest): Promise<Batch>;
  get(id: BatchId): Promise<Batch>;
  cancel(id: BatchId): Promise<Batch>;
  resume(id: BatchId): Promise<Batch>;
}

/** Whole requests under names. */
export interface SavedRequestCommands {
  /** By name. */
  list(): Promise<readonly SavedRequest[]>;
  send(id: SavedRequestId, request: SendSavedRequest): Promise<SavedRequestSent>;
  /** Answers those that were there. */
  remove(ids: readonly SavedRequestId[]): Promise<readonly SavedRequest[]>;
  rename(id: SavedRequestId, name: string): Promise<SavedRequest>;
}

/** What the bodies of event types hold; null where no such event is there. */
export interface DriftReads {
  types(): Promise<DriftTypes>;
  fields(type: DriftQuery): Promise<DriftFields | null>;
  shape(type: DriftQuery, format: ShapeFormat): Promise<ShapeText | null>;
}

export interface ImportWishes {
  readonly format: 'ndjson' | 'har' | undefined;
  readonly faults: 'stop' | 'skip';
  /** Called with each piece of the file that is read. */
  readonly read: (bytes: number) => void;
}

/** The project's events as commands use them, whether an instance runs or not. */
export interface EventDesk {
  /** Newest first, at most `limit`. */
  list(q: string, limit: number): Promise<Found<EventListItem>>;
  event(id: EventId): Promise<Event | null>;
  /** As it is set today; null where there is none of this name any more. */
  endpoint(name: string): Promise<Endpoint | null>;
  eventBody(id: EventId): Promise<Uint8Array>;
  attemptBody(id: DeliveryId, number: number, side: 'request' | 'response'): Promise<Uint8Array>;
  /** Begins one delivery for each target that it goes to; how they went is in the event. */
  replay(id: EventId, request: ReplayRequest): Promise<readonly DeliverySummary[]>;
  /** The delivery log, newest first, at most `limit`. */
  deliveries(query: DeliveryQuery): Promise<Found<DeliveryListItem>>;
  delivery(id: DeliveryId): Promise<Delivery | null>;
  /** Retries or cancels what is selected. */
  each(
    verb: 'retry' | 'cancel',
    selection: DeliverySelection,
  ): Promise<Pick<DeliverySelectionResult, 'ids' | 'refused'>>;
  readonly batches: BatchCommands;
  readonly savedRequests: SavedRequestCommands;
  readonly drift: DriftReads;
  /** Its signature step by step; null where there is no such event. */
  verification(id: EventId): Promise<EventVerification | null>;
  /** Sends samples as a provider would; settles once all were answered. */
  trigger(request: TriggerRequest): Promise<Triggered>;
  /** Oldest first, piece by piece. */
  exportEvents(request: ExportRequest): Promise<AsyncIterable<string | Uint8Array>>;
  exportSummary(request: ExportRequest): Promise<ExportSummary>;
  importFile(path: string, wishes: ImportWishes): Promise<ImportResult>;
  close(): Promise<void>;
}
