import type {
  Annotation,
  Attempt,
  Delivery,
  DeliveryId,
  DeliverySummary,
  Event,
  EventId,
  EventListItem,
  EventReading,
  Instant,
  RawHeaders,
  RejectedRequest,
  Reply,
  Saying,
  Seq,
} from '@hooktap/protocol';
import type { DeliveryLog, DeliveryLogQuery, DeliverySearch } from './delivery-log.ts';
import type { EventMatcher } from './event-matcher.ts';

/** A body as the store took it: small ones in memory until their record is written, large ones already on disk. */
export interface StoredBody {
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly content: { readonly kind: 'inline'; readonly bytes: Buffer } | { readonly kind: 'blob' };
}

/** Takes one body in pieces with bounded memory. */
export interface BodyWriter {
  /** A promise only where the disk has to catch up; wait for it before the next piece. */
  write(chunk: Buffer): Promise<void> | undefined;
  /** Ends the body. Rejects with a StoreError where it could not be kept. */
  finish(): StoredBody | Promise<StoredBody>;
  discard(): void;
}

/** The immutable record of what arrived. `body` lacks nothing but its bytes. */
export type CapturedEvent = Omit<Event, 'reply' | 'delivery' | 'pinned' | 'note' | 'tags' | 'deliveries'>;

/** An edited copy that a replay sends; kept so that a crash does not lose the edit. */
export interface RequestOverride {
  readonly method: string;
  readonly requestTarget: string;
  readonly rawHeaders: RawHeaders;
  readonly body: StoredBody;
}

/** Everything that is ever appended. An update is a new record; the later one wins. */
export type StoreRecord =
  | { readonly type: 'event'; readonly seq: Seq; readonly event: CapturedEvent; readonly body: StoredBody }
  | { readonly type: 'reply'; readonly seq: Seq; readonly eventId: EventId; readonly reply: Reply }
  | { readonly type: 'reading'; readonly seq: Seq; readonly eventId: EventId; readonly reading: EventReading }
  | { readonly type: 'annotation'; readonly seq: Seq; readonly eventId: EventId; readonly marks: Annotation }
  | {
      readonly type: 'delivery';
      readonly seq: Seq;
      readonly delivery: DeliverySummary;
      /** Only on the first record of an edited replay. */
      readonly override?: RequestOverride;
    }
  | {
      readonly type: 'attempt';
      readonly seq: Seq;
      readonly eventId: EventId;
      readonly deliveryId: DeliveryId;
      readonly attempt: Attempt;
      /** Of the response, or of what had come in of it; null where nothing had. */
      readonly responseBody: StoredBody | null;
    }
  | { readonly type: 'deleted'; readonly seq: Seq; readonly ids: readonly EventId[]; readonly at: Instant }
  | { readonly type: 'restored'; readonly seq: Seq; readonly ids: readonly EventId[] };

export type StoreFailureKind = 'disk-full' | 'unwritable' | 'closed';

/** The store could not do what it promised. `message` says what happened, where, and what to do. */
export class StoreError extends Error {
  readonly kind: StoreFailureKind;
  constructor(kind: StoreFailureKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.kind = kind;
  }
}

export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly error: StoreError };

/** The two moments of an append. A failed append leaves no trace in reads. */
export interface Commit {
  /** Handed to the operating system: survives the end of this process. */
  readonly written: Promise<WriteResult>;
  /** Forced to disk (fdatasync), the blob it names before it. Asking is what hurries it. */
  readonly durable: Promise<WriteResult>;
}

export interface StorePageQuery {
  /** Words that must all occur in request line, headers or body, compared without case. */
  readonly words: readonly string[];
  /** In place of the words. */
  readonly matcher?: EventMatcher;
  /** Event seq bounds, exclusive: older pages have `before`, newer ones `after`. */
  readonly before?: Seq;
  readonly after?: Seq;
  readonly limit: number;
  /** With `before`: so many match from there up, which was searched already and is not looked at again. */
  readonly counted?: number;
  /** Milliseconds after which what has been found is the answer. */
  readonly within?: number;
  /** Ends the search, which then rejects with its reason. */
  readonly signal?: AbortSignal;
}

