import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Problem, Seq } from '@hooktap/protocol';
import { WebSocketServer } from 'ws';
import { answerHeaders } from './answer-headers.ts';
import type { Guard } from './guard.ts';
import { problem, problemMessage } from './problems.ts';
import type { StreamHub } from './stream-hub.ts';

/** Clients have nothing to say on the stream. */
const incomingLimit = 4096;
/** A refused client gets this long to read why; one that never hangs up must not hold up a stop. */
const lingerMs = 1_000;

/** Turns a request into a connection of the stream, past the same guard as every other request. */
export function acceptUpgrades(
  hub: StreamHub,
  guard: Guard,
): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // The stream stays on this machine; compressing would only add delay.
    perMessageDeflate: false,
    maxPayload: incomingLimit,
    handleProtocols: (offered) => (offered.has('hooktap') ? 'hooktap' : false),
  });
  sockets.on('wsClientError', (error, socket, request) => {
    refuse(
      request,
      socket,
      problem('request-invalid', `The WebSocket handshake is invalid: ${error.message}.`),
    );
  });
  sockets.on('headers', (headers, request) => {
    for (const entry of Object.entries(answerHeaders(guard.host(request) ?? undefined))) {
      headers.push(entry.join(': '));
    }
  });

  const refuse = (request: IncomingMessage, socket: Duplex, refusal: Problem) => {
    socket.on('error', () => {});
    socket.end(problemMessage(refusal, answerHeaders(guard.host(request) ?? undefined)));
    const timer = setTimeout(() => socket.destroy(), lingerMs);
    socket.once('close', () => clearTimeout(timer));
  };

  return (request, socket, head) => {
    const checked = check(request, guard);
    if ('refusal' in checked) refuse(request, socket, checked.refusal);
    else sockets.handleUpgrade(request, socket, head, (accepted) => hub.admit(accepted, checked.after));
  };
}

function check(request: IncomingMessage, guard: Guard): { refusal: Problem } | { after: Seq | undefined } {
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const refusal = guard.refusal(request) ?? guard.tokenRefusal(request, protocols);
  if (refusal) return { refusal };
  const [path, search] = (request.url ?? '').split('?', 2);
  if (path !== '/api/stream') return { refusal: problem('not-found', 'The stream is at /api/stream.') };
  if (request.headers.upgrade?.toLowerCase() !== 'websocket') {
    return { refusal: problem('upgrade-required', 'The stream speaks WebSocket only.') };
  }
  const value = new URLSearchParams(search).get('after');
  if (value === null) return { after: undefined };
  const after = Seq.safeParse(/^\d+$/.test(value) ? Number(value) : undefined);
  if (after.success) return { after: after.data };
  return { refusal: problem('query-invalid', 'after is the seq of a stream message, a whole number.') };
}
