import { freePort } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { type Answer, type StoryHandler, startStoryHandler } from './test-support/story-handler.ts';
import { openRig } from './test-support/story-rig.ts';

const poison: Answer = ({ target }, response) => {
  if (target === '/poison') response.destroy();
  else response.end();
};

it.each(['none', 'fifo'] as const)(
  'one event at which the handler hangs up every time does not hold up the others (order %s)',
  async (order) => {
    await using handler = await startStoryHandler(poison);
    await using rig = await openRig({ endpoints: [{ target: handler.url, hold: true, order }] });
    const paths = ['/poison', '/hook/1', '/hook/2', '/hook/3'];
    for (const path of paths) expect((await rig.send(path)).status).toBe(200);
    const [failed] = await rig.deliveries('/poison', 'failed');
    expect(failed?.attempts).toHaveLength(6);
    for (const path of paths.slice(1)) await rig.deliveries(path, 'succeeded');
    // Where a kept connection is closed on a request, that goes out once more on a fresh one.
    const seen = handler.targets().filter((one, index, all) => one !== all[index - 1]);
    expect(seen).toEqual(['/poison', '/hook/1', '/poison', '/hook/2', '/hook/3']);
  },
);

it('nor does one that ends the handler every time', async () => {
  const seen: string[] = [];
  let handler: StoryHandler | undefined;
  const crashing: Answer = ({ target }, response) => {
    seen.push(target);
    if (target !== '/poison') {
      response.end();
      return;
    }
    response.destroy();
    void handler?.close();
  };
  handler = await startStoryHandler(crashing, await freePort());
  const { port, url } = handler;
  await using rig = await openRig({ endpoints: [{ target: url, hold: true }] });
  // Something starts it again when it has ended, as watchers do.
  rig.hooktap.inspection.publisher.subscribe((change) => {
    if (change.type !== 'target.changed' || change.target.health !== 'down') return;
    void startStoryHandler(crashing, port).then((next) => {
      handler = next;
    });
  });
  const others = ['/hook/1', '/hook/2', '/hook/3'];
  for (const path of ['/poison', ...others]) expect((await rig.send(path)).status).toBe(200);
  const [failed] = await rig.deliveries('/poison', 'failed');
  expect(failed?.attempts.at(-1)?.outcome).toMatchObject({ kind: 'failed', failure: 'reset' });
  for (const path of others) await rig.deliveries(path, 'succeeded');
  expect(seen.filter((target) => target !== '/poison')).toEqual(others);
  await handler.close();
});

it('a handler that drops everything is tried in growing gaps, and gets all in order once it is back', async () => {
  let isBack = false;
  const dropping: Answer = (_call, response) => (isBack ? response.end() : response.destroy());
  await using handler = await startStoryHandler(dropping);
  await using rig = await openRig({ endpoints: [{ target: handler.url, hold: true }] });
  const paths = ['/hook/1', '/hook/2', '/hook/3'];
  for (const path of paths) expect((await rig.send(path)).status).toBe(200);
  const queue = () => rig.hooktap.inspection.endpoints.get('default')?.queue;
  await rig.until(async () => Date.parse(queue()?.heldUntil ?? '') - Date.now() > 500);
  expect(queue()).toMatchObject({ held: 3 });
  isBack = true;
  for (const path of paths) await rig.deliveries(path, 'succeeded');
  expect(handler.targets().slice(-3)).toEqual(paths);
  expect(queue()).not.toHaveProperty('heldUntil');
});
