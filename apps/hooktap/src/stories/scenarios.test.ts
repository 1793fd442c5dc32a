import type { EventId } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { loadCatalog } from '../provider-catalog.ts';
import { openRig } from './test-support/story-rig.ts';

const catalog = await loadCatalog();
const scenarios = catalog
  .list()
  .flatMap(({ name, scenarios }) => scenarios.map((play) => ({ provider: name, scenario: play.name })));

it.each(scenarios)('$provider $scenario, played, is one thread in which nothing is wrong', async (play) => {
  const endpoints = [{ name: 'all', path: '/', provider: play.provider, secrets: ['whsec_c2VncmVkbw=='] }];
  await using rig = await openRig({ endpoints, catalog: Promise.resolve(catalog) });
  const { providers } = rig.hooktap.inspection;
  const played = await providers.trigger({ ...play, speed: 1000, to: `${rig.origin}/hook` });
  if (!played.ok) throw new Error(played.error.message);
  const { items } = await rig.store.page({ words: [], limit: 100 });
  const ids = items.map(({ id }) => id as EventId).toReversed();
  expect(ids).toHaveLength(played.value.items.length);
  for (const id of ids) {
    await rig.until(async () => (await rig.store.event(id))?.verification.code !== 'not-yet');
  }
  const thread = await providers.thread(ids.at(-1) as EventId);
  expect(thread?.events.map(({ id }) => id)).toEqual(ids);
  const lives = thread?.messages.map(({ key, steps, troubles }) => ({
    key,
    troubles: troubles.map(({ message }) => message),
    steps: steps.length,
  }));
  for (const { key, troubles } of lives ?? []) expect(troubles, key).toEqual([]);
  expect(Math.max(...(lives ?? []).map(({ steps }) => steps))).toBeGreaterThan(0);
});

it('sends no more once nobody waits for it, and leaves what is on its way alone', async () => {
  const endpoints = [{ name: 'all', path: '/', provider: 'zavu', secrets: ['whsec_c2VncmVkbw=='] }];
  await using rig = await openRig({ endpoints, catalog: Promise.resolve(catalog) });
  const { providers } = rig.hooktap.inspection;
  const over = new AbortController();
  const request = { provider: 'zavu', eventType: 'message.inbound', count: 1000, rate: 50 };
  const sending = providers.trigger({ ...request, to: `${rig.origin}/hook` }, over.signal);
  await rig.until(async () => rig.store.counts().events >= 3);
  over.abort();
  const sent = await sending;
  if (!sent.ok) throw new Error(sent.error.message);
  expect(sent.value.items.length).toBeLessThan(1000);
  expect(rig.store.counts().events).toBe(sent.value.items.length);
  expect(sent.value.items.map(({ outcome }) => outcome)).toEqual(
    sent.value.items.map(() => ({ kind: 'responded', statusCode: 200 })),
  );
});
