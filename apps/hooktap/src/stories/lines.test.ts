import { freePort } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { Activity } from '../activity.ts';
import { eventLine, type LineFacts } from '../event-line.ts';
import { plain } from '../paint.ts';
import { loadCatalog } from '../provider-catalog.ts';
import { answers, startStoryHandler } from './test-support/story-handler.ts';
import { openRig, type StoryRig } from './test-support/story-rig.ts';

/** What the terminal says of a rig's events. */
function linesOf({ hooktap, store }: StoryRig) {
  const lines: string[] = [];
  let tell = (): void => undefined;
  const line = (facts: LineFacts) => {
    lines.push(eventLine(facts, plain).replaceAll(/\s{2,}/g, '  '));
    tell();
  };
  const activity = new Activity(
    line,
    (id) => store.event(id),
    (name) => hooktap.inspection.endpoints.get(name),
  );
  hooktap.inspection.publisher.subscribe((change) => activity.see(change));
  return async (count: number): Promise<readonly string[]> => {
    while (lines.length < count) {
      await new Promise<void>((resolve) => {
        tell = resolve;
      });
    }
    return lines;
  };
}

it('tells of what is held as soon as it comes, and once more when the handler has it', async () => {
  const port = await freePort();
  await using rig = await openRig({ endpoints: [{ target: `127.0.0.1:${port}`, hold: true }] });
  const lines = linesOf(rig);
  await rig.send('/hook');
  const [arrival] = await lines(1);
  expect(arrival).toMatch(/ {2}POST {2}\/hook {2}200 {2}(\d+ ms {2})?evt_\w+ {2}held: /);
  await using handler = await startStoryHandler(undefined, port);
  await handler.called(1);
  const [, later, ...more] = await lines(2);
  expect(later).toMatch(/ {2}↳ POST {2}\/hook {2}200 {2}\d+ ms {2}evt_\w+$/);
  expect(more).toEqual([]);
});

it('tells of what is tried again, and that it was cancelled', async () => {
  const port = await freePort();
  const endpoint = { target: `127.0.0.1:${port}`, reply: 'ack' as const, retry: { schedule: ['1h'] } };
  await using rig = await openRig({ endpoints: [endpoint] });
  const lines = linesOf(rig);
  await rig.send('/hook');
  const [arrival] = await lines(1);
  expect(arrival).toMatch(/POST .*evt_\w+ {2}connection-refused: it is tried again by itself$/);
  const [delivery] = await rig.deliveries('/hook', 'retrying');
  if (!delivery) throw new Error('there is no delivery');
  await rig.hooktap.inspection.deliveries.cancel(delivery.id);
  expect((await lines(2))[1]).toMatch(/↳ POST .* --- .*evt_\w+ {2}cancelled$/);
});

it('tells what came of an arrival that a person tries again', async () => {
  await using handler = await startStoryHandler(answers(500, 200));
  await using rig = await openRig({ endpoints: [{ target: handler.url }] });
  const lines = linesOf(rig);
  await rig.send('/hook');
  expect((await lines(1))[0]).toMatch(/ POST .* 500 .*the handler answered 500$/);
  const [delivery] = await rig.deliveries('/hook', 'failed');
  if (!delivery) throw new Error('there is no delivery');
  await rig.hooktap.inspection.deliveries.retry(delivery.id);
  expect((await lines(2))[1]).toMatch(/ ↳ POST .* 200 {2}\d+ ms {2}evt_\w+$/);
});

it('names the type of an event that a provider pack reads only after the answer', async () => {
  await using rig = await openRig({
    endpoints: [{ name: 'stripe', provider: 'stripe' }],
    catalog: loadCatalog(),
  });
  await loadCatalog();
  const lines = linesOf(rig);
  await rig.send('/a', '{"object":"event","id":"evt_1","type":"invoice.paid"}');
  expect((await lines(1))[0]).toContain('POST  /a (invoice.paid)  200');
  await rig.send('/b', '{"object":"event","id":"evt_2"}');
  expect((await lines(2))[1]).toContain('POST  /b  200');
});

it('says why what was acknowledged is not delivered', async () => {
  await using handler = await startStoryHandler();
  await using rig = await openRig({
    endpoints: [{ target: handler.url, filter: 'body.n:1', dedupe: { key: 'body.id', deliver: 'first' } }],
  });
  const lines = linesOf(rig);
  const send = (body: unknown) => rig.send('/hook', JSON.stringify(body));
  await send({ n: 2, id: 'a' });
  await lines(1);
  await send({ n: 1, id: 'b' });
  await lines(2);
  await send({ n: 1, id: 'b' });
  const [filtered, delivered, again] = await lines(3);
  expect(filtered).toMatch(/ 200 {2}evt_\w+ {2}not delivered: the filter of 'default' does not find it$/);
  expect(delivered).toMatch(/ 200 .* ms {2}evt_\w+$/);
  expect(again).toMatch(/ 200 {2}evt_\w+ {2}a duplicate of evt_\w+: not delivered again$/);
});

it('says that a redirect is no success', async () => {
  await using handler = await startStoryHandler(answers(302));
  await using rig = await openRig({ endpoints: [{ target: handler.url }] });
  const lines = linesOf(rig);
  await rig.send('/hook');
  expect((await lines(1))[0]).toMatch(/ 302 .*the handler answered 302: redirects are not followed$/);
});

it('says what a wrong signature came to, with and without enforce', async () => {
  await using handler = await startStoryHandler(answers(401));
  const shop = { provider: 'github', secrets: ['segredo'], target: handler.url };
  await using rig = await openRig({
    endpoints: [
      { ...shop, name: 'open', path: '/open' },
      { ...shop, name: 'strict', path: '/strict', enforce: true },
    ],
    catalog: loadCatalog(),
  });
  await loadCatalog();
  const lines = linesOf(rig);
  const headers = { 'X-GitHub-Event': 'push', 'X-Hub-Signature-256': `sha256=${'0'.repeat(64)}` };
  await rig.send('/open', '{}', { headers });
  expect((await lines(1))[0]).toMatch(
    / 401 .*the handler answered 401; its signature is invalid: hooktap verify says why$/,
  );
  await rig.send('/strict', '{}', { headers });
  expect((await lines(2))[1]).toMatch(/ 401 .*refused before the handler \(enforce\)\. The signature /);
});
