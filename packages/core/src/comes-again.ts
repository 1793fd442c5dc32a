import type { Reply, ReplySource } from '@hooktap/protocol';
import type { RetryPolicy } from './retry-policy.ts';

/** What was answered so went no further. */
const refused: ReadonlySet<ReplySource> = new Set([
  'enforced',
  'busy',
  'blocked',
  'handshake',
  'too-large',
  'store-unavailable',
]);
const fromHandler: ReadonlySet<ReplySource> = new Set(['handler', 'unreachable', 'timeout']);

/**
 * Whether a sender that got this reply is to send the event again, since nobody else will: then what comes is no
 * duplicate, however alike.
 */
export function comesAgain(
  { statusCode, source }: Pick<Reply, 'statusCode' | 'source'>,
  retry: RetryPolicy,
): boolean {
  if (refused.has(source)) return true;
  const failed = statusCode < 200 || statusCode > 299;
  return failed && fromHandler.has(source) && retry.kind === 'none';
}

/** What the shield or a check said of the request itself: true whether or not its sender waited to hear it. */
const ownVerdicts: ReadonlySet<ReplySource> = new Set(['blocked', 'enforced', 'too-large', 'busy']);

/** Which source goes on record for an answer that was sent, or for which nobody waited any more. */
export const sourceOnRecord = (source: ReplySource, sent: 'sent' | 'gone'): ReplySource =>
  sent === 'gone' && !ownVerdicts.has(source) ? 'sender-gone' : source;
