import type { Inspection } from '@hooktap/core';
import type { Endpoint, ReplyConfig } from '@hooktap/protocol';
import { clockTime } from './event-line.ts';

/** What is told of an endpoint where there is little room. */
export interface EndpointFacts {
  readonly name: string;
  readonly path: string;
  /** As URLs; none: what comes is captured only. */
  readonly targets: readonly string[];
  readonly reply: string;
}

export const endpointFacts = ({ endpoints }: Pick<Inspection, 'endpoints'>): EndpointFacts[] =>
  endpoints.list().map(({ name, config, targets, hold, mode }) => ({
    name,
    path: config.path,
    targets: targets.map(({ url }) => url),
    reply: [
      replyText(config.reply, targets.length > 0),
      ...(hold && targets.length > 0 ? ['held while it is down'] : []),
      // Kept from the last run, and easily forgotten.
      ...(mode === 'deliver' ? [] : [mode]),
    ].join(', '),
  }));

function replyText(reply: ReplyConfig | undefined, hasTarget: boolean): string {
  if (reply === undefined) return hasTarget ? 'handler' : 'ack';
  if (typeof reply === 'string') return reply;
  return 'sequence' in reply ? 'sequence' : String(reply.status);
}

/** `stripe: /stripe → http://localhost:4000 (up: it listens), paused, 3 held` */
export function endpointText({ name, config, targets, mode, hold, queue }: Endpoint): string {
  const where = targets.map(({ url, health, reason }) => `${url} (${health}: ${reason})`).join(', ');
  const { waiting, held, retrying, underWay, heldUntil } = queue;
  const counts = Object.entries({ held, retrying, waiting, 'under way': underWay });
  return [
    `${name}: ${config.path} → ${where || 'captured only'}`,
    ...(mode === 'deliver' ? [] : [mode]),
    ...(hold ? ['holds while the handler is down'] : []),
    ...counts.filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`),
    ...(heldUntil === undefined
      ? []
      : [`its handler drops connections, tried again at ${clockTime(new Date(heldUntil))}`]),
  ].join(', ');
}
