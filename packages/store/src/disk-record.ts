import { isUtf8 } from 'node:buffer';
import type { StoredBody } from '@hooktap/core';
import {
  Attempt,
  DeliveryId,
  DeliverySummary,
  Event,
  EventId,
  EventReading,
  Instant,
  RawHeaders,
  Reply,
  Seq,
} from '@hooktap/protocol';
import * as z from 'zod';
import type { StoredRecord } from './stored-record.ts';

/** A body as a line has it: text where the bytes are UTF-8, else base64; neither where it is a blob. */
const DiskBody = z
  .object({
    size: z.number(),
    sha256: z.string(),
    text: z.string().optional(),
    base64: z.string().optional(),
  })
  .transform(toStoredBody);

const DiskEvent = Event.omit({
  reply: true,
  delivery: true,
  pinned: true,
  note: true,
  tags: true,
  deliveries: true,
});
const DiskOverride = z.object({
  method: z.string(),
  requestTarget: z.string(),
  rawHeaders: RawHeaders,
  body: DiskBody,
});
/** Looser than the API's: what was accepted once must stay readable. */
const DiskMarks = z.object({
  pinned: z.boolean().exactOptional(),
  note: z.string().exactOptional(),
  tags: z.array(z.string()).exactOptional(),
});
const ids = z.array(EventId);

/** The door for what comes back from disk. */
const DiskRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('event'), seq: Seq, event: DiskEvent, body: DiskBody }),
  z.object({ type: z.literal('reply'), seq: Seq, eventId: EventId, reply: Reply }),
  z.object({ type: z.literal('reading'), seq: Seq, eventId: EventId, reading: EventReading }),
  z.object({ type: z.literal('annotation'), seq: Seq, eventId: EventId, marks: DiskMarks }),
  z.object({
    type: z.literal('delivery'),
    seq: Seq,
    delivery: DeliverySummary,
    override: DiskOverride.exactOptional(),
  }),
  z.object({
    type: z.literal('attempt'),
    seq: Seq,
    eventId: EventId,
    deliveryId: DeliveryId,
    attempt: Attempt,
    responseBody: DiskBody.nullable(),
  }),
  z.object({ type: z.literal('deleted'), seq: Seq, ids, at: Instant }),
  z.object({ type: z.literal('restored'), seq: Seq, ids }),
  z.object({
    type: z.literal('erased'),
    seq: Seq,
    ids,
    hidden: z.number().int().nonnegative().exactOptional(),
  }),
]);

function toStoredBody(body: {
  size: number;
  sha256: string;
  text?: string | undefined;
  base64?: string | undefined;
}): StoredBody {
  const { size, sha256, text, base64 } = body;
  if (text !== undefined) return { size, sha256, content: { kind: 'inline', bytes: Buffer.from(text) } };
  if (base64 === undefined) return { size, sha256, content: { kind: 'blob' } };
  return { size, sha256, content: { kind: 'inline', bytes: Buffer.from(base64, 'base64') } };
}

function toDiskBody({ size, sha256, content }: StoredBody): object {
  if (content.kind === 'blob') return { size, sha256 };
  const { bytes } = content;
  return isUtf8(bytes)
    ? { size, sha256, text: bytes.toString('utf8') }
    : { size, sha256, base64: bytes.toString('base64') };
}

function toDisk(record: StoredRecord): object {
  switch (record.type) {
    case 'event':
      return { type: 'event', seq: record.seq, event: record.event, body: toDiskBody(record.body) };
    case 'delivery':
      return record.override
        ? { ...record, override: { ...record.override, body: toDiskBody(record.override.body) } }
        : record;
    case 'attempt':
      return record.responseBody ? { ...record, responseBody: toDiskBody(record.responseBody) } : record;
    default:
      return record;
  }
}

/** One line with its end. */
export const encodeRecord = (record: StoredRecord): string => `${JSON.stringify(toDisk(record))}\n`;

/** Schemas that are compiled to code pay off with many records; the first page after opening would wait for that. */
const beforeCompiling = 1000;
let decoded = 0;

/** Undefined for what is no record of ours. */
export function decodeRecord(line: Buffer): StoredRecord | undefined {
  decoded += 1;
  const jitless = decoded <= beforeCompiling;
  try {
    return DiskRecord.safeParse(JSON.parse(line.toString('utf8')), { jitless }).data as
      | StoredRecord
      | undefined;
  } catch {
    return undefined;
  }
}
