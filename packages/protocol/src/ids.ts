import * as z from 'zod';

const crockford = '[0-9a-hjkmnp-tv-z]{26}';
const id = <const P extends string>(prefix: P) =>
  z.string().regex(new RegExp(`^${prefix}_${crockford}$`), `expected an id such as ${prefix}_01kbj4…`);

/** `evt_` and 26 Crockford base32 characters, lower case (a ULID). */
export const EventId = id('evt').brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;

/** `dlv_` and a ULID. */
export const DeliveryId = id('dlv').brand<'DeliveryId'>();
export type DeliveryId = z.infer<typeof DeliveryId>;

/** `bat_` and a ULID. */
export const BatchId = id('bat').brand<'BatchId'>();
export type BatchId = z.infer<typeof BatchId>;

/** `req_` and a ULID: a saved request. */
export const SavedRequestId = id('req').brand<'SavedRequestId'>();
export type SavedRequestId = z.infer<typeof SavedRequestId>;

/** Rising number of stream messages, one counter per data directory, never reused. */
export const Seq = z.number().int().nonnegative();
export type Seq = z.infer<typeof Seq>;
