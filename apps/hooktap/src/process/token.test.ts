import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Bench, quiet } from '../test-support/bin.ts';

const bench = new Bench();
afterEach(() => bench.clean());

const ask = (origin: string, token: string) =>
  fetch(`${origin}/api/status`, { headers: { Authorization: `Bearer ${token}` } });

describe('hooktap token', () => {
  it('prints the token, with an instance and without', async () => {
    const dataDir = bench.folder();
    const token = (...args: string[]) => bench.run(['token', ...args, '--data-dir', dataDir]).ended;
    const none = await token();
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toContain('There is no token yet');
    const run = bench.listen(dataDir);
    const ready = await run.ready();
    expect(await token()).toMatchObject({ code: 0, stdout: `${ready.token}\n` });
    expect(JSON.parse((await token('--json')).stdout)).toEqual({
      token: ready.token,
      inspector: ready.inspector,
    });
    await run.stop();
    const stopped = await token();
    expect(stopped).toMatchObject({ code: 0, stdout: `${ready.token}\n` });
    expect(stopped.stderr).toContain(join(dataDir, 'token'));
  });

  it('--rotate reaches the running instance', async () => {
    const dataDir = bench.folder();
    const { inspector, token } = await bench.listen(dataDir).ready();
    const rotated = await bench.run(['token', '--rotate', '--data-dir', dataDir]).ended;
    expect(rotated.code).toBe(0);
    expect(rotated.stderr).toMatch(/has a fresh token.*cut off.*hooktap open/s);
    expect((await ask(inspector, token)).status).toBe(401);
    const fresh = readFileSync(join(dataDir, 'token'), 'utf8').trim();
    expect(fresh).not.toBe(token);
    expect((await ask(inspector, fresh)).status).toBe(200);
    expect((await bench.run(['status', '--data-dir', dataDir]).ended).code).toBe(0);
  });

  it('of HOOKTAP_TOKEN is known to commands of other shells, and not theirs to rotate', async () => {
    const dataDir = bench.folder();
    const given = { HOOKTAP_TOKEN: 'a-token-of-my-own' };
    const args = ['listen', ...quiet, '--json', '--data-dir', dataDir];
    const { inspector } = await bench.run(args, given).ready();
    const elsewhere = (name: string, env: NodeJS.ProcessEnv = {}) =>
      bench.run([...name.split(' '), '--data-dir', dataDir], env).ended;
    expect((await elsewhere('events')).code).toBe(0);
    expect((await elsewhere('events', { HOOKTAP_TOKEN: 'that-of-another-project' })).code).toBe(0);
    expect((await elsewhere('token')).stdout).toBe('a-token-of-my-own\n');
    const refused = await elsewhere('token --rotate');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('HOOKTAP_TOKEN sets the token of this Hooktap');
    expect((await ask(inspector, given.HOOKTAP_TOKEN)).status).toBe(200);
  });
});

describe.skipIf(process.platform !== 'linux')('hooktap open', () => {
  it('starts the browser with an address that has no token in it, and leads to it once', async () => {
    const dataDir = bench.folder();
    const { inspector, token } = await bench.listen(dataDir).ready();
    const folder = bench.folder();
    const started = join(folder, 'started-with');
    const browser = join(folder, 'xdg-open');
    writeFileSync(browser, `#!/bin/sh\necho "$*" > '${started}.new' && mv '${started}.new' '${started}'\n`);
    chmodSync(browser, 0o700);
    const PATH = `${folder}${delimiter}${process.env['PATH']}`;
    const opened = await bench.run(['open', '--data-dir', dataDir], { PATH }).ended;
    expect(opened).toMatchObject({ code: 0, stdout: `${inspector}/#token=${token}\n` });
    await expect.poll(() => existsSync(started)).toBe(true);
    const address = readFileSync(started, 'utf8').trim();
    expect(address).not.toContain(token);
    const location = async () => (await fetch(address, { redirect: 'manual' })).headers.get('location');
    expect(await location()).toBe(`/#token=${token}`);
    expect(await location()).toBe('/');
  });
});
