import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, type Run } from '../test-support/bin.ts';

const bench = new Bench();
let dataDir = '';
let run: Run;

beforeEach(async () => {
  dataDir = bench.folder();
  run = bench.listen(dataDir);
  const { receiver } = await run.ready();
  expect((await fetch(`${receiver}/kept`, { method: 'POST' })).status).toBe(200);
});
afterEach(() => bench.clean());

const hooktap = (...args: string[]) => bench.run([...args, '--data-dir', dataDir]);

const silence = () =>
  new RegExp(
    `^Hooktap \\(process ${run.child.pid}\\) has ${dataDir} open and has not answered within 10 s: .*` +
      `kill -CONT ${run.child.pid}.*kill -9 ${run.child.pid}`,
  );

// A process can be stopped like this only where there are signals for it.
describe.skipIf(process.platform === 'win32')('of an instance that is stopped', () => {
  it('commands tell that it does not answer, and answer again once it goes on', async () => {
    run.child.kill('SIGSTOP');
    const asked = [['events'], ['status', '--json'], ['trigger', 'github', 'push'], ['token', '--rotate']];
    const [doctor, ...others] = await Promise.all([
      hooktap('doctor', '--no-tunnel', '--json').ended,
      ...asked.map((args) => hooktap(...args).ended),
    ]);
    for (const { code, stdout, stderr } of others) {
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(silence());
    }
    const findings = doctor.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { ok: boolean; about: string; says: string });
    expect(doctor.code).toBe(1);
    expect(findings.filter(({ ok }) => !ok)).toEqual([
      { about: 'instance', ok: false, says: expect.stringMatching(silence()) },
    ]);
    expect((await hooktap('token').ended).code).toBe(0);
    run.child.kill('SIGCONT');
    expect((await hooktap('events').ended).stdout).toContain('/kept');
    expect((await run.stop()).code).toBe(130);
  });

  it('a command waits for one that goes on in time', async () => {
    run.child.kill('SIGSTOP');
    const asked = hooktap('events');
    setTimeout(() => run.child.kill('SIGCONT'), 1500);
    expect((await asked.ended).stdout).toContain('/kept');
  });
});

it('what an instance is long about is not cut off', async () => {
  const slow = createServer((_request, response) => void setTimeout(() => response.end(), 12_000));
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  const to = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/`;
  const { code, stdout } = await hooktap('trigger', 'github', 'push', '--to', to).ended;
  slow.close();
  expect(code).toBe(0);
  expect(stdout).toMatch(/200 .*1\d\.?\d* s/);
});
