import type { Server } from 'node:http';
import type { Inspection } from '@hooktap/core';
import { Access } from './access.ts';
import { createGuard } from './guard.ts';
import { createHttpServer } from './http-server.ts';
import { lazyApp } from './lazy-app.ts';
import { type ListenError, listen } from './listeners.ts';
import { StreamHub } from './stream-hub.ts';
import { acceptUpgrades } from './stream-upgrade.ts';

export interface InspectorApiOptions {
  readonly inspection: Inspection;
  readonly token: string;
  /** Makes and keeps a fresh token; null (the default) where it is set from outside. */
  readonly renewToken?: () => string | null;
  /** 127.0.0.1 by default, which includes ::1. */
  readonly host?: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Host names besides loopback under which the API may be asked, with or without a port. */
  readonly allowHosts?: readonly string[];
  /** The built screen, with an index.html; null for the API alone. */
  readonly assetsDir: string | null;
  readonly tickMs?: number;
}

export interface InspectorApi {
  readonly port: number;
  readonly origin: string;
  /** A URL that leads one browser to the screen with its token, once and within a minute. */
  openingUrl(): string;
  close(): Promise<void>;
}

export type OpenedInspectorApi =
  | { readonly ok: true; readonly api: InspectorApi }
  | { readonly ok: false; readonly error: ListenError };

/** How long clients have to say goodbye at a stop. */
const closingMs = 300;

export async function openInspectorApi(options: InspectorApiOptions): Promise<OpenedInspectorApi> {
  const {
    inspection,
    token,
    renewToken = () => null,
    host = '127.0.0.1',
    port,
    allowHosts = [],
    assetsDir,
    tickMs = 15_000,
  } = options;
  const hub = new StreamHub(inspection, tickMs);
  const access = new Access({ token, renewToken, cutOff: () => hub.terminate() });
  const guard = createGuard({ access, boundHost: host, allowHosts });
  const app = lazyApp(async () =>
    (await import('./app.ts')).createApp(inspection, { guard, access }, assetsDir),
  );
  const accept = acceptUpgrades(hub, guard);
  const listening = await listen(() => createHttpServer(app).on('upgrade', accept), host, port);
  if (!listening.ok) {
    hub.close();
    return listening;
  }
  const origin = `http://${nameOf(host)}:${listening.port}`;
  return {
    ok: true,
    api: {
      port: listening.port,
      origin,
      openingUrl: () => `${origin}${access.issueOpening()}`,
      async close() {
        hub.close();
        const cutOff = setTimeout(() => {
          hub.terminate();
          for (const server of listening.servers) server.closeAllConnections();
        }, closingMs);
        await Promise.all(listening.servers.map(closed));
        clearTimeout(cutOff);
      },
    },
  };
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });

/** A name under which this machine reaches it. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
