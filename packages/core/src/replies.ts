import type { FailureKind, RawHeaders } from '@hooktap/protocol';
import type { PlainReply } from './sender-port.ts';

const plain: RawHeaders = [['Content-Type', 'text/plain; charset=utf-8']];

/** A short text answer. */
export const textReply = (statusCode: number, text: string, headers: RawHeaders = []): PlainReply => ({
  statusCode,
  headers: [...plain, ...headers],
  body: `${text}\n`,
});

/** The sender need not know more than that it is kept; also where it is held until the handler is there. */
export const ackReply = textReply(200, 'ok');

export const notFoundReply = textReply(404, 'not found');

/** An error as RFC 9457 writes it; it names nothing of this machine. */
export function problemReply(problem: {
  status: number;
  title: string;
  detail: string;
  code: string;
  retryAfterSeconds?: number;
}): PlainReply {
  const { status, title, detail, code, retryAfterSeconds } = problem;
  return {
    statusCode: status,
    headers: [
      ['Content-Type', 'application/problem+json'],
      ...(retryAfterSeconds === undefined ? [] : [['Retry-After', String(retryAfterSeconds)] as const]),
    ],
    body: JSON.stringify({ type: 'about:blank', title, status, detail, code }),
  };
}

export const storeUnavailableReply = problemReply({
  status: 503,
  title: 'Service Unavailable',
  detail: 'Hooktap could not store the request. Send it again later.',
  code: 'store-unavailable',
  retryAfterSeconds: 5,
});

export const busyReply = problemReply({
  status: 503,
  title: 'Service Unavailable',
  detail: 'Stored, but too many requests wait for the handler. Send it again later.',
  code: 'busy',
  retryAfterSeconds: 5,
});

export const deadlineReply = problemReply({
  status: 504,
  title: 'Gateway Timeout',
  detail: "The handler did not answer before the provider's deadline.",
  code: 'deadline-passed',
});

export const invalidSignatureReply = problemReply({
  status: 401,
  title: 'Unauthorized',
  detail: 'The signature is not valid.',
  code: 'signature-invalid',
});

/** Hooktap stops before the handler has answered. */
export const stoppingReply = problemReply({
  status: 503,
  title: 'Service Unavailable',
  detail: 'Stored, but Hooktap stops before the handler has answered. Send it again later.',
  code: 'stopping',
  retryAfterSeconds: 5,
});

/** A person, or a change of the configuration, ended the delivery before its turn. */
export const notDeliveredReply = problemReply({
  status: 503,
  title: 'Service Unavailable',
  detail: 'The request is stored, but its delivery was cancelled.',
  code: 'cancelled',
});

export const tooLargeReply = problemReply({
  status: 413,
  title: 'Content Too Large',
  detail: 'The body is larger than Hooktap accepts (--max-body).',
  code: 'too-large',
});

/** What a sender gets when the handler gave no answer that could be passed on. */
export function handlerFailureReply(failure: FailureKind): PlainReply {
  return failure === 'timeout'
    ? problemReply({
        status: 504,
        title: 'Gateway Timeout',
        detail: 'The handler did not answer in time.',
        code: 'handler-timeout',
      })
    : problemReply({
        status: 502,
        title: 'Bad Gateway',
        detail: `The handler could not be reached or gave no usable answer (${failure}).`,
        code: 'handler-unreachable',
      });
}
