import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { answerHeaders } from './answer-headers.ts';
import { problem, problemMessage, sendProblem } from './problems.ts';

/** A server whose own errors, below Express, are problems like all others. */
export function createHttpServer(listener: RequestListener): Server {
  // A missing Host is refused by the guard, with a body that says so.
  const server = createServer({ requireHostHeader: false });
  const answering = new WeakMap<Duplex, ServerResponse>();
  server.on('request', (request, response) => {
    answering.set(request.socket, response);
    listener(request, response);
  });
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    for (const [name, value] of Object.entries(answerHeaders())) response.setHeader(name, value);
    sendProblem(
      response,
      problem('request-invalid', 'This Expect header is not understood.', { status: 417 }),
    );
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const response = answering.get(socket);
    // In the middle of an answer another one would only garble it.
    const isAnswering = response?.headersSent && !response.writableFinished;
    if (!socket.writable || isAnswering || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const refusal = problem('request-invalid', `This is no HTTP request: ${error.message}.`, {
      status: statusOf(error.code),
    });
    socket.end(problemMessage(refusal, answerHeaders()));
  });
  return server;
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}
