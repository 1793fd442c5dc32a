import { afterEach, expect, it } from 'vitest';
import { endAll, open, startServer } from './disposable-tunnel.ts';
import { openTunnel } from './open-tunnel.ts';
import type { ProbeResult } from './probe.ts';
import { reached } from './reached-state.ts';

afterEach(endAll);

const hour = 3_600_000;

it('ends the wait before the next try when it is asked to try now', async () => {
  const server = await startServer();
  await server.stop();
  const { tunnel } = await open({
    host: server.url,
    name: 'my-name',
    pace: { firstRetryMs: hour, retryCapMs: hour },
  });
  await reached(tunnel, 'reconnecting');
  await server.restart();
  expect(tunnel.retry()).toBe('opening');
  expect((await reached(tunnel, 'open')).url).toContain('my-name');
});

it('looks at once whether requests come through, and remembers what every look found', async () => {
  const server = await startServer();
  const results: ProbeResult[] = [{ ok: true, latencyMs: 12 }];
  let looked = () => {};
  const { tunnel } = await open({
    host: server.url,
    name: 'my-name',
    pace: { idleMs: hour, tickMs: hour, recheckMs: hour },
    probe: async () => {
      looked();
      return results.shift() ?? { ok: false, reason: 'x answered 502' };
    },
  });
  await reached(tunnel, 'open');
  const again = new Promise<void>((resolve) => {
    looked = resolve;
  });
  expect(tunnel.retry()).toBe('probing');
  await again;
  await reached(tunnel, 'degraded');
  expect(tunnel.probes()).toEqual([
    {
      kind: 'failed',
      at: expect.any(String),
      url: tunnel.status().url,
      tookMs: expect.any(Number),
      reason: 'x answered 502',
    },
    { kind: 'reached', at: expect.any(String), url: tunnel.status().url, tookMs: 12 },
  ]);
});

it('has nothing to try where there is no tunnel, or none any more', async () => {
  const none = openTunnel({ kind: 'none', port: 1 });
  expect([none.retry(), none.probes()]).toEqual(['off', []]);
  const server = await startServer();
  const { tunnel } = await open({ host: server.url });
  await reached(tunnel, 'open');
  await tunnel.close();
  expect(tunnel.retry()).toBe('off');
});
