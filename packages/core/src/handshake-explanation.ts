import {
  type Event,
  type HandshakeExplanation,
  headerValue,
  type ReasonPart,
  type Reply,
  type Saying,
} from '@hooktap/protocol';
import type { EndpointPolicy } from './endpoint-policy.ts';
import { handshakes } from './handshake-words.ts';
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
      ...explains(handshakes.sentence('answered')),
      remedy: null,
    };
  }
  const { handshake } = wanted;
  const todo = knownByThemselves.includes(handshake)
    ? handshakes.sentence('answer-or-name', { setting: also(handshake), endpoint: name })
    : handshakes.sentence('answer-or-set', { endpoint: name });
  return { name: handshake, answered: false, ...explains(why(wanted, answer, event)), ...remedied(todo) };
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
  const status = String(statusCode);
  const got = answer
    ? part('other-status', { status })
    : reply
      ? part('got-reply', { status, source: reply.source })
      : part('got-status', { status });
  return {
    name: 'get-200',
    answered: false,
    perhaps: true,
    ...explains(handshakes.say(part('plain', { method }), got)),
    ...remedied(handshakes.sentence('answer-get', { method, setting: also('get-200'), endpoint: name })),
  };
}

const { part } = handshakes;
const also = (handshake: string): string => `{ also: ['${handshake}'] }`;
const explains = ({ message, parts }: Saying) => ({ explanation: message, parts });
const remedied = ({ message, parts }: Saying) => ({ remedy: message, remedyParts: parts });

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

function why(wanted: HandshakeAnswer, answer: HandlerAnswer | null, { reply }: Event): Saying {
  if (wanted.kind === 'refused') {
    const { message, parts } = handshakes.say(part('tests-only'), part('unanswerable'));
    const whole = `${message} ${wanted.reason}`;
    return { message: whole, parts: wanted.parts ? [...parts, ...wanted.parts] : [] };
  }
  const expects = part(wanted.body.startsWith('{') ? 'wants-token' : 'wants-challenge');
  return handshakes.say(part('tests'), expects, answerSaid(answer, reply));
}

function answerSaid(answer: HandlerAnswer | null, reply: Reply | null): ReasonPart {
  if (!answer) {
    return reply
      ? part('got-reply', { status: String(reply.statusCode), source: reply.source })
      : part('nobody');
  }
  const { statusCode } = answer;
  const isWell = statusCode >= 200 && statusCode <= 299;
  return part(isWell ? 'other-body' : 'other-status', { status: String(statusCode) });
}
