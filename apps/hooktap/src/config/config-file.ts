import { Duration, EndpointConfig, ReplyConfig } from '@hooktap/protocol';
import * as z from 'zod';
import type { ProviderPack } from '../../define-config/providers.js';

const port = z.number().int().min(0).max(65_535);

/** Bytes as people write them: `"10mb"`, or a number. */
const Size = z.union([
  z.number().int().nonnegative(),
  z.string().regex(/^\d+(\.\d+)?(b|kb|mb|gb)$/i, 'expected a size such as 512kb, 10mb or 1gb'),
]);

const httpUrl = z.url({ protocol: /^https?$/, error: 'expected a URL such as https://localtunnel.me' });

/** A pack's functions cannot be checked by a schema; the rest is when the packs are loaded. */
const Pack = z.custom<ProviderPack>(
  (value) => typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string',
  'expected a provider pack with a name',
);

/**
 * `hooktap.config.*`: the endpoints, and the flags of `listen` under their own names. What a flag says goes before it;
 * of the fields from `reply` on, what an endpoint says for itself goes before both.
 */
export const ConfigFile = z.strictObject({
  endpoints: z.array(EndpointConfig).max(256, 'expected at most 256 endpoints').optional(),
  port: port.optional(),
  host: z.string().min(1).optional(),
  uiPort: port.optional(),
  uiHost: z.string().min(1).optional(),
  uiAllowHost: z.array(z.string().min(1)).optional(),
  tunnel: z.union([z.enum(['localtunnel', 'none']), z.literal(false)]).optional(),
  tunnelHost: httpUrl.optional(),
  subdomain: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]{2,61}[a-z0-9]$/,
      'expected 4 to 63 lower-case letters, digits and inner hyphens',
    )
    .optional(),
  maxBody: Size.optional(),
  insecureTarget: z.boolean().optional(),
  hostHeader: z.enum(['target', 'public']).optional(),
  keepEvents: z.number().int().positive().optional(),
  keepDays: z.number().int().positive().optional(),
  keepBytes: Size.optional(),
  open: z.boolean().optional(),
  quiet: z.boolean().optional(),
  /** How much faster retries wait: 1000 makes of four hours 14 s. */
  timeScale: z.number().positive().max(1_000_000).optional(),
  only: z.string().startsWith('/', 'expected a path glob that begins with /').optional(),
  reply: ReplyConfig.optional(),
  timeout: Duration.optional(),
  hold: z.boolean().optional(),
  dedupe: z.boolean().optional(),
  enforce: z.boolean().optional(),
  /** Provider packs of the person's own; what is in them is checked when the packs are loaded. */
  providers: z.array(Pack).max(100).optional(),
  /** Sent to every handler. */
  headers: z.record(z.string(), z.string()).optional(),
});
export type ConfigFile = z.infer<typeof ConfigFile>;
