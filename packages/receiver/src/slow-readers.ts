import type { Server } from 'node:http';
import type { CurrentRequests } from './current-requests.ts';

/**
 * Ends connections on which an answer waits and nothing of it has been taken for `stallMs`. A sender that never
 * reads would hold its connection for ever, and a tunnel has but few.
 */
export function cutOffSlowReaders(server: Server, current: CurrentRequests, stallMs: number): void {
  // Node tells of a connection without progress in either direction, and then leaves its end to who listens.
  server.timeout = stallMs;
  server.on('timeout', (socket) => {
    const newest = current.get(socket);
    // No whole head yet: the limits for heads end it, with an answer.
    if (!newest) return;
    const isKeptAlive = newest.writableFinished;
    // Otherwise its body is still to come, which has a limit of its own, or the handler takes its time.
    if (isKeptAlive || socket.writableLength > 0) socket.destroy();
  });
}
