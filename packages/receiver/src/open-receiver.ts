import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Intake } from '@hooktap/core';
import { closeServers } from './close-servers.ts';
import type { CurrentRequests } from './current-requests.ts';
import { createListener, type ListenerOptions } from './listener.ts';
import { listenErrorOf, type OpenError } from './open-error.ts';
import { refuseOn } from './refused-connection.ts';
import { cutOffSlowReaders } from './slow-readers.ts';

export interface ReceiverOptions extends Omit<ListenerOptions, 'localOrigin'> {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly intake: Intake;
  /** For a head to come in whole; 70 s by default, above the time an idle connection is kept. */
  readonly headersTimeoutMs?: number;
  /** A sender that takes nothing of its answer for so long is cut off; 30 s by default. */
  readonly stallMs?: number;
}

export interface Receiver {
  readonly port: number;
  /** The addresses listened on, without port or brackets. */
  readonly addresses: readonly string[];
  /** For people and links: `http://127.0.0.1:4401`. */
  readonly origin: string;
  /** Takes no more, lets what is open end within the grace, then cuts it off. */
  close(graceMs: number): Promise<void>;
  closeNow(): Promise<void>;
}

export type OpenResult =
  | { readonly ok: true; readonly receiver: Receiver }
  | { readonly ok: false; readonly error: OpenError };

/** Tries for one port that is free in both families. */
const portTries = 20;

/** Listens for webhooks: of 127.0.0.1 and `localhost` on both loopback addresses, else on the one host. */
export async function openReceiver(options: ReceiverOptions): Promise<OpenResult> {
  const loopback = options.host === '127.0.0.1' || options.host === 'localhost';
  const first = await listen(options, loopback ? '127.0.0.1' : options.host, options.port);
  if (!first.ok) return first;
  if (!loopback) return { ok: true, receiver: receiverOf([first.server]) };
  for (let tries = 1, v4 = first.server; ; tries += 1) {
    const v6 = await listen(options, '::1', portOf(v4));
    if (v6.ok) return { ok: true, receiver: receiverOf([v4, v6.server]) };
    // No such address: a machine without IPv6.
    if (v6.error.kind === 'bad-host') return { ok: true, receiver: receiverOf([v4]) };
    await closeServers([v4], 0);
    if (options.port !== 0 || tries === portTries) return v6;
    const next = await listen(options, '127.0.0.1', 0);
    if (!next.ok) return next;
    v4 = next.server;
  }
}

type Listening = { ok: true; server: Server } | { ok: false; error: OpenError };

function listen(options: ReceiverOptions, host: string, port: number): Promise<Listening> {
  const { intake, clock, via, headersTimeoutMs = 70_000, stallMs = 30_000 } = options;
  const server = http.createServer({
    insecureHTTPParser: false,
    maxHeaderSize: 64 * 1024,
    requireHostHeader: false,
    keepAliveTimeout: 65_000,
    headersTimeout: headersTimeoutMs,
    // A large body over a slow line takes its time; a head may not. A tunnel has few sockets, and strangers
    // must not hold all of them with bodies that drip in.
    requestTimeout: via === 'tunnel' ? 120_000 : 600_000,
    connectionsCheckingInterval: Math.min(30_000, headersTimeoutMs),
    noDelay: true,
  });
  // By default headers beyond about a thousand vanish without a word.
  server.maxHeadersCount = 0;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const known = listenErrorOf(error, host, port);
      if (known) resolve({ ok: false, error: known });
      else reject(error);
    });
    server.listen({ host, port }, () => {
      const current: CurrentRequests = new WeakMap();
      const listener = createListener(intake, { ...options, localOrigin: originOf(server) }, current);
      server.on('request', listener);
      server.on('checkContinue', (request, response) => {
        response.writeContinue();
        listener(request, response);
      });
      refuseOn(server, intake, clock, current, via);
      cutOffSlowReaders(server, current, stallMs);
      resolve({ ok: true, server });
    });
  });
}

function receiverOf(servers: readonly [Server, ...Server[]]): Receiver {
  return {
    port: portOf(servers[0]),
    addresses: servers.map((server) => addressInfo(server).address),
    origin: originOf(servers[0]),
    close: (graceMs) => closeServers(servers, graceMs),
    closeNow: () => closeServers(servers, 0),
  };
}

function addressInfo(server: Server): AddressInfo {
  const info = server.address();
  if (info === null || typeof info === 'string') throw new Error('The server does not listen on a port.');
  return info;
}

const portOf = (server: Server): number => addressInfo(server).port;

/** A host that stands for all addresses is reached by the loopback one. */
function originOf(server: Server): string {
  const { address, family, port } = addressInfo(server);
  if (family === 'IPv6') return `http://[${address === '::' ? '::1' : address}]:${port}`;
  return `http://${address === '0.0.0.0' ? '127.0.0.1' : address}:${port}`;
}
