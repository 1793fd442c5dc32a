import { describeNetworkFailure } from './network-failure.ts';
import { Opening } from './opening.ts';
import { part, type Reason } from './reason.ts';

export interface TunnelClient {
  readonly name: string;
  readonly url: string;
  readonly sockets: number;
  /** The sockets that failed to connect; the client never opens others in their place. */
  lostSockets(): number;
  /** Aborts when they have all failed. */
  readonly spent: AbortSignal;
  /** The last failure of a socket, for a person. */
  lastTrouble(): Reason | null;
  close(): void;
}

export interface RegistrationFailure extends Reason {
  /** refused: the server does not want this; throttled: not so often; unreachable: all else. */
  kind: 'refused' | 'throttled' | 'unreachable';
}

export type Opened = { ok: true; client: TunnelClient } | { ok: false; failure: RegistrationFailure };

interface OpenOptions {
  host: string;
  port: number;
  name: string;
  deadlineMs: number;
  signal: AbortSignal;
  onTrouble(): void;
  onRequest(): void;
}

/** Registers with the npm client: one try, which ends by the deadline whatever the server does. */
export async function openClient(options: OpenOptions): Promise<Opened> {
  const { host, port, name, deadlineMs, signal, onTrouble, onRequest } = options;
  const { default: localtunnel } = await import('localtunnel');
  const serverHost = new URL(host).host;
  const spending = new AbortController();
  let lost = 0;
  let sockets = Number.POSITIVE_INFINITY;
  let trouble: Reason | null = null;

  return new Promise<Opened>((resolve) => {
    const fail = (failure: RegistrationFailure) => {
      opening.end();
      settle({ ok: false, failure });
    };
    const giveUp = () =>
      fail({
        kind: 'unreachable',
        reason: `${serverHost} did not answer in time`,
        parts: [part('late', { host: serverHost })],
      });
    const deadline = setTimeout(giveUp, deadlineMs);
    const settle = (opened: Opened) => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', giveUp);
      resolve(opened);
    };
    const opening = new Opening({
      registrationFailed: (error) => fail(describeRegistrationFailure(error, serverHost)),
      socketFailed: (error, wasConnected) => {
        const isReceiver = portOf(error) === port;
        if (!wasConnected && !isReceiver) lost += 1;
        trouble = describeNetworkFailure(error, isReceiver ? 'the receiver' : "the tunnel server's port");
        if (lost >= sockets) spending.abort();
        onTrouble();
      },
    });
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) return giveUp();
    // Never `local_host`: with it the client turns bodies into strings.
    const registered = opening.run(() => localtunnel({ port, host, subdomain: encodeURIComponent(name) }));
    registered.then(
      (client) => {
        // Without a listener the process would end; the sockets themselves have already told.
        client.on('error', onTrouble);
        client.on('request', onRequest);
        const close = () => {
          client.close();
          opening.end();
        };
        if (opening.signal.aborted) return close();
        sockets = client.tunnelCluster.opts.max_conn;
        settle({
          ok: true,
          client: {
            name: client.clientId,
            url: client.url,
            sockets,
            spent: spending.signal,
            lostSockets: () => lost,
            lastTrouble: () => trouble,
            close,
          },
        });
      },
      (error: Error) => fail(describeRegistrationFailure(error, serverHost)),
    );
  });
}

function describeRegistrationFailure(error: Error, serverHost: string): RegistrationFailure {
  const status = statusOf(error);
  if (status === undefined) return { kind: 'unreachable', ...describeNetworkFailure(error, serverHost) };
  const said: Reason = {
    reason: `${serverHost} answered HTTP ${status}`,
    parts: [part('answered', { host: serverHost, status: String(status) })],
  };
  if (status === 429) return { kind: 'throttled', ...said };
  const passes = status < 400 || status >= 500 || status === 408 || status === 425;
  return { kind: passes ? 'unreachable' : 'refused', ...said };
}

function statusOf(error: Error): number | undefined {
  if (!('response' in error)) return undefined;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('status' in response)) return undefined;
  return typeof response.status === 'number' ? response.status : undefined;
}

/** Where a socket wanted to go; of several addresses tried, the first. */
function portOf(error: Error): unknown {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && 'port' in first ? first.port : undefined;
}
