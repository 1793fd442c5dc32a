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
