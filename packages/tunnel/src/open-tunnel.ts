import { type Clock, systemClock, type Tunnel } from '@hooktap/core';
import { LocaltunnelSupervisor } from './localtunnel-supervisor.ts';
import { defaultPace, type Pace } from './pace.ts';
import type { Probe } from './probe.ts';
import { part } from './reason.ts';
import { StatusBoard } from './status-board.ts';

export interface TunnelOptions {
  kind: 'localtunnel' | 'none';
  /** Of the receiver, on this machine. */
  port: number;
  /** The tunnel server. */
  host?: string | undefined;
  /** The name to ask for; without one, one is invented. */
  name?: string | undefined;
  /** Hears of the name to ask for the next time. */
  rememberName?(name: string): void;
  /** Without it, what the client reports is believed. */
  probe?: Probe;
  clock?: Clock;
  /** From 0 to below 1; it spreads the waits. */
  random?(): number;
  pace?: Partial<Pace>;
}

export function openTunnel(options: TunnelOptions): Tunnel {
  const { kind, host = 'https://localtunnel.me', clock = systemClock } = options;
  if (kind === 'none') {
    return stillTunnel(
      new StatusBoard(
        kind,
        'closed',
        { reason: 'No tunnel was asked for: there is no public URL.', parts: [part('off')] },
        clock,
      ),
    );
  }
  const server = URL.canParse(host) ? new URL(host) : null;
  if (server === null || !/^https?:$/.test(server.protocol)) {
    const reason = `There is no public URL: “${host}” is not the http or https URL of a tunnel server.`;
    return stillTunnel(
      new StatusBoard(kind, 'failed', { reason, parts: [part('no-server', { host })] }, clock),
    );
  }
  return new LocaltunnelSupervisor({
    port: options.port,
    host: server.href.replace(/\/+$/, ''),
    name: options.name,
    rememberName: options.rememberName ?? (() => {}),
    probe: options.probe ?? (async () => ({ ok: true, latencyMs: 0 })),
    clock,
    random: options.random ?? Math.random,
    pace: { ...defaultPace, ...options.pace },
  });
}

/** One that stays as it is. */
function stillTunnel(board: StatusBoard): Tunnel {
  return {
    status: () => board.status,
    subscribe: (listener) => board.subscribe(listener),
    sockets: () => null,
    probes: () => [],
    retry: () => 'off',
    close: async () => {
      board.show('closed', { reason: 'The tunnel was closed.', parts: [part('closed')] });
    },
  };
}
