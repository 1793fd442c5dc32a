import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Clock, type Intake, toInstant } from '@hooktap/core';
import type { RejectedRequest } from '@hooktap/protocol';
import type { CurrentRequests } from './current-requests.ts';
import { HttpSender } from './http-sender.ts';
import type { ListenerOptions } from './listener.ts';
import { expectationReply } from './own-replies.ts';
import { countAnew, isUntouched } from './waiting-connection.ts';

const timeoutCode = 'ERR_HTTP_REQUEST_TIMEOUT';
const beginningBytes = 4 * 1024;
/** Of an Expect header: the last ones refused are kept in memory and rewritten to disk as a whole. */
const quotedChars = 100;
/** So much behind a request is swallowed until that has its answer. */
const mostStray = 64 * 1024;
/** A refused sender gets this long to read its answer. */
const lingerMs = 1_000;

/** Answers and notes what never becomes an event: what the parser refuses, CONNECT, strange expectations. */
export function refuseOn(
  server: Server,
  intake: Intake,
  clock: Clock,
  current: CurrentRequests,
  via: ListenerOptions['via'],
): void {
  const refused = new WeakSet<Duplex>();
  /** What may have come on a connection that waits for its last answer. */
  const mostBytes = new WeakMap<Duplex, number>();

  const note = (socket: Duplex, statusCode: number, reason: string, beginning: Buffer): void => {
    intake.rejected({
      at: toInstant(clock.now()),
      remoteAddress: addressOf(socket),
      statusCode,
      reason,
      beginning: kept(beginning),
    });
  };

  const refuse = (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Duplex): void => {
    // The parser goes on failing on what still comes in.
    if (refused.has(socket)) {
      if (bytesOn(socket) > (mostBytes.get(socket) ?? Number.POSITIVE_INFINITY)) socket.destroy();
      return;
    }
    // A tunnel's client connects beforehand, and its server takes what is said on a waiting connection for the
    // answer to the next request.
    if (via === 'tunnel' && error.code === timeoutCode && isUntouched(socket)) {
      const hasRequest = () => current.has(socket);
      countAnew(socket, server.headersTimeout, hasRequest, () => refuse(error, socket));
      return;
    }
    refused.add(socket);
    const newest = current.get(socket);
    const busyWith = newest?.writableFinished ? undefined : newest?.req;
    // A connection that is gone is not one to speak on.
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    if (newest && busyWith?.complete) {
      mostBytes.set(socket, bytesOn(socket) + mostStray);
      closeAfter(newest, socket);
      return;
    }
    const statusCode = statusOf(error.code);
    // A request that is being read becomes an event whose body broke off.
    if (!busyWith) note(socket, statusCode, error.message, error.rawPacket ?? Buffer.alloc(0));
    answerAndClose(socket, statusCode);
  };
  server.on('clientError', refuse);

  server.on('connect', (request, socket) => {
    note(socket, 405, 'CONNECT is not for a receiver of webhooks.', headText(request));
    socket.on('error', () => socket.destroy());
    const newest = current.get(socket);
    // Pipelined behind a request without an answer yet: this one must not pass for it.
    if (newest && !newest.writableFinished) {
      socket.destroy();
      return;
    }
    answerAndClose(socket, 405);
  });

  server.on('checkExpectation', (request, response) => {
    const reason = `It expects '${(request.headers.expect ?? '').slice(0, quotedChars)}', which is not 100-continue.`;
    note(request.socket, 417, reason, headText(request));
    void new HttpSender(request, response).send(expectationReply);
  });
}

/** A request has come whole, and only what followed it is of no use, as after a Content-Length that is too small. */
function closeAfter(response: ServerResponse, socket: Duplex): void {
  response.shouldKeepAlive = false;
  response.once('finish', () => socket.end());
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  if (code === timeoutCode) return 408;
  return 400;
}

function answerAndClose(socket: Duplex, statusCode: number): void {
  const phrase = STATUS_CODES[statusCode] ?? '';
  const body = `${statusCode} ${phrase}\n`;
  socket.end(
    `HTTP/1.1 ${statusCode} ${phrase}\r\nConnection: close\r\nContent-Type: text/plain\r\n` +
      `Content-Length: ${body.length}\r\n${statusCode === 405 ? 'Allow: GET, POST, PUT, PATCH, DELETE\r\n' : ''}\r\n${body}`,
  );
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(timer));
}

const bytesOn = (socket: Duplex): number =>
  'bytesRead' in socket && typeof socket.bytesRead === 'number' ? socket.bytesRead : 0;

const addressOf = (socket: Duplex): string =>
  'remoteAddress' in socket && typeof socket.remoteAddress === 'string' ? socket.remoteAddress : '';

function kept(bytes: Buffer): RejectedRequest['beginning'] {
  const beginning = bytes.subarray(0, beginningBytes);
  return { base64: beginning.toString('base64'), size: beginning.length };
}

/** The parsed head written out again; the bytes themselves are gone. */
function headText(request: IncomingMessage): Buffer {
  const { method = '', url = '', httpVersion, rawHeaders } = request;
  let text = `${method} ${url} HTTP/${httpVersion}\r\n`;
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    text += `${rawHeaders[index]}: ${rawHeaders[index + 1]}\r\n`;
  }
  return Buffer.from(`${text}\r\n`, 'latin1');
}

export const beginningOf = (request: IncomingMessage): RejectedRequest['beginning'] =>
  kept(headText(request));
