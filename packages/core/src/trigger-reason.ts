import type { Attempt, Event, Saying } from '@hooktap/protocol';
import type { Wrong } from './field-fault.ts';
import { callbacks, handlers } from './say.ts';

/** What a person is told of a callback of ours that the receiver answered with an error; null where it is not known. */
export function errorReason(event: Event): Wrong | null {
  const { reply, verification, deliveries } = event;
  if (!reply) return null;
  const arrival = deliveries.find(({ cause, attempts }) => cause === 'arrival' && attempts.length > 0);
  const last = arrival?.attempts.at(-1);
  switch (reply.source) {
    case 'unreachable':
    case 'timeout':
    case 'handler':
      return last ? ofAttempt(last) : null;
    case 'enforced':
      return {
        message: `It was refused before the handler (enforce). ${verification.reason ?? 'Its signature is not valid.'}`,
        parts: [callbacks.part('enforced')],
      };
    case 'handshake':
      return event.handshake ? ofHandshake(event.handshake) : null;
    case 'fixed':
    case 'sequence':
      return callbacks.sentence('own-reply', { source: reply.source });
    default:
      return ofHooktap[reply.source] ?? null;
  }
}

const ofHandshake = ({ explanation, parts }: NonNullable<Event['handshake']>): Wrong => ({
  message: explanation,
  ...(parts && { parts }),
});

const ofHooktap: Readonly<Record<string, Saying>> = {
  busy: callbacks.sentence('busy'),
  blocked: callbacks.sentence('shielded'),
  'too-large': callbacks.sentence('too-large'),
  'store-unavailable': callbacks.sentence('store-unavailable'),
};

function ofAttempt({ outcome }: Attempt): Saying {
  if (outcome.kind === 'failed') {
    return { message: outcome.message, parts: outcome.parts ?? [handlers.part(`failed-${outcome.failure}`)] };
  }
  const { statusCode, body } = outcome;
  const said = /html/i.test(body.contentType ?? '') ? undefined : firstLine(body.preview ?? '');
  const status = String(statusCode);
  return said
    ? callbacks.sentence('handler-said', { status, said })
    : callbacks.sentence('handler-answered', { status });
}

function firstLine(text: string): string | undefined {
  const line = text.split(/[\r\n]/).find((one) => one.trim() !== '');
  return line === undefined || line.length <= longest ? line?.trim() : `${line.slice(0, longest - 1)}…`;
}

const longest = 160;
