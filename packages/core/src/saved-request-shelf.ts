import { EventId, Instant, RawHeaders, SavedRequestId, SignatureBreak } from '@hooktap/protocol';
import * as z from 'zod';
import type { WriteResult } from './store-port.ts';

/** A saved request as it is kept: with its bytes, and with what makes an event of it again. */
export const SavedRequestRecord = z.object({
  version: z.literal(1),
  id: SavedRequestId,
  name: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  eventId: EventId,
  provider: z.string().nullable(),
  eventType: z.string().nullable(),
  endpoint: z.string(),
  /** As the sender of its event saw it. */
  url: z.string(),
  httpVersion: z.string(),
  method: z.string(),
  requestTarget: z.string(),
  rawHeaders: RawHeaders,
  /** Base64. */
  body: z.base64(),
  target: z.string().optional(),
  resign: z.literal(true).optional(),
  break: SignatureBreak.optional(),
});
export type SavedRequestRecord = Readonly<z.infer<typeof SavedRequestRecord>>;

/** The port to where saved requests outlive a run, beside the events and not among them. */
export interface SavedRequestShelf {
  /** All of them, read once; what is damaged is left out. */
  all(): Promise<SavedRequestRecord[]>;
  /** Puts one in the place of that with its id, as a whole: after a crash there is the old one or the new one. */
  put(record: SavedRequestRecord): Promise<WriteResult>;
  remove(id: SavedRequestId): Promise<WriteResult>;
}

/** For as long as this process lives. */
export function memoryShelf(): SavedRequestShelf {
  const records = new Map<SavedRequestId, SavedRequestRecord>();
  return {
    all: async () => [...records.values()],
    put: async (record) => {
      records.set(record.id, record);
      return { ok: true };
    },
    remove: async (id) => {
      records.delete(id);
      return { ok: true };
    },
  };
}
