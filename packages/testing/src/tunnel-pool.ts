import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** The sockets with which one client of a tunnel server waits for requests. */
export interface TunnelPool {
  readonly id: string;
  /** Where the client connects to. */
  readonly port: number;
  /** An idle socket, waited for if need be; undefined when none came in time. */
  take(): Promise<Socket | undefined>;
  killSockets(): void;
  stopListening(): void;
  close(): void;
}

interface PoolOptions {
  id: string;
  /** How long the pool outlives its last socket. */
  graceMs: number;
  waitMs: number;
  onGone(pool: TunnelPool): void;
}

export async function openTunnelPool({ id, graceMs, waitMs, onGone }: PoolOptions): Promise<TunnelPool> {
  const all = new Set<Socket>();
  const idle = new Set<Socket>();
  const waiting = new Set<(socket: Socket) => void>();
  let grace: NodeJS.Timeout | undefined;
  let closed = false;

  const listener = createServer((socket) => {
    clearTimeout(grace);
    all.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      all.delete(socket);
      idle.delete(socket);
      if (all.size === 0) awaitSockets();
    });
    const [next] = waiting;
    if (next) next(socket);
    else idle.add(socket);
  });

  const take = () =>
    new Promise<Socket | undefined>((resolve) => {
      const [socket] = idle;
      if (socket) {
        idle.delete(socket);
        return resolve(socket);
      }
      const giveUp = setTimeout(() => {
        waiting.delete(serve);
        resolve(undefined);
      }, waitMs).unref();
      const serve = (late: Socket) => {
        clearTimeout(giveUp);
        waiting.delete(serve);
        resolve(late);
      };
      waiting.add(serve);
    });

  const killSockets = () => {
    for (const socket of all) socket.destroy();
  };

  const close = () => {
    closed = true;
    clearTimeout(grace);
    listener.close();
    killSockets();
  };

  const awaitSockets = () => {
    if (closed) return;
    clearTimeout(grace);
    grace = setTimeout(() => {
      close();
      onGone(pool);
    }, graceMs);
  };

  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const pool: TunnelPool = { id, port, take, killSockets, close, stopListening: () => listener.close() };
  awaitSockets();
  return pool;
}
