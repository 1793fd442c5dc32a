import * as z from 'zod';
import { Seq } from './ids.ts';
import { ReasonPart } from './reason-part.ts';
import { Instant, Milliseconds } from './time.ts';

export const TunnelKind = z.enum(['localtunnel', 'relay', 'cloudflared', 'ngrok', 'ssh', 'none']);
export type TunnelKind = z.infer<typeof TunnelKind>;

export const TunnelState = z.enum(['connecting', 'open', 'degraded', 'reconnecting', 'closed', 'failed']);
export type TunnelState = z.infer<typeof TunnelState>;

/** Where the way in from the internet stands. `url` is the last one that was open, null before the first. */
export const TunnelStatus = z.object({
  kind: TunnelKind,
  state: TunnelState,
  /** One sentence for a person. */
  reason: z.string(),
  parts: z.array(ReasonPart).readonly().exactOptional(),
  since: Instant,
  url: z.string().nullable(),
  /** The one before, where the URL changed in this run. */
  previousUrl: z.string().optional(),
  nextTryAt: Instant.optional(),
});
export type TunnelStatus = z.infer<typeof TunnelStatus>;

export const TargetHealth = z.enum(['unknown', 'up', 'down']);
export type TargetHealth = z.infer<typeof TargetHealth>;

export const TargetStatus = z.object({
  endpoint: z.string(),
  url: z.string(),
  health: TargetHealth,
  since: Instant,
  /** What the last look at it found, for a person. */
  reason: z.string(),
  parts: z.array(ReasonPart).readonly().exactOptional(),
});
export type TargetStatus = z.infer<typeof TargetStatus>;

/** `GET /api/status`. */
export const Status = z.object({
  version: z.string(),
  instance: z.string(),
  uptimeMs: Milliseconds,
  seq: Seq,
  receiver: z.object({ url: z.string(), port: z.number().int(), addresses: z.array(z.string()) }),
  tunnel: TunnelStatus,
  targets: z.array(TargetStatus),
  reply: z.string(),
  counts: z.object({
    events: z.number().int(),
    pinned: z.number().int(),
    rejected: z.number().int(),
    openDeliveries: z.number().int(),
  }),
  sizes: z.object({
    /** Events and bodies: what `keepBytes` bounds. */
    storedBytes: z.number().int(),
    keepBytes: z.number().int(),
    /** What lies on disk besides, so that opening and searching are fast; only `GET /api/status` knows. */
    derivedBytes: z.number().int().optional(),
  }),
  dataDir: z.string(),
  /** What opening the store found wrong and set aside, for a person. */
  warnings: z.array(z.string()),
  /** The same in codes, one by one. */
  warningParts: z.array(z.array(ReasonPart).readonly()).exactOptional(),
});
export type Status = z.infer<typeof Status>;

/** A request that the HTTP parser refused: noted, but no event. */
export const RejectedRequest = z.object({
  at: Instant,
  remoteAddress: z.string(),
  statusCode: z.number().int(),
  reason: z.string(),
  /** The first 4 KB as they came. */
  beginning: z.object({ base64: z.string(), size: z.number().int() }),
});
export type RejectedRequest = z.infer<typeof RejectedRequest>;

export const RejectedRequests = z.object({ items: z.array(RejectedRequest), total: z.number().int() });
export type RejectedRequests = z.infer<typeof RejectedRequests>;
