import { startLocaltunnelServer } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

it('carries on under the same public URL after its tunnel server was away', async () => {
  await using folder = await temporaryFolder();
  await using server = await startLocaltunnelServer();
  await using hooktap = await startHooktap({ folder: folder.path, tunnelHost: server.url });
  const { output, client } = hooktap;
  const opened = await output.first('tunnel', ({ state }) => state === 'open');
  const { host } = new URL(opened.url ?? '');
  expect((await send(server.port, { host, target: '/before' })).statusCode).toBe(200);

  await server.stop();
  const lost = await output.first('tunnel', ({ seq, state }) => seq > opened.seq && state !== 'open');
  expect(lost.reason).not.toBe('');
  expect((await client.status()).tunnel.state).not.toBe('open');

  await server.restart();
  const back = await output.first('tunnel', ({ seq, state }) => seq > lost.seq && state === 'open');
  expect(back.url).toBe(opened.url);
  expect((await send(server.port, { host, target: '/after' })).statusCode).toBe(200);
  const event = await client.event(await hooktap.captured('/after'));
  expect(event).toMatchObject({ via: 'tunnel', url: `${opened.url}/after` });
  const between = output.of('tunnel').filter(({ seq }) => seq > opened.seq && seq < back.seq);
  expect(between.map(({ state }) => state)).not.toContain('open');
  expect((await client.status()).tunnel).toMatchObject({ state: 'open', url: opened.url });
});
