import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../e2e/test-support/temporary-folder.ts';
import { loadCatalog } from '../provider-catalog.ts';
import { startStoryHandler } from './test-support/story-handler.ts';
import { openRig, type StoryRig } from './test-support/story-rig.ts';

const body = '{"action":"opened"}';
const signed = {
  'X-GitHub-Event': 'issues',
  'X-Hub-Signature-256': `sha256=${createHmac('sha256', 's3cret').update(body).digest('hex')}`,
};

it('where no provider is named, leaving the marks of all of them out is no way past the secrets', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({
    endpoints: [{ name: 'any', secrets: ['s3cret'], enforce: true, target: handler.url }],
    catalog: loadCatalog(),
  });
  expect((await rig.send('/plain', body)).status).toBe(401);
  expect((await rig.event('/plain')).deliveries).toEqual([]);
  expect((await rig.send('/signed', body, { headers: signed })).status).toBe(200);
  expect(handler.targets()).toEqual(['/signed']);
});

it('a path that only the handler would take for the one that is checked is not delivered', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({
    endpoints: [
      {
        name: 'github',
        path: '/github',
        provider: 'github',
        secrets: ['s3cret'],
        enforce: true,
        target: handler.url,
      },
      { name: 'default', target: handler.url },
    ],
    catalog: loadCatalog(),
  });
  for (const path of ['//github', '/%67ithub', '/GitHub/']) {
    expect((await rig.send(path, body)).status).toBe(404);
    expect(await rig.event(path)).toMatchObject({ endpoint: 'default', reply: { source: 'blocked' } });
  }
  expect((await rig.send('/github', body, { headers: signed })).status).toBe(200);
  expect((await rig.send('/other', body)).status).toBe(200);
  expect(handler.targets()).toEqual(['/github', '/other']);
});

it('large bodies that come all at once are each judged', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({
    endpoints: [
      {
        name: 'any',
        provider: 'github',
        secrets: ['s3cret'],
        enforce: true,
        target: handler.url,
        reply: 'ack',
      },
    ],
    catalog: loadCatalog(),
  });
  const statuses = await Promise.all(
    Array.from({ length: 8 }, async (_, index) => {
      const large = String(index).repeat(200_000);
      const signature = createHmac('sha256', index % 2 === 0 ? 's3cret' : 'forged')
        .update(large)
        .digest('hex');
      const headers = { 'X-GitHub-Event': 'push', 'X-Hub-Signature-256': `sha256=${signature}` };
      return (await rig.send(`/${index}`, large, { headers })).status;
    }),
  );
  expect(statuses).toEqual([200, 401, 200, 401, 200, 401, 200, 401]);
  await handler.called(4);
});

it('what was refused does not make a duplicate of what is genuine, over a restart too', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startStoryHandler();
  const options = {
    dataDir: folder.path,
    endpoints: [
      {
        name: 'github',
        provider: 'github',
        secrets: ['s3cret'],
        enforce: true,
        dedupe: true,
        target: handler.url,
      },
    ],
    catalog: loadCatalog(),
  };
  const forged = { ...signed, 'X-Hub-Signature-256': 'sha256=00' };
  const send = async (rig: StoryRig, path: string, headers: Record<string, string>) =>
    (await rig.send(path, body, { headers: { ...headers, 'X-GitHub-Delivery': path } })).status;
  {
    await using rig = await openRig(options);
    expect(await send(rig, '/one', forged)).toBe(401);
    expect(await send(rig, '/one', signed)).toBe(200);
    expect(await send(rig, '/one', signed)).toBe(200);
    expect(await send(rig, '/two', forged)).toBe(401);
  }
  await using again = await openRig(options);
  expect(await send(again, '/two', signed)).toBe(200);
  expect(await send(again, '/one', signed)).toBe(200);
  expect(handler.targets()).toEqual(['/one', '/two']);
});
