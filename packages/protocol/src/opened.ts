import * as z from 'zod';
import { EventId, Seq } from './ids.ts';

/** Events with these numbers, both ends included. */
export const SeqRange = z.tuple([Seq, Seq]);
export type SeqRange = z.infer<typeof SeqRange>;

/** `GET /api/opened`: which events a person has opened; all others are unread. Ranges rise and do not touch. */
export const Opened = z.object({ ranges: z.array(SeqRange), seq: Seq });
export type Opened = z.infer<typeof Opened>;

/** The body of `POST /api/opened`: some events, or all with this number or a lower one. */
export const OpenedRequest = z
  .strictObject({ ids: z.array(EventId).min(1).max(1000).optional(), upTo: Seq.optional() })
  .refine(
    ({ ids, upTo }) => (ids === undefined) !== (upTo === undefined),
    'expected exactly one of ids, upTo',
  );
export type OpenedRequest = z.infer<typeof OpenedRequest>;
