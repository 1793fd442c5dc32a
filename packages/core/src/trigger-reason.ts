import type { Attempt, Event } from '@hooktap/protocol';

/** What a person is told of a callback of ours that the receiver answered with an error; null where it is not known. */
export function errorReason(event: Event): string | null {
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
      return `It was refused before the handler (enforce). ${verification.reason ?? 'Its signature is not valid.'}`;
    case 'handshake':
      return event.handshake?.explanation ?? null;
    case 'fixed':
    case 'sequence':
      return `That is the endpoint's own reply (${reply.source}); the handler was not asked.`;
    default:
      return ofHooktap[reply.source] ?? null;
  }
}

const ofHooktap: Readonly<Record<string, string>> = {
  busy: 'Too many requests wait for the handler already.',
  blocked: 'Its path is one that is never passed on: it looks like a hidden file, or --only leaves it out.',
  'too-large': 'Its body is larger than Hooktap accepts (--max-body).',
  'store-unavailable': 'Hooktap could not store it; hooktap doctor says why.',
};

function ofAttempt({ outcome }: Attempt): string {
  if (outcome.kind === 'failed') return outcome.message;
  const { statusCode, body } = outcome;
  const said = /html/i.test(body.contentType ?? '') ? undefined : firstLine(body.preview ?? '');
  return `The handler answered ${statusCode}${said ? `: ${said}` : '.'}`;
}

function firstLine(text: string): string | undefined {
  const line = text.split(/[\r\n]/).find((one) => one.trim() !== '');
  return line === undefined || line.length <= longest ? line?.trim() : `${line.slice(0, longest - 1)}…`;
}

const longest = 160;
