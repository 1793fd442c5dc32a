import { expect, it } from 'vitest';
import { startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

it('takes the longest prefix of whole segments, case and escapes as they are', async () => {
  await using handler = await startStoryHandler();
  const { url: target } = handler;
  await using rig = await openRig({
    endpoints: [
      { name: 'rest', path: '/', target },
      { name: 'hooks', path: '/hooks/', target },
      { name: 'zavu', path: '/hooks/zavu', target },
    ],
  });
  const paths = [
    '/hooks/zavu/in',
    '/hooks/zavu?x=1',
    '/hooks/zavux',
    '/hooks',
    '/Hooks/zavu',
    '/hooks%2Fzavu',
    '/',
  ];
  for (const path of paths) await rig.send(path);
  const names = await Promise.all(paths.map(async (path) => (await rig.event(path)).endpoint));
  expect(names).toEqual(['zavu', 'zavu', 'hooks', 'hooks', 'rest', 'rest', 'rest']);
});

it('keeps and acknowledges what no endpoint asks for', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({ endpoints: [{ name: 'hooks', path: '/hooks', target: handler.url }] });
  expect((await rig.send('/elsewhere')).status).toBe(200);
  expect(await rig.event('/elsewhere')).toMatchObject({ endpoint: 'default', delivery: null });
});

it('rewrites the path: kept, without its prefix, or another', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({
    endpoints: [
      { name: 'usual', path: '/usual', target: `${handler.url}/given` },
      { name: 'keep', path: '/keep', target: `${handler.url}/below`, rewrite: 'keep' },
      { name: 'strip', path: '/strip', target: `${handler.url}/below`, rewrite: 'strip-prefix' },
      { name: 'fixed', path: '/fixed', target: handler.url, rewrite: { fixed: '/always' } },
    ],
  });
  for (const path of ['/usual/a?b=1', '/keep/a?b=1', '/strip/a?b=1', '/strip', '/fixed/a?b=1'])
    await rig.send(path);
  expect(handler.targets()).toEqual([
    '/given?b=1',
    '/below/keep/a?b=1',
    '/below/a?b=1',
    '/below/',
    '/always?b=1',
  ]);
});

it('sets and removes headers, and says nothing of itself where it is told to', async () => {
  await using handler = await startStoryHandler();
  const headers = { set: { 'X-Env': 'local' }, remove: ['X-Secret'], hooktap: false };
  await using rig = await openRig({ endpoints: [{ target: handler.url, headers }] });
  await rig.send('/hook', '{}', { headers: { 'X-Env': 'prod', 'X-Secret': 'hush', 'X-Kept': 'yes' } });
  const got = handler.calls[0]?.headers;
  expect(got).toMatchObject({ 'x-env': 'local', 'x-kept': 'yes' });
  expect(Object.keys(got ?? {}).filter((name) => /^(hooktap|x-secret)/.test(name))).toEqual([]);
});

it('delivers only what the filter finds; the rest is kept and acknowledged', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({ endpoints: [{ target: handler.url, filter: 'body.kind:wanted' }] });
  expect((await rig.send('/1', '{"kind":"wanted"}')).status).toBe(200);
  expect(await rig.send('/2', '{"kind":"other"}')).toMatchObject({ status: 200, text: 'ok\n' });
  expect(handler.targets()).toEqual(['/1']);
  expect(await rig.event('/2')).toMatchObject({ delivery: null, deliveries: [] });
});
