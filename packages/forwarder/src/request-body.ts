import type { ClientRequest } from 'node:http';
import type { BodyBytes } from '@hooktap/core';

/** Writes a body no faster than the handler takes it, and ends the request. */
export async function writeBody(request: ClientRequest, body: BodyBytes): Promise<void> {
  if (body.size === 0) {
    request.end();
    return;
  }
  let sent = 0;
  for await (const chunk of body.read()) {
    if (request.destroyed) return;
    sent += chunk.length;
    if (!request.write(chunk)) await caughtUp(request);
  }
  if (request.destroyed) return;
  // More or less than was announced would shift where the handler sees the next request begin.
  if (sent !== body.size) throw new Error(`A body of ${body.size} bytes gave ${sent}.`);
  request.end();
}

function caughtUp(request: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      request.off('drain', settle);
      request.off('close', settle);
      resolve();
    };
    if (request.destroyed) resolve();
    request.on('drain', settle);
    request.on('close', settle);
  });
}
