import { startLocaltunnelServer } from '@hooktap/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { Bench } from '../test-support/bin.ts';
import {
  colleague,
  production,
  type RegisteredProvider,
  registeredProviders,
} from '../test-support/registered-providers.ts';
import { command, startTunnelled, stored } from '../test-support/tunnelled-run.ts';

const bench = new Bench();
afterEach(() => bench.clean());

function expectNoCredential(texts: readonly string[], credentials: RegisteredProvider['credentials']): void {
  for (const text of texts) {
    for (const credential of Object.values(credentials)) expect(text).not.toContain(credential);
  }
}

describe.each(Object.entries(registeredProviders))('%s', (name, openProvider) => {
  const open: () => Promise<RegisteredProvider> = openProvider;
  const registering = (one: RegisteredProvider) => [
    'register',
    name,
    ...one.flags,
    '--path',
    `/${name}`,
    '--yes',
  ];

  it('is pointed at the public URL, follows it, and is put back after a kill -9', async () => {
    await using provider = await open();
    await using server = await startLocaltunnelServer();
    const env = { ...provider.address, ...provider.credentials };
    const folder = bench.folder();
    const { run, publicUrl } = await startTunnelled(bench, folder, server, provider.address);

    const registered = await command(bench, folder, registering(provider), env);
    expect(registered).toMatchObject({ code: 0 });
    expect(registered.stdout).toContain(`${publicUrl}/${name}`);
    expect(provider.urls()).toEqual([`${publicUrl}/${name}`]);

    server.faults.giveOtherDomain = 'moved.localhost';
    await server.stop();
    await server.restart();
    await provider.until(([url]) => url !== `${publicUrl}/${name}`);
    await provider.until((urls) => urls.length === 1);
    const [followed = null] = provider.urls();
    const isToldOf = () =>
      run.lines().some((line) => line['type'] === 'tunnel' && `${line['url']}/${name}` === followed);
    await expect.poll(isToldOf).toBe(true);

    const killed = await run.stop('SIGKILL');
    expect(provider.urls()).toEqual([followed]);
    const again = await startTunnelled(bench, folder, server, env);
    await provider.until(([url]) => url === production);
    await provider.until((urls) => urls.length === 1);
    const stopped = await again.run.stop();
    expect(stopped).toMatchObject({ code: 130 });
    expect(stopped.stderr).toContain(`back at ${production}`);
    expect(provider.urls()).toEqual([production]);
    const texts = [killed, stopped, registered].flatMap(({ stdout, stderr }) => [stdout, stderr]);
    expectNoCredential([...texts, stored(folder)], provider.credentials);
    expect(provider.api.calls.map(({ method }) => method)).not.toContain('DELETE');
  });

  it('is put back at a clean stop', async () => {
    await using provider = await open();
    await using server = await startLocaltunnelServer();
    const folder = bench.folder();
    const { run } = await startTunnelled(bench, folder, server, {});
    const env = { ...provider.address, ...provider.credentials };
    expect(await command(bench, folder, registering(provider), env)).toMatchObject({ code: 0 });
    expect(provider.urls()).not.toEqual([production]);
    expect(await run.stop()).toMatchObject({ code: 130 });
    expect(provider.urls()).toEqual([production]);
    expect(await command(bench, folder, ['register'], {})).toMatchObject({ code: 0, stdout: '' });
  });

  it('is left alone, and that is said, where somebody else changed it since the kill', async () => {
    await using provider = await open();
    await using server = await startLocaltunnelServer();
    const folder = bench.folder();
    const { run } = await startTunnelled(bench, folder, server, {});
    const env = { ...provider.address, ...provider.credentials };
    expect(await command(bench, folder, registering(provider), env)).toMatchObject({ code: 0 });
    await run.stop('SIGKILL');
    provider.change(colleague);

    // Without credentials a start can only say what is left.
    const blind = await startTunnelled(bench, folder, server, provider.address);
    const { stderr } = await blind.run.stop();
    expect(stderr).toContain(`could not put back ${production}`);
    expect(stderr).toContain(`hooktap unregister ${name}`);

    const unregistered = await command(bench, folder, ['unregister', name], env);
    expect(unregistered).toMatchObject({ code: 0 });
    expect(unregistered.stdout).toContain('somebody else changed it');
    expect(provider.urls()).toEqual([colleague]);
  });
});
