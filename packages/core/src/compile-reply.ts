import type { EndpointConfig, FixedReply, RawHeaders } from '@hooktap/protocol';
import { durationMs } from './duration.ts';
import type { ReplyPolicy, TimedReply } from './endpoint-policy.ts';
import type { Fault } from './field-fault.ts';
import { headerFault } from './request-edit.ts';
import { refusals } from './say.ts';
import type { PlainReply } from './sender-port.ts';

/** What this endpoint's senders get. */
export function compileReply({ reply }: EndpointConfig, hasTarget: boolean, fault: Fault): ReplyPolicy {
  if (reply === undefined) return { kind: hasTarget ? 'handler' : 'ack' };
  if (reply === 'ack') return { kind: 'ack' };
  if (reply === 'handler') {
    if (!hasTarget) fault('reply', refusals.sentence('reply-targetless'));
    return { kind: 'handler' };
  }
  if (!('sequence' in reply)) return { kind: 'fixed', ...timedReply(reply, 'reply', fault) };
  const replies = reply.sequence.map((one, index) =>
    timedReply(typeof one === 'number' ? { status: one } : one, `reply.sequence[${index}]`, fault),
  );
  return { kind: 'sequence', replies };
}

function timedReply(
  { status, headers, body, delay = 0 }: FixedReply,
  path: string,
  fault: Fault,
): TimedReply {
  return { reply: plainReply({ status, headers, body }, path, fault), delayMs: durationMs(delay) };
}

/** An answer that a person wrote. */
export function plainReply(
  { status, headers, body }: Pick<FixedReply, 'status' | 'headers' | 'body'>,
  path: string,
  fault: Fault,
): PlainReply {
  return { statusCode: status, headers: headerPairs(headers, `${path}.headers`, fault), body: body ?? '' };
}

/** Headers that a person wrote. */
export function headerPairs(
  headers: Record<string, string> | undefined,
  path: string,
  fault: Fault,
): RawHeaders {
  const pairs = Object.entries(headers ?? {});
  for (const [name, value] of pairs) {
    const wrong = headerFault(name, value);
    if (wrong) fault(`${path}.${name}`, wrong);
  }
  return pairs;
}
