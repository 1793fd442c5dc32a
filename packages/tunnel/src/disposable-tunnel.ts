import { randomBytes } from 'node:crypto';
import type { TunnelStatus } from '@hooktap/protocol';
import { type LocaltunnelServer, startLocaltunnelServer } from '@hooktap/testing';
import { startReceiver } from './disposable-receiver.ts';
import { openTunnel, type TunnelOptions } from './open-tunnel.ts';
import { createProbe } from './probe.ts';

const endings: (() => unknown)[] = [];

/** For `afterEach`: ends what the test has started, the newest first. */
export async function endAll(): Promise<void> {
  for (const end of endings.splice(0).reverse()) await end();
}

/** For tests. */
export async function startServer(
  options?: Parameters<typeof startLocaltunnelServer>[0],
): Promise<LocaltunnelServer> {
  const server = await startLocaltunnelServer(options);
  endings.push(() => server[Symbol.asyncDispose]());
  return server;
}

/** For tests: a tunnel to a receiver of its own, and what it said of itself. */
export async function open(options: Partial<TunnelOptions> & { host: string }) {
  const remembered: string[] = [];
  const receiver = await startReceiver();
  endings.push(receiver.close);
  const tunnel = openTunnel({
    kind: 'localtunnel',
    port: receiver.port,
    rememberName: (name) => remembered.push(name),
    probe: createProbe({ issueNonce: () => randomBytes(8).toString('hex') }),
    ...options,
  });
  const seen: TunnelStatus[] = [tunnel.status()];
  tunnel.subscribe((status) => seen.push(status));
  endings.push(() => tunnel.close());
  return { tunnel, seen, remembered };
}

/** The states in their order, each stay once. */
export const statesOf = (seen: TunnelStatus[]) =>
  seen.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1]);
