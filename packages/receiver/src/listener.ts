import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, type Intake, toInstant } from '@hooktap/core';
import { headerValue, headerValues, type RawHeaders, toPairs, type Via } from '@hooktap/protocol';
import type { CurrentRequests } from './current-requests.ts';
import { HttpSender } from './http-sender.ts';
import { noUpgradeReply, probeReply } from './own-replies.ts';
import { beginningOf } from './refused-connection.ts';
import { RequestReading } from './request-reading.ts';

export interface ListenerOptions {
  /** Bytes of a body that are kept; more is answered 413. */
  readonly maxBody: number;
  /** Scheme, host and port on which requests come in. */
  readonly localOrigin: string;
  readonly via: Extract<Via, 'direct' | 'tunnel'>;
  readonly clock: Clock;
  /** Told of a mistake in how the listener was mounted. */
  readonly onMisuse: (error: Error) => void;
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

const probePrefix = '/.well-known/hooktap/probe/';

/** A plain node:http listener, fit to be mounted in someone's Express app. */
export function createListener(
  intake: Intake,
  options: ListenerOptions,
  current: CurrentRequests = new WeakMap(),
): Listener {
  const { maxBody, localOrigin, via, clock, onMisuse } = options;
  return (request, response) => {
    if (wasReadBefore(request)) {
      refuseMisuse(request, response, onMisuse);
      return;
    }
    const requestTarget = targetOf(request);
    const rawHeaders = toPairs(request.rawHeaders);
    const remoteAddress = request.socket.remoteAddress ?? '';
    const receivedAt = clock.now();
    const method = request.method ?? '';
    current.set(request.socket, response);
    const sender = new HttpSender(request, response);
    if (method === 'GET') {
      if (asksForUpgrade(rawHeaders)) {
        intake.rejected({
          at: toInstant(receivedAt),
          remoteAddress,
          statusCode: 501,
          reason: 'It asks for an upgrade of the connection.',
          beginning: beginningOf(request),
        });
        void sender.send(noUpgradeReply);
        return;
      }
      const nonce = requestTarget.startsWith(probePrefix) ? requestTarget.slice(probePrefix.length) : null;
      const answer = nonce === null ? null : intake.probeAnswer(nonce);
      if (answer !== null) {
        void sender.send(probeReply(answer));
        return;
      }
    }
    const { httpVersion } = request;
    const head = {
      receivedAt,
      via,
      method,
      requestTarget,
      httpVersion,
      rawHeaders,
      remoteAddress,
      localOrigin,
    };
    new RequestReading(request, sender, head, intake, maxBody);
  };
}

/** Within a mounted app `url` lacks the mount path. */
function targetOf(request: IncomingMessage): string {
  if ('originalUrl' in request && typeof request.originalUrl === 'string') return request.originalUrl;
  return request.url ?? '';
}

/** An offer of HTTP/2 may be passed over (RFC 9110 §7.8); Java's client makes it with every request. */
function asksForUpgrade(headers: RawHeaders): boolean {
  const wanted = headerValue(headers, 'upgrade');
  if (wanted === undefined || wanted.trim().toLowerCase() === 'h2c') return false;
  return headerValues(headers, 'connection').some((value) => /(^|,)\s*upgrade\s*(,|$)/i.test(value));
}

const wasReadBefore = (request: IncomingMessage): boolean =>
  request.readableDidRead || ('body' in request && request.body !== undefined);

function refuseMisuse(
  request: IncomingMessage,
  response: ServerResponse,
  onMisuse: (error: Error) => void,
): void {
  const error = new Error(
    'A body parser read this request before Hooktap did, so its bytes are lost. ' +
      'Mount the Hooktap listener before express.json() and other body parsers.',
  );
  response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${error.message}\n`);
  request.resume();
  onMisuse(error);
}
