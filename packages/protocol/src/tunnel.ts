import * as z from 'zod';
import { Seq } from './ids.ts';
import { ReasonPart } from './reason-part.ts';
import { TunnelState, TunnelStatus } from './status.ts';
import { Instant, Milliseconds } from './time.ts';

/**
 * One look, from this machine by way of the internet, at whether requests to the public URL reach the receiver. It
 * asks for a number that the receiver answers once and keeps no event of.
 */
export const TunnelProbe = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reached'), at: Instant, url: z.string(), tookMs: Milliseconds }),
  z.object({
    kind: z.literal('failed'),
    at: Instant,
    url: z.string(),
    tookMs: Milliseconds,
    /** Words that end a sentence for a person. */
    reason: z.string(),
    parts: z.array(ReasonPart).readonly().exactOptional(),
  }),
]);
export type TunnelProbe = z.infer<typeof TunnelProbe>;

/** A state the tunnel was in, for one reason; `times`: how often it was said in a row, the last time at `lastAt`. */
export const TunnelStay = z.object({
  state: TunnelState,
  reason: z.string(),
  parts: z.array(ReasonPart).readonly().exactOptional(),
  at: Instant,
  lastAt: Instant,
  times: z.number().int().positive(),
  url: z.string().nullable(),
});
export type TunnelStay = z.infer<typeof TunnelStay>;

/** A public URL of this run; `until` null: it is the last one that was open. */
export const TunnelUrl = z.object({ url: z.string(), from: Instant, until: Instant.nullable() });
export type TunnelUrl = z.infer<typeof TunnelUrl>;

/** `GET /api/tunnel`: where it stands and how it came to that, of this run, each list newest first and bounded. */
export const TunnelReport = z.object({
  tunnel: TunnelStatus,
  /** At most 100. */
  history: z.array(TunnelStay),
  /** At most 50. */
  probes: z.array(TunnelProbe),
  /** At most 20. */
  urls: z.array(TunnelUrl),
  /** How many requests it carries at a time; null: not known, or no limit. */
  sockets: z.number().int().nullable(),
  /** How many of them may wait for a handler at a time. */
  waitingLimit: z.number().int().nullable(),
  seq: Seq,
});
export type TunnelReport = z.infer<typeof TunnelReport>;

/**
 * `POST /api/tunnel/retry`: `probing` looks now whether requests come through; `opening` ends the wait before the next
 * try; `under-way`: a try is being made; `too-soon`: one was asked for a moment ago; `off`: there is no tunnel to try.
 */
export const TunnelRetry = z.object({
  kind: z.enum(['probing', 'opening', 'under-way', 'too-soon', 'off']),
});
export type TunnelRetry = z.infer<typeof TunnelRetry>;
