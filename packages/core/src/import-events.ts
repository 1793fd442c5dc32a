import {
  type BodyState,
  EndpointName,
  type EventId,
  type ImportResult,
  importSentences,
  type RawHeaders,
  type ReasonPart,
  type Reply,
  type Speaker,
  speakerOf,
} from '@hooktap/protocol';
import { toInstant } from './clock.ts';
import type { EndpointBook } from './endpoint-book.ts';
import type { EventReadings } from './event-readings.ts';
import { applyRecord, type EventState, initialState, toListItem } from './event-state.ts';
import { saying, type Wrong } from './field-fault.ts';
import type { IdSource } from './ids.ts';
import { ImportTally } from './import-tally.ts';
import type { ImportRefusal, Outcome } from './inspection-port.ts';
import type { Place, Publisher } from './publisher.ts';
import { requestFault } from './request-edit.ts';
import type { CapturedEvent, Commit, Store, StoredBody, StoreError, StoreRecord } from './store-port.ts';
import { describeBody } from './stored-body.ts';

/** An event that was captured elsewhere or before. */
export interface ImportableEvent {
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  /** By default the endpoint that would take it today. */
  readonly endpoint?: string | undefined;
  readonly url: string;
  readonly method: string;
  readonly requestTarget: string;
  readonly httpVersion: string;
  readonly rawHeaders: RawHeaders;
  readonly rawTrailers: RawHeaders;
  readonly remoteAddress: string;
  readonly clientAddress?: string | undefined;
  readonly body: Buffer;
  readonly bodyState: BodyState;
  readonly reply?: Reply | null | undefined;
  readonly pinned?: boolean | undefined;
  readonly note?: string | undefined;
  readonly tags?: string[] | undefined;
}

/** Where it stands in the file, such as `line 7`, and the same in codes. */
interface InFile {
  readonly place: string;
  readonly placePart?: ReasonPart;
}

export type ImportEntry =
  | ({ readonly kind: 'event'; readonly event: ImportableEvent } & InFile)
  | ({ readonly kind: 'unreadable' } & InFile & Wrong);

export interface ImportContext {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly ids: IdSource;
  readonly book: EndpointBook;
  readonly readings: EventReadings;
}

/** What is told once it is on disk. */
interface Waiting {
  readonly commit: Commit;
  readonly place: Place;
  readonly state: EventState;
  readonly isNew: boolean;
  readonly readAfterwards: () => void;
}

/** So many records, or so many bytes of bodies, are on their way to the disk at a time. */
const groupEvents = 128;
const groupBytes = 4 * 1024 * 1024;

export interface ImportWishes {
  /** What cannot be read ends the import, or is left out. */
  readonly faults?: 'stop' | 'skip';
  /** Whether the answer names every event. */
  readonly list?: boolean;
}

/**
 * Keeps events that were captured elsewhere, in the order given, with their own time. They are never delivered. Ends
 * at the first that cannot be read, unless those are to be skipped: those before it are kept.
 *
 * An id is a ULID of the event's own time; the place in lists, which go by `seq`, is that of the import.
 */
export async function importEvents(
  context: ImportContext,
  entries: AsyncIterable<ImportEntry>,
  { faults = 'stop', list = false }: ImportWishes = {},
): Promise<Outcome<ImportResult, ImportRefusal | StoreError>> {
  await context.readings.ready();
  const tally = new ImportTally(list);
  let underWay: Promise<void>[] = [];
  let bytes = 0;
  let failed: StoreError | null = null;
  // Told as soon as it is on disk: what stands behind it in the stream must not wait for the rest of the file.
  const settle = async (one: Waiting): Promise<void> => {
    const written = await one.commit.durable;
    tell(one, written.ok);
    if (!written.ok) failed ??= written.error;
    else if (one.isNew) tally.kept(one.state);
  };
  const settled = async (): Promise<void> => {
    await Promise.all(underWay);
    underWay = [];
    bytes = 0;
  };
  let refusal: ImportRefusal | null = null;
  for await (const entry of entries) {
    const fault = entry.kind === 'event' ? faultOf(entry.event) : saying(entry);
    if (entry.kind !== 'event' || fault !== null) {
      if (faults === 'skip') {
        if (fault) tally.skipped(entry, fault);
        continue;
      }
      refusal = { code: 'import-invalid', message: `${entry.place}: ${fault?.message}`, errors: [] };
      break;
    }
    underWay.push(...(await keep(context, entry.event)).map(settle));
    bytes += entry.event.body.length;
    if (underWay.length >= groupEvents || bytes >= groupBytes) await settled();
    if (failed) break;
  }
  await settled();
  if (failed) return { ok: false, error: failed };
  const result = tally.result(context.store.currentSeq());
  return refusal ? { ok: false, error: withCount(refusal, result.imported) } : { ok: true, value: result };
}

