import { once } from 'node:events';
import http from 'node:http';
import { freePort } from './free-port.ts';
import { openTunnelPool, type TunnelPool } from './tunnel-pool.ts';

/** What the server does wrong on purpose; may be changed at any time. */
export interface LocaltunnelFaults {
  /** Answers every registration with this status. */
  refuseRegistration?: number | undefined;
  /** Gives a name of its own, whatever was asked for. */
  giveOtherName?: boolean;
  /** Public URLs are given under this domain, as after a move of the server. */
  giveOtherDomain?: string;
  neverAnswerRegistration?: boolean;
  /** Hands out a port on which nobody listens. */
  giveDeadPort?: boolean;
}

export interface LocaltunnelServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly faults: LocaltunnelFaults;
  /** The names asked for so far, in order; '?new' where none was. */
  readonly registrations: readonly string[];
  /** Answers once that many registrations have been asked for. */
  registered(count: number): Promise<void>;
  /** Cuts every client socket; the clients may come back. */
  killSockets(): void;
  /** As a crash: all names, ports and connections are gone. */
  stop(): Promise<void>;
  restart(): Promise<void>;
}

interface Options {
  port?: number;
  domain?: string;
  maxSockets?: number;
  /** How long a name stays taken after its last socket has gone. */
  graceMs?: number;
  /** How long a request waits for an idle socket. */
  waitMs?: number;
}

/** A tunnel server that speaks localtunnel's protocol on loopback. */
export async function startLocaltunnelServer(options: Options = {}): Promise<LocaltunnelServer> {
  const { domain = 'localhost', maxSockets = 10, graceMs = 1_000, waitMs = 5_000 } = options;
  const pools = new Map<string, TunnelPool>();
  const faults: LocaltunnelFaults = {};
  const registrations: string[] = [];
  const awaited = new Set<() => void>();
  // It comes back on the same one.
  const port = options.port ?? (await freePort());
  let named = 0;
  let front = http.createServer();

  const openPool = async (id: string) => {
    const onGone = (gone: TunnelPool) => {
      if (pools.get(id) === gone) pools.delete(id);
    };
    const pool = await openTunnelPool({ id, graceMs, waitMs, onGone });
    pools.set(id, pool);
    return pool;
  };

  const register = async (asked: string | undefined, res: http.ServerResponse) => {
    registrations.push(asked ?? '?new');
    for (const check of awaited) check();
    if (faults.neverAnswerRegistration) return;
    if (faults.refuseRegistration) {
      answer(res, faults.refuseRegistration, { message: 'refused by the test' });
      return;
    }
    const taken = asked === undefined || pools.has(asked) || faults.giveOtherName === true;
    named += taken ? 1 : 0;
    const pool = await openPool(taken ? `given-name-${named}` : asked);
    if (faults.giveDeadPort) pool.stopListening();
    const url = `http://${pool.id}.${faults.giveOtherDomain ?? domain}:${port}`;
    answer(res, 200, { id: pool.id, port: pool.port, max_conn_count: maxSockets, url });
  };

  const carry = async (pool: TunnelPool, req: http.IncomingMessage, res: http.ServerResponse) => {
    const socket = await pool.take();
    if (!socket) return answer(res, 504, { message: 'no idle socket' });
    const inner = http.request({
      createConnection: () => socket,
      method: req.method,
      path: req.url,
      headers: withoutConnection(req.rawHeaders),
      setHost: false,
    });
    inner.on('response', (reply) => {
      res.writeHead(reply.statusCode ?? 502, withoutConnection(reply.rawHeaders));
      reply.pipe(res);
      reply.on('close', () => socket.destroy());
    });
    inner.on('error', () => (res.headersSent ? res.destroy() : answer(res, 502, { message: 'broken off' })));
    req.pipe(inner);
  };

  const handle = (req: http.IncomingMessage, res: http.ServerResponse) => {
    const hostname = (req.headers.host ?? '').replace(/:\d+$/, '');
    const target = new URL(req.url ?? '/', 'http://unused');
    if (hostname === domain || hostname === '127.0.0.1' || hostname === '[::1]') {
      const name = decodeURIComponent(target.pathname.slice(1));
      return void register(name === '' ? undefined : name, res);
    }
    const pool = pools.get(hostname.split('.')[0] ?? '');
    if (!pool) return answer(res, 404, { message: 'no such tunnel' });
    return void carry(pool, req, res);
  };

  const start = async () => {
    front = http.createServer(handle);
    front.listen(port, '127.0.0.1');
    await once(front, 'listening');
  };

  const stop = async () => {
    for (const pool of pools.values()) pool.close();
    pools.clear();
    if (!front.listening) return;
    const closed = once(front, 'close');
    front.close();
    front.closeAllConnections();
    await closed;
  };

  await start();
  return {
    url: `http://${domain}:${port}`,
    port,
    faults,
    registrations,
    registered: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (registrations.length < count) return;
          awaited.delete(check);
          resolve();
        };
        awaited.add(check);
        check();
      }),
    killSockets: () => {
      for (const pool of pools.values()) pool.killSockets();
    },
    stop,
    restart: start,
    [Symbol.asyncDispose]: stop,
  };
}

function answer(res: http.ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(body));
}

/** One request per client socket, as `connection: close` says to the receiver. */
function withoutConnection(rawHeaders: string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const [name = '', value = ''] = rawHeaders.slice(i, i + 2);
    if (!/^(connection|keep-alive)$/i.test(name)) kept.push(name, value);
  }
  return [...kept, 'connection', 'close'];
}
