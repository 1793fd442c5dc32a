import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:net';
import { type DisposableHandler, start } from '@hooktap/testing';

/** A handler below HTTP that keeps each request as the literal bytes it came as. */
export interface RecordingHandler extends DisposableHandler {
  /** Latin-1, one text per connection. */
  readonly requests: readonly string[];
  /** The nth request, from 1, once its connection is closed and nothing can follow it. */
  request(number: number): Promise<string>;
}

const answer =
  'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok';

/** Where the first request of a connection ends; null while it is not all there. */
function endOfRequest(soFar: string): number | null {
  const head = soFar.indexOf('\r\n\r\n');
  if (head === -1) return null;
  const length = /\r\ncontent-length: *(\d+)/i.exec(soFar.slice(0, head + 2))?.[1];
  const end = head + 4 + Number(length ?? 0);
  return soFar.length < end ? null : end;
}

/** Answers 200 once a request is all there, and hangs up; what came behind it is kept with it. */
export async function startRecordingHandler(): Promise<RecordingHandler> {
  const requests: string[] = [];
  const recorded = new EventEmitter();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let soFar = '';
    let answered = false;
    socket.on('data', (chunk: Buffer) => {
      soFar += chunk.toString('latin1');
      if (answered || endOfRequest(soFar) === null) return;
      answered = true;
      socket.end(answer);
    });
    socket.on('end', () => socket.end());
    // Looking whether anyone listens is a connection, but no request.
    socket.on('close', () => {
      if (soFar === '') return;
      requests.push(soFar);
      recorded.emit('request');
    });
  });
  const request = async (number: number): Promise<string> => {
    for (;;) {
      const found = requests[number - 1];
      if (found !== undefined) return found;
      await once(recorded, 'request', { signal: AbortSignal.timeout(30_000) });
    }
  };
  return Object.assign(await start(server), { requests, request });
}