export interface StorePage {
  /** Newest first. */
  readonly items: readonly EventListItem[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly total: number;
  readonly totalIsExact: boolean;
  /** Its time was over before it was full: all down to this number was searched, and nothing below. */
  readonly searchedTo?: Seq;
  /** With `searchedTo`: so many match from there up. Absent where not all of those were looked at. */
  readonly counted?: number;
}

/**
 * Which bytes: an event's, or one side of an attempt. The request side is the delivery's override where it has
 * one, else the event's body; it is there before the attempt is.
 */
export type BodyAddress =
  | { readonly of: 'event'; readonly eventId: EventId }
  | {
      readonly of: 'attempt';
      readonly deliveryId: DeliveryId;
      readonly number: number;
      readonly side: 'request' | 'response';
    };

export interface BodyBytes {
  readonly size: number;
  /** `start` inclusive, `end` exclusive, whole body by default; chunks of bounded size. */
  read(range?: { start: number; end: number }): AsyncIterable<Buffer>;
}

/** A light trace of a change, from which the stream's message is made again for a client that missed it. */
export type ChangeNote =
  | { readonly seq: Seq; readonly type: 'event.captured' | 'event.updated'; readonly eventId: EventId }
  | {
      readonly seq: Seq;
      readonly type: 'event.deleted' | 'event.restored';
      readonly ids: readonly EventId[];
    }
  | { readonly seq: Seq; readonly type: 'delivery.updated'; readonly deliveryId: DeliveryId }
  | {
      readonly seq: Seq;
      readonly type: 'attempt.settled';
      readonly eventId: EventId;
      readonly deliveryId: DeliveryId;
      readonly number: number;
    };

export interface RetentionLimits {
  readonly keepEvents: number;
  readonly keepDays: number;
  readonly keepBytes: number;
}

/** One time that the limits are seen to. */
export interface RetentionRound {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What was hidden before goes. */
  readonly hiddenBefore: Instant;
  /** Gives the number of the erasure, right before its record; by default the next one. */
  readonly takeSeq?: () => Seq;
  /** Hears what left the lists, once that is on disk and before its space is given back. */
  readonly onErased?: (shown: readonly EventId[]) => void;
}

/** A delivery that a stop left open, with what is needed to go on with it. */
export interface OpenDelivery {
  readonly delivery: Delivery;
  readonly event: EventListItem;
}

/**
 * The port to the event store. Reads see an append at once; hidden (deleted) events are in no read
 * but `restore`. Events are ordered by the seq of their capture.
 */
export interface Store {
  /** What opening found damaged and set aside, for a person. */
  readonly warnings: readonly Saying[];
  /** The next number of the data directory's one counter; never given twice, not even after a crash. */
  nextSeq(): Seq;
  /** The last number given. */
  currentSeq(): Seq;
  openBody(): BodyWriter;
  append(record: StoreRecord): Commit;
  /**
   * Like `append`, for what nobody waits for: it goes with the next append, or by itself a moment later (at most
   * 200 ms, and at `close`). A kill may lose it.
   */
  appendLater(record: StoreRecord): void;

  page(query: StorePageQuery): Promise<StorePage>;
  /** Ids of all that match, newest first. Rejects with the reason of the signal where that ends it. */
  matching(words: readonly string[], matcher?: EventMatcher, signal?: AbortSignal): Promise<EventId[]>;
  listItem(id: EventId): Promise<EventListItem | null>;
  event(id: EventId): Promise<Event | null>;
  delivery(id: DeliveryId): Promise<Delivery | null>;
  override(id: DeliveryId): Promise<RequestOverride | null>;
  body(address: BodyAddress): Promise<BodyBytes | null>;
  /** Those that are hidden and still restorable: of `ids`, or all; of these, the ones that match. */
  hidden(ids: readonly EventId[] | 'all', matcher?: EventMatcher): Promise<EventId[]>;

  /** A page of the delivery log. Deliveries of hidden events are not in it. */
  deliveries(query: DeliveryLogQuery): Promise<DeliveryLog>;
  /** Ids of all that match, oldest first. */
  matchingDeliveries(search: DeliverySearch): Promise<DeliveryId[]>;
  /**
   * Deliveries that are pending, retrying or held at the moment of the call, oldest first. There may be very many:
   * they are read piece by piece.
   */
  openDeliveries(): AsyncIterable<OpenDelivery>;
  /** At most the last `limit` changes that records tell of, in order of seq. */
  recentChanges(limit: number): Promise<ChangeNote[]>;

  noteRejected(request: RejectedRequest): void;
  rejected(): { items: readonly RejectedRequest[]; total: number };

  counts(): { events: number; pinned: number; openDeliveries: number; storedBytes: number };
  /** What lies on disk beside the above, made of it so that opening and searching are fast. */
  derivedBytes(): Promise<number>;
  /**
   * Erases what was hidden before `hiddenBefore` and what the limits push out; answers what went. Rejects with a
   * StoreError where that could not be written: nothing is gone then.
   */
  retain(limits: RetentionLimits, round: RetentionRound): Promise<EventId[]>;

  /** Small named values that outlive a run, such as the tunnel's name. */
  setting(name: string): string | undefined;
  setSetting(name: string, value: string): Promise<WriteResult>;

  /** Writes and forces what waits; afterwards every append fails with `closed`. */
  close(): Promise<void>;
}
