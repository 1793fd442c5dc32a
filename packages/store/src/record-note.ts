import type { StoredBody } from '@hooktap/core';
import type { DeliveryId, DeliveryStatus, EventId, Seq } from '@hooktap/protocol';
import type { StoredRecord } from './stored-record.ts';

/** A blob that a record names. */
export interface BlobMention {
  readonly sha256: string;
  readonly size: number;
}

/** Where a record lies in its segment, and what lists, counts and retention need of it without reading it. */
export type RecordNote = {
  readonly seq: Seq;
  offset: number;
  readonly length: number;
  readonly blob?: BlobMention;
} & (
  | {
      readonly type: 'event';
      readonly id: EventId;
      readonly at: number;
      /** Truncated or aborted: the first to go. */
      readonly flawed: boolean;
    }
  | { readonly type: 'reply'; readonly id: EventId; readonly blocked: boolean }
  | { readonly type: 'reading'; readonly id: EventId }
  | { readonly type: 'annotation'; readonly id: EventId; readonly pinned?: boolean }
  | {
      readonly type: 'delivery';
      readonly id: EventId;
      readonly deliveryId: DeliveryId;
      readonly open: boolean;
    }
  | {
      readonly type: 'attempt';
      readonly id: EventId;
      readonly deliveryId: DeliveryId;
      readonly number: number;
    }
  | { readonly type: 'deleted'; readonly ids: readonly EventId[]; readonly at: string }
  | { readonly type: 'restored'; readonly ids: readonly EventId[] }
  | { readonly type: 'erased'; readonly ids: readonly EventId[]; readonly hidden?: number }
);

export type EventNote = RecordNote & { type: 'event' };

const openStatus: ReadonlySet<DeliveryStatus> = new Set(['pending', 'retrying', 'held']);
export const isOpen = (status: DeliveryStatus): boolean => openStatus.has(status);

const blobOf = (body: StoredBody | null | undefined): { blob?: BlobMention } =>
  body?.content.kind === 'blob' ? { blob: { sha256: body.sha256, size: body.size } } : {};

/** What a note's record and its blob take up. */
export const takenBytes = (note: RecordNote): number => note.length + (note.blob?.size ?? 0);

export function noteOf(record: StoredRecord, offset: number, length: number): RecordNote {
  const { seq } = record;
  switch (record.type) {
    case 'event': {
      const { id, receivedAt, body } = record.event;
      const blob = blobOf(record.body);
      const flawed = body.state !== 'complete';
      return { type: 'event', seq, offset, length, id, at: Date.parse(receivedAt), flawed, ...blob };
    }
    case 'reply':
      return {
        type: 'reply',
        seq,
        offset,
        length,
        id: record.eventId,
        blocked: record.reply.source === 'blocked',
      };
    case 'reading':
      return { type: 'reading', seq, offset, length, id: record.eventId };
    case 'annotation': {
      const { pinned } = record.marks;
      return {
        type: 'annotation',
        seq,
        offset,
        length,
        id: record.eventId,
        ...(pinned !== undefined && { pinned }),
      };
    }
    case 'delivery': {
      const { id: deliveryId, eventId: id, status } = record.delivery;
      const blob = blobOf(record.override?.body);
      return { type: 'delivery', seq, offset, length, id, deliveryId, open: isOpen(status), ...blob };
    }
    case 'attempt': {
      const { eventId: id, deliveryId, attempt } = record;
      const blob = blobOf(record.responseBody);
      return { type: 'attempt', seq, offset, length, id, deliveryId, number: attempt.number, ...blob };
    }
    case 'deleted':
      return { type: 'deleted', seq, offset, length, ids: record.ids, at: record.at };
    case 'restored':
      return { type: 'restored', seq, offset, length, ids: record.ids };
    case 'erased':
      return {
        type: 'erased',
        seq,
        offset,
        length,
        ids: record.ids,
        ...(record.hidden !== undefined && { hidden: record.hidden }),
      };
  }
}
