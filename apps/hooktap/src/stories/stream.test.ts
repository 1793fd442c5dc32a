import { expect, it } from 'vitest';
import { openRig } from './test-support/story-rig.ts';

it('keeps of an endpoint no more than its newest state for those who were away', async () => {
  await using rig = await openRig({ endpoints: [{}] });
  const { publisher, endpoints, store } = rig.hooktap.inspection;
  const from = store.currentSeq();
  for (let turn = 0; turn < 50; turn += 1) {
    await endpoints.change('default', turn % 2 === 0 ? 'pause' : 'resume');
  }
  await endpoints.change('default', 'breakpoint');
  const missed = await publisher.since(from);
  if (missed.kind === 'resync') throw new Error('All of it is at hand.');
  const told = missed.changes.filter(({ type }) => type === 'endpoint.changed');
  expect(told).toMatchObject([{ endpoint: { name: 'default', mode: 'breakpoint' } }]);
  expect(rig.changes.filter(({ type }) => type === 'endpoint.changed').length).toBeGreaterThan(50);
});
