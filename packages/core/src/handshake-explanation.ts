import { type Event, type HandshakeExplanation, headerValue, type Reply } from '@hooktap/protocol';
import type { EndpointPolicy } from './endpoint-policy.ts';
import type { HandshakeAnswer, ProviderCatalog, ProviderRequest } from './provider-port.ts';

/** Those of no pack, that tell by themselves what they are; a plain GET does not. */
const knownByThemselves = ['twitter-crc', 'zoom'];

/** What of the handler's answer is compared with the one that the provider waits for. */
interface HandlerAnswer {
  readonly statusCode: number;
  readonly body: string;
}

/**
 * Why a provider's test of the URL failed, or that it did not; null where the request is none. `answer`: the handler's,
 * null where none answered.
 */
export function explainHandshake(
  catalog: Pick<ProviderCatalog, 'handshake'>,
  event: Event,
  request: ProviderRequest,
  policy: EndpointPolicy,
  answer: HandlerAnswer | null,
): HandshakeExplanation | null {
  const { handshake: kept } = event;
  if (kept) return { ...kept, remedy: null };
  const { secrets, name } = policy;
  const asked = { ...(policy.handshake ?? { secrets }), also: knownByThemselves };
  const wanted = catalog.handshake(event.provider, request, asked);
  if (!wanted) return plainTest(event, policy, answer);
  const right = answer !== null && isRight(wanted, answer);
  if (right) {
    return {
      name: wanted.handshake,
      answered: true,
      explanation: 'The handler answered the provider’s test of the URL.',
      remedy: null,
    };
  }
  const remedy = knownByThemselves.includes(wanted.handshake)
    ? `Answer it in the handler, or set handshake: { also: ['${wanted.handshake}'] } for the endpoint '${name}'.`
    : `Answer it in the handler, or set handshake: true for the endpoint '${name}'.`;
  return { name: wanted.handshake, answered: false, explanation: why(wanted, answer, event), remedy };
}

/** Panels try a URL with a plain GET before they save it. A failed one is explained for the case that it was such. */
function plainTest(
  event: Event,
  { name }: EndpointPolicy,
  answer: HandlerAnswer | null,
): HandshakeExplanation | null {
  const { method, reply, body, via } = event;
  const isPlain = (method === 'GET' || method === 'HEAD') && body.size === 0 && via !== 'trigger';
  if (!isPlain || isPageVisit(event) || isOwnRefusal(reply)) return null;
  const statusCode = answer?.statusCode ?? reply?.statusCode;
  if (statusCode === undefined || (statusCode >= 200 && statusCode <= 299)) return null;
  const who = answer ? 'the handler answered' : 'it got';
  const source = answer || !reply ? '' : ` (${reply.source})`;
  return {
    name: 'get-200',
    answered: false,
    perhaps: true,
    explanation: `Some panels test a URL with a plain ${method} and want a 200 before they save it. If this was such a test it failed: ${who} ${statusCode}${source}.`,
    remedy: `Answer ${method} with 200 in the handler, or set handshake: { also: ['get-200'] } for the endpoint '${name}'.`,
  };
}

/** A person looks at the URL in a browser, or the browser wants its icon. A panel may well use `fetch`, which says cors. */
const isPageVisit = ({ rawHeaders }: Event): boolean =>
  /^(navigate|no-cors)$/i.test(headerValue(rawHeaders, 'sec-fetch-mode') ?? '');

/** Refused for what it is, not for being a GET. */
const isOwnRefusal = (reply: Reply | null): boolean =>
  reply !== null && ['blocked', 'too-large', 'sender-gone', 'busy'].includes(reply.source);

/** Providers compare the body, some after trimming it or parsing it as JSON. */
function isRight(wanted: HandshakeAnswer, { statusCode, body }: HandlerAnswer): boolean {
  if (wanted.kind !== 'answered' || statusCode < 200 || statusCode > 299) return false;
  const text = body.trim();
  if (text === wanted.body) return true;
  try {
    const given: unknown = JSON.parse(text);
    // Slack takes {"challenge":…} as well as the text alone.
    if (typeof given !== 'object' || given === null) return given === wanted.body;
    const values = wanted.body.startsWith('{') ? Object.values(JSON.parse(wanted.body)) : [wanted.body];
    return values.every((value) => Object.values(given).includes(value));
  } catch {
    return false;
  }
}

function why(wanted: HandshakeAnswer, answer: HandlerAnswer | null, { reply }: Event): string {
  const tests = 'The provider tests the URL with it before it sends anything';
  if (wanted.kind === 'refused') return `${tests}. It cannot be answered: ${wanted.reason}`;
  const expects = wanted.body.startsWith('{')
    ? 'wants its token back, signed, as JSON'
    : 'wants the challenge back as the whole body';
  if (!answer) {
    const got = reply ? `it got ${reply.statusCode} (${reply.source})` : 'nobody answered';
    return `${tests} and ${expects}; ${got}.`;
  }
  const { statusCode } = answer;
  const given =
    statusCode >= 200 && statusCode <= 299 ? `${statusCode} with another body` : String(statusCode);
  return `${tests} and ${expects}; the handler answered ${given}.`;
}
