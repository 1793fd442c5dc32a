import { expect, it } from 'vitest';
import type { ProviderPack } from '../../define-config/providers.js';
import { loadCatalog } from '../provider-catalog.ts';
import { type Answer, neverAnswers, startStoryHandler } from './test-support/story-handler.ts';
import { openRig, type RigOptions } from './test-support/story-rig.ts';

const patienceMs = 60;
/** A provider that waits no longer than that. */
const hasty: ProviderPack = {
  name: 'hasty',
  retry: { deadlineMs: patienceMs, certainty: 'verified', source: 'https://example.com/retries' },
  recognise: (head) =>
    head.header('x-hasty') === undefined ? null : { confidence: 'certain', reason: 'It has X-Hasty.' },
  read: () => ({}),
};
const ofHasty = { headers: { 'X-Hasty': '1' } };

/** The packs are there before the first request. */
async function rigWithPacks(options: Omit<RigOptions, 'catalog'>) {
  const catalog = loadCatalog({ userPacks: [hasty] });
  await catalog;
  return openRig({ ...options, catalog });
}

const answersLate: Answer = (_call, response) =>
  setTimeout(() => response.writeHead(201).end('late'), 2 * patienceMs);

it('the deadline is that of the provider that the endpoint names; the attempt goes on', async () => {
  let release = (): void => {};
  await using handler = await startStoryHandler((_call, response) => {
    release = () => void response.writeHead(201).end('late');
  });
  await using rig = await rigWithPacks({ endpoints: [{ target: handler.url, provider: 'hasty' }] });
  expect(await rig.send('/hook')).toMatchObject({
    status: 504,
    text: expect.stringContaining('deadline-passed'),
  });
  await rig.told((change) => change.type === 'event.updated' && change.event.reply?.source === 'timeout');
  release();
  const [delivery] = await rig.deliveries('/hook', 'succeeded');
  expect(delivery?.attempts).toMatchObject([{ outcome: { kind: 'responded', statusCode: 201 } }]);
  expect(await rig.event('/hook')).toMatchObject({ reply: { statusCode: 504, source: 'timeout' } });
});

it('where the endpoint names none, it is that of the provider that the event is recognised by', async () => {
  await using handler = await startStoryHandler(answersLate);
  await using rig = await rigWithPacks({ endpoints: [{ target: handler.url }] });
  expect((await rig.send('/hasty', 'a', ofHasty)).status).toBe(504);
  expect((await rig.send('/nobody', 'a')).status).toBe(201);
});

it.each([
  { deadline: 'none' as const, status: 201 },
  { deadline: '20s', status: 201 },
  { deadline: 20, status: 504 },
  { deadline: 'provider' as const, status: 504 },
])("the endpoint's own deadline goes before it: $deadline", async ({ deadline, status }) => {
  await using handler = await startStoryHandler(answersLate);
  await using rig = await rigWithPacks({
    endpoints: [{ target: handler.url, provider: 'hasty', deadline }],
  });
  expect((await rig.send('/hook')).status).toBe(status);
});

it('a sender at a breakpoint is told at the deadline that its event is held', async () => {
  await using handler = await startStoryHandler();
  await using rig = await rigWithPacks({ endpoints: [{ target: handler.url, provider: 'hasty' }] });
  await rig.hooktap.inspection.endpoints.change('default', 'breakpoint');
  expect(await rig.send('/hook')).toMatchObject({ status: 200, text: 'ok\n' });
  await rig.told((change) => change.type === 'event.updated' && change.event.reply?.source === 'hold');
  const [delivery] = await rig.deliveries('/hook', 'held');
  if (!delivery) throw new Error('There is no delivery.');
  await rig.hooktap.inspection.deliveries.release(delivery.id, {});
  await rig.deliveries('/hook', 'succeeded');
});

it('nothing waits for the packs: until they are there only the timeout counts', async () => {
  await using handler = await startStoryHandler(neverAnswers);
  const settings = { target: handler.url, provider: 'hasty', timeout: 2 * patienceMs };
  type Catalog = Awaited<ReturnType<typeof loadCatalog>>;
  let loaded = (_catalog: Catalog): void => {};
  const catalog = new Promise<Catalog>((resolve) => {
    loaded = resolve;
  });
  await using rig = await openRig({ endpoints: [settings], catalog });
  const { endpoints } = rig.hooktap.inspection;
  expect(endpoints.get('default')?.deadline).toBeUndefined();
  expect(await rig.send('/early')).toMatchObject({
    status: 504,
    text: expect.not.stringContaining('deadline-passed'),
  });
  loaded(await loadCatalog({ userPacks: [hasty] }));
  await rig.told((change) => change.type === 'endpoint.changed' && change.endpoint.deadline !== undefined);
  expect((await rig.send('/later')).text).toContain('deadline-passed');
});

it('an endpoint says which deadline counts', async () => {
  await using rig = await rigWithPacks({
    endpoints: [
      { name: 'named', path: '/named', provider: 'hasty', target: '3000' },
      { name: 'any', path: '/any', target: '3000' },
      { name: 'own', path: '/own', provider: 'hasty', target: '3000', deadline: '8s' },
      { name: 'off', path: '/off', provider: 'hasty', target: '3000', deadline: 'none' },
      { name: 'unknown', path: '/unknown', provider: 'stripe', target: '3000' },
      { name: 'ack', path: '/ack', provider: 'hasty', target: '3000', reply: 'ack' },
    ],
  });
  const told = rig.hooktap.inspection.endpoints.list().map(({ name, deadline }) => [name, deadline]);
  expect(Object.fromEntries(told)).toMatchObject({
    named: { kind: 'provider', provider: 'hasty', ms: patienceMs },
    any: { kind: 'recognised' },
    own: { kind: 'set', ms: 8000 },
    off: undefined,
    unknown: undefined,
    ack: undefined,
  });
});
