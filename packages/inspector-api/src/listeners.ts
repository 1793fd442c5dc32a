import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListenError {
  readonly kind: 'port-in-use' | 'not-permitted' | 'no-such-address' | 'failed';
  readonly message: string;
}
export type Listening =
  | { readonly ok: true; readonly port: number; readonly servers: readonly Server[] }
  | { readonly ok: false; readonly error: ListenError };

const freePortTries = 5;

const isLoopback = (host: string): boolean => ['localhost', '127.0.0.1', '::1'].includes(host);

/** Opens the port; of a loopback host on both of its addresses, as `localhost` may mean either. */
export async function listen(create: () => Server, host: string, port: number): Promise<Listening> {
  if (!isLoopback(host)) return listenOn(create, [host], port);
  for (let tries = 1; ; tries++) {
    const listening = await listenOn(create, ['127.0.0.1', '::1'], port);
    // A free port of IPv4 may be taken in IPv6: then another one.
    const again = !listening.ok && listening.error.kind === 'port-in-use' && port === 0;
    if (!again || tries === freePortTries) return listening;
  }
}

async function listenOn(create: () => Server, hosts: readonly string[], port: number): Promise<Listening> {
  const servers: Server[] = [];
  let taken = port;
  for (const host of hosts) {
    const server = create();
    const code = await listening(server, host, taken);
    if (code === null) {
      taken = (server.address() as AddressInfo).port;
      servers.push(server);
    } else if (servers.length === 0 || !isUnavailable(code)) {
      for (const open of servers) open.close();
      return { ok: false, error: explain(code, host, taken) };
    }
  }
  return { ok: true, port: taken, servers };
}

/** Null where it listens, else the system's error code. */
const listening = (server: Server, host: string, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message);
    server.once('error', failed);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', failed);
      resolve(null);
    });
  });

/** Machines without IPv6 still have the other address. */
const isUnavailable = (code: string): boolean => code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';

function explain(code: string, host: string, port: number): ListenError {
  const place = `${host}:${port}`;
  switch (code) {
    case 'EADDRINUSE':
      return { kind: 'port-in-use', message: `Port ${port} on ${host} is in use. Choose another port.` };
    case 'EACCES':
      return {
        kind: 'not-permitted',
        message: `This user may not listen on ${place}. Choose a port above 1023.`,
      };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return { kind: 'no-such-address', message: `${host} is no address of this machine.` };
    default:
      return { kind: 'failed', message: `Listening on ${place} failed: ${code}.` };
  }
}
