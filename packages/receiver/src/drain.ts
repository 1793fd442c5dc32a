import type { IncomingMessage } from 'node:http';

const drainBytes = 1024 * 1024;
const drainMs = 1_000;

/**
 * Reads on without keeping, for a moment: a connection that is closed on unread bytes is reset, and the
 * sender may never see the answer.
 */
export function drain(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let left = drainBytes;
    const settle = (): void => {
      clearTimeout(timer);
      request.off('data', count);
      request.off('end', settle);
      request.off('close', settle);
      request.pause();
      resolve();
    };
    const count = (chunk: Buffer): void => {
      left -= chunk.length;
      if (left < 0) settle();
    };
    const timer = setTimeout(settle, drainMs);
    request.on('data', count);
    request.on('end', settle);
    request.on('close', settle);
    if (request.destroyed) settle();
    else request.resume();
  });
}
