import http from 'node:http';
import net, { type AddressInfo } from 'node:net';

/** A handler of a test on a free port, gone with the block that holds it (`await using`). */
export interface DisposableHandler extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** How many connections came in. */
  connections(): number;
  /** Every byte that came in, over all connections, as latin-1. */
  received(): string;
  /** Settles once what came in satisfies the test. */
  receivedUntil(test: (received: string) => boolean, deadlineMs?: number): Promise<string>;
  close(): Promise<void>;
}

/** What a raw handler does with a connection, told each time bytes come in: those of this connection so far. */
export type RawBehaviour = (socket: net.Socket, soFar: string) => void;

/** Says the same literal bytes once per request head it sees; then keeps the connection open. */
export const answersLiterally =
  (bytes: string | Buffer): RawBehaviour =>
  (socket, soFar) => {
    if (soFar.endsWith('\r\n\r\n') || soFar.includes('\r\n\r\n')) socket.write(bytes, 'latin1');
  };

/** Says literal bytes, then hangs up. */
export const answersAndHangsUp =
  (bytes: string | Buffer): RawBehaviour =>
  (socket, soFar) => {
    if (soFar.includes('\r\n\r\n')) socket.end(bytes, 'latin1');
  };

/** Takes everything and says nothing. */
export const neverAnswers: RawBehaviour = () => {};

export interface HandlerPlace {
  readonly host?: string;
  readonly port?: number;
}

/** A handler below HTTP: it sees and says literal bytes. */
export function startRawHandler(
  behaviour: RawBehaviour,
  place: HandlerPlace = {},
): Promise<DisposableHandler> {
  return start(
    net.createServer((socket) => {
      let soFar = '';
      socket.on('data', (chunk: Buffer) => {
        soFar += chunk.toString('latin1');
        behaviour(socket, soFar);
      });
    }),
    place,
  );
}

/** A handler over node:http. */
export function startHttpHandler(
  listener: http.RequestListener,
  options: http.ServerOptions & HandlerPlace = {},
): Promise<DisposableHandler> {
  const server = http.createServer({ maxHeaderSize: 256 * 1024, ...options }, listener);
  server.maxHeadersCount = 0;
  return start(server, options);
}

/** Makes any server a disposable handler. */
export function start(
  server: net.Server,
  { host = '127.0.0.1', port = 0 }: HandlerPlace = {},
): Promise<DisposableHandler> {
  const sockets = new Set<net.Socket>();
  const seen: Buffer[] = [];
  let connections = 0;
  let more = (): void => {};
  server.on('connection', (socket: net.Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    // node:http reads the handle directly unless someone listens: this keeps the bytes in sight.
    socket.on('data', (chunk: Buffer) => {
      seen.push(chunk);
      more();
    });
  });
  const received = (): string => Buffer.concat(seen).toString('latin1');
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      const at = (server.address() as AddressInfo).port;
      resolve({
        port: at,
        url: `http://${host.includes(':') ? `[${host}]` : host}:${at}`,
        connections: () => connections,
        received,
        receivedUntil: (test, deadlineMs = 30_000) =>
          new Promise((found, missed) => {
            const timer = setTimeout(() => missed(new Error(`not received: ${received()}`)), deadlineMs);
            more = () => {
              if (!test(received())) return;
              clearTimeout(timer);
              found(received());
            };
            more();
          }),
        close,
        [Symbol.asyncDispose]: close,
      });
    });
  });
}
