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
