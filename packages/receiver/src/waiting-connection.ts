import type { Duplex } from 'node:stream';

/** Whether not a byte has come on it. */
export const isUntouched = (socket: Duplex): boolean => 'bytesRead' in socket && socket.bytesRead === 0;

/**
 * Goes on counting the time of a connection that may wait. Node has told that its time is over and measures it again
 * only once a head begins; blank lines begin none, and would hold it for ever. `onOver` comes once, after one to two
 * times `ms` since the first byte, unless a request has come by then.
 */
export function countAnew(socket: Duplex, ms: number, hasRequest: () => boolean, onOver: () => void): void {
  let wasTouched = false;
  const timer = setInterval(() => {
    if (isUntouched(socket)) return;
    if (!wasTouched && !hasRequest()) {
      wasTouched = true;
      return;
    }
    clearInterval(timer);
    if (!hasRequest()) onOver();
  }, ms).unref();
  socket.once('close', () => clearInterval(timer));
}