const says: Speaker<typeof importSentences>['sentence'] = speakerOf(importSentences).sentence;

/** The times of which there can be an id. */
const latest = 2 ** 48 - 1;

/** Why it cannot be kept, or null. */
function faultOf(event: ImportableEvent): Wrong | null {
  const { receivedAt } = event;
  if (!Number.isInteger(receivedAt) || receivedAt < 0 || receivedAt > latest)
    return says('received-timeless');
  return requestFault(event);
}

function withCount({ code, message }: ImportRefusal, imported: number): ImportRefusal {
  const before = imported === 0 ? 'Nothing was imported.' : `The ${imported} before it were imported.`;
  return {
    code,
    message: `${message} ${before}`,
    errors: [{ path: message.split(':', 1)[0] ?? '', message }],
  };
}

function tell({ place, state, isNew, readAfterwards }: Waiting, isKept: boolean): void {
  if (!isKept) {
    place.leave();
    return;
  }
  place.fill({ type: isNew ? 'event.captured' : 'event.updated', event: toListItem(state) });
  if (isNew) readAfterwards();
}

/** Appends the event, and after it its reply and marks where it has them. */
async function keep(context: ImportContext, given: ImportableEvent): Promise<Waiting[]> {
  const { store, publisher, readings, book } = context;
  const body = await storedBody(store, given.body);
  const place = publisher.place();
  try {
    const described = describe(context, given, place.seq, body);
    const policy = { ...(book.find(described.endpoint) ?? book.match(described.path)), handshake: null };
    const known = readings.atOnce(described, body, policy);
    const event = { ...described, ...(known ?? readings.atArrival(described, body, policy)) };
    const record: StoreRecord = { type: 'event', seq: place.seq, event, body };
    const readAfterwards = known ? () => {} : () => readings.afterwards(event, body, policy);
    const commit = store.append(record);
    const waiting: Waiting[] = [{ commit, place, state: initialState(event), isNew: true, readAfterwards }];
    for (const annotation of annotations(event.id, given)) {
      const next = publisher.place();
      const more: StoreRecord = { ...annotation, seq: next.seq };
      const state = applyRecord(waiting.at(-1)?.state ?? initialState(event), more);
      waiting.push({
        commit: store.append(more),
        place: next,
        state,
        isNew: false,
        readAfterwards: () => {},
      });
    }
    return waiting;
  } catch (bug) {
    place.leave();
    throw bug;
  }
}

type Unnumbered<R> = R extends StoreRecord ? Omit<R, 'seq'> : never;
type Addition = Extract<Unnumbered<StoreRecord>, { type: 'reply' | 'annotation' }>;

function annotations(eventId: EventId, { reply, pinned, note, tags }: ImportableEvent): Addition[] {
  const marks = {
    ...(pinned && { pinned }),
    ...(note !== undefined && note !== '' && { note }),
    ...(tags && tags.length > 0 && { tags }),
  };
  return [
    ...(reply ? [{ type: 'reply' as const, eventId, reply }] : []),
    ...(Object.keys(marks).length > 0 ? [{ type: 'annotation' as const, eventId, marks }] : []),
  ];
}

async function storedBody(store: Store, bytes: Buffer): Promise<StoredBody> {
  const writer = store.openBody();
  await writer.write(bytes);
  return writer.finish();
}

function describe(
  { ids, book }: ImportContext,
  given: ImportableEvent,
  seq: number,
  body: StoredBody,
): CapturedEvent {
  const { receivedAt, requestTarget, rawHeaders, bodyState, clientAddress } = given;
  const id = ids.eventOf(receivedAt);
  const path = requestTarget.split('?', 1)[0] ?? '';
  return {
    id,
    seq,
    receivedAt: toInstant(receivedAt),
    // A file may hold any text; names stand in addresses and flags.
    endpoint: EndpointName.safeParse(given.endpoint).data ?? book.match(path).name,
    via: 'import',
    url: given.url,
    method: given.method,
    requestTarget,
    path,
    httpVersion: given.httpVersion,
    rawHeaders: rawHeaders.map(([name, value]) => [name, value]),
    rawTrailers: given.rawTrailers.map(([name, value]) => [name, value]),
    remoteAddress: given.remoteAddress,
    ...(clientAddress !== undefined && { clientAddress }),
    body: describeBody(body, bodyState, rawHeaders, `/api/events/${id}/body?view=raw`),
    provider: null,
    providerReason: 'Not looked at yet.',
    eventType: null,
    providerEventId: null,
    subject: null,
    verification: { verdict: 'unchecked', code: 'not-yet', reason: 'Not checked yet.' },
  };
}
