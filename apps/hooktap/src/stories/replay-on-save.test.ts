import { appendFileSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ReplayOnSave, SaveRun } from '@hooktap/protocol';
import { freePort } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { type TemporaryFolder, temporaryFolder } from '../e2e/test-support/temporary-folder.ts';
import { nodeFolderWatcher } from '../folder-watch/node-folder-watcher.ts';
import { type Answer, answers, neverAnswers, startStoryHandler } from './test-support/story-handler.ts';
import { openRig, type RigOptions, type StoryRig } from './test-support/story-rig.ts';

/** A rig that watches the folder, with the events of these paths captured and pinned. */
async function watching(
  target: string,
  folder: string,
  paths: readonly string[],
  more: Partial<RigOptions> = {},
) {
  for (const name of files) writeFileSync(join(folder, name), '');
  const rig = await openRig({ endpoints: [{ target }], folders: nodeFolderWatcher(), ...more });
  for (const path of paths) {
    await rig.send(path);
    const { id } = await rig.event(path);
    await rig.hooktap.inspection.annotate(id, { pinned: true });
  }
  const begun = await rig.hooktap.inspection.replayOnSave.start({ folder, q: 'is:pinned', settle: 100 });
  expect(begun).toMatchObject({ ok: true, value: { state: 'watching', run: null } });
  return rig;
}

/** Those that are saved are there before: one that is made and then filled changes twice. */
const files = ['app.ts', 'other.ts'] as const;
const save = ({ path }: TemporaryFolder, name: (typeof files)[number] = 'app.ts') =>
  appendFileSync(join(path, name), '// changed\n');

type Watching = Extract<ReplayOnSave, { state: 'watching' }>;

/** The first state told, of those while it watches, that satisfies the test. */
async function toldWhileWatching(rig: StoryRig, test: (state: Watching) => boolean): Promise<Watching> {
  const change = await rig.told(
    (one) =>
      one.type === 'replay-on-save.changed' &&
      one.replayOnSave.state === 'watching' &&
      test(one.replayOnSave),
  );
  if (change.type !== 'replay-on-save.changed' || change.replayOnSave.state !== 'watching')
    throw new Error('It does not watch.');
  return change.replayOnSave;
}

/** The first run told that satisfies the test. */
async function run(rig: StoryRig, test: (run: SaveRun) => boolean): Promise<SaveRun> {
  const state = await toldWhileWatching(rig, (one) => one.run !== null && test(one.run));
  if (!state.run) throw new Error('No run.');
  return state.run;
}
const done = (rig: StoryRig, number: number) =>
  run(rig, (one) => one.number === number && one.state === 'done');

it('a save replays the pinned events, red until the handler is mended', async () => {
  await using folder = await temporaryFolder();
  const bad = new Set(['/one']);
  const mendable: Answer = ({ target }, response) => response.writeHead(bad.has(target) ? 500 : 200).end();
  await using handler = await startStoryHandler(mendable);
  await using rig = await watching(handler.url, folder.path, ['/one', '/two']);
  await rig.send('/not-pinned');
  save(folder);
  const red = await done(rig, 1);
  expect(red).toMatchObject({ changed: ['app.ts'], changedCount: 1, matched: 2 });
  expect(red.results).toMatchObject([
    { path: '/one', verdict: 'missed', statusCode: 500, reason: 'Your handler answered 500.' },
    { path: '/two', verdict: 'met', statusCode: 200, expected: { kind: 'success' } },
  ]);
  bad.clear();
  save(folder);
  const green = await done(rig, 2);
  expect(green.results.map(({ verdict }) => verdict)).toEqual(['met', 'met']);
  expect(green.results[0]?.before).toEqual(red.results[0]?.attempt);
  expect(handler.targets().slice(3)).toEqual(['/one', '/two', '/one', '/two']);
  const event = await rig.event('/one');
  expect(event.deliveries.map(({ cause, status }) => [cause, status])).toEqual([
    ['arrival', 'failed'],
    ['replay', 'failed'],
    ['replay', 'succeeded'],
  ]);
});

it('of several targets the answer stands beside what the same one had answered', async () => {
  await using folder = await temporaryFolder();
  await using failing = await startStoryHandler(answers(500));
  await using taking = await startStoryHandler();
  await using rig = await watching(failing.url, folder.path, ['/one'], {
    endpoints: [{ targets: [failing.url, taking.url], reply: 'ack', retry: 'none' }],
  });
  await rig.deliveries('/one', 'failed', 'succeeded');
  const arrived = (await rig.event('/one')).deliveries.find(({ target }) => target === failing.url);
  save(folder);
  const { results } = await done(rig, 1);
  expect(results[0]).toMatchObject({ statusCode: 500, before: { deliveryId: arrived?.id, attempt: 1 } });
});

it('waits while the dev server restarts', async () => {
  await using folder = await temporaryFolder();
  const before = await startStoryHandler(answers(500), await freePort());
  const { port, url } = before;
  await using rig = await watching(url, folder.path, ['/hook']);
  await before.close();
  save(folder);
  await run(rig, ({ state, results }) => state === 'waiting' && results.length === 1);
  // It stays down beyond the time that it had to go down.
  await rig.until(async () => rig.hooktap.inspection.status().targets[0]?.health === 'down');
  await using after = await startStoryHandler(answers(200), port);
  const { results } = await done(rig, 1);
  expect(results).toMatchObject([{ verdict: 'met', statusCode: 200 }]);
  expect(after.targets()).toEqual(['/hook']);
});

it('holds answers against the attempt that was marked: its status code and the fields of its JSON', async () => {
  await using folder = await temporaryFolder();
  const said = ['{"ok":true,"id":"a1"}', '{"ok":false,"id":"b2"}', '{"ok":true}'];
  const next: Answer = (_call, response, count) => response.writeHead(422).end(said[count - 1]);
  await using handler = await startStoryHandler(next);
  await using rig = await watching(handler.url, folder.path, ['/hook']);
  const { replayOnSave } = rig.hooktap.inspection;
  const { id, deliveries } = await rig.event('/hook');
  const deliveryId = deliveries[0]?.id;
  if (!deliveryId) throw new Error('It was not delivered.');
  const marked = await replayOnSave.expect(id, { deliveryId, attempt: 1 });
  expect(marked).toMatchObject({
    ok: true,
    value: { expected: { kind: 'marked', statusCode: 422, comparesBody: true } },
  });
  save(folder);
  expect((await done(rig, 1)).results).toMatchObject([{ verdict: 'met', statusCode: 422 }]);
  save(folder);
  expect((await done(rig, 2)).results).toMatchObject([
    { verdict: 'missed', reason: "'.id' is missing in the answer." },
  ]);
  expect(await replayOnSave.expect(id, { deliveryId, attempt: 2 })).toMatchObject({ ok: false });
  await replayOnSave.expectSuccess(id);
  save(folder);
  expect((await done(rig, 3)).results).toMatchObject([
    { verdict: 'missed', expected: { kind: 'success' }, reason: 'Your handler answered 422.' },
  ]);
});

it('another save begins anew, whatever is under way', async () => {
  await using folder = await temporaryFolder();
  const hangs: Answer = (call, response, count) =>
    count === 2 ? neverAnswers(call, response, count) : response.writeHead(200).end();
  await using handler = await startStoryHandler(hangs);
  await using rig = await watching(handler.url, folder.path, ['/hook'], {
    endpoints: [{ target: handler.url, concurrency: 4 }],
  });
  save(folder);
  await handler.called(2);
  save(folder, 'other.ts');
  await run(rig, ({ number, state }) => number === 1 && state === 'superseded');
  expect(await done(rig, 2)).toMatchObject({ changed: ['other.ts'], results: [{ verdict: 'met' }] });
});

it('a handler that writes into the folder does not set it going for ever', async () => {
  await using folder = await temporaryFolder();
  const writes: Answer = async (_call, response) => {
    await writeFile(join(folder.path, 'orders.json'), String(Math.random()));
    response.writeHead(200).end();
  };
  await using handler = await startStoryHandler(writes);
  await using rig = await watching(handler.url, folder.path, ['/hook']);
  save(folder);
  const told = await toldWhileWatching(rig, ({ writtenByHandler }) => writtenByHandler.length > 0);
  expect(told).toMatchObject({ writtenByHandler: ['orders.json'] });
  const { run: last } = rig.hooktap.inspection.replayOnSave.state();
  await done(rig, last?.number ?? 0);
  save(folder);
  expect(await done(rig, (last?.number ?? 0) + 1)).toMatchObject({ changed: ['app.ts'] });
});

it('nor does one that writes new files each time, and goes on writing after the next run has begun', async () => {
  await using folder = await temporaryFolder();
  // At the end of the test the folder may go before the last one is written.
  const note = (name: string) => writeFile(join(folder.path, name), '').catch(() => undefined);
  const writes: Answer = async (_call, response, count) => {
    await note(`${count}-asked.json`);
    await setTimeout(170);
    await note(`${count}-done.json`);
    response.writeHead(200).end();
  };
  await using handler = await startStoryHandler(writes);
  await using rig = await watching(handler.url, folder.path, ['/hook']);
  save(folder);
  const told = await toldWhileWatching(rig, ({ writtenByHandler }) => writtenByHandler.length > 0);
  expect(told).toMatchObject({ writtenByHandler: [expect.stringMatching(/^\d+-/)] });
});

it('a handler that writes some time after its answer is told of, and goes on', async () => {
  await using folder = await temporaryFolder();
  const late = (count: number) =>
    setTimeout(1500).then(() => writeFile(join(folder.path, 'orders.json'), String(count)));
  const writes: Answer = (_call, response, count) => {
    response.writeHead(200).end();
    late(count).catch(() => undefined);
  };
  await using handler = await startStoryHandler(writes);
  await using rig = await watching(handler.url, folder.path, ['/hook']);
  save(folder);
  const told = await toldWhileWatching(rig, ({ repeats }) => repeats !== undefined);
  expect(told).toMatchObject({ repeats: { runs: 8, files: ['orders.json'] } });
});

it('what cannot be watched is refused, and a folder that goes ends it', async () => {
  const folder = await temporaryFolder();
  await using handler = await startStoryHandler();
  await using rig = await watching(handler.url, folder.path, []);
  const { replayOnSave } = rig.hooktap.inspection;
  const start = (given: string, q = '') => replayOnSave.start({ folder: given, q, settle: 0 });
  expect(await start(join(folder.path, 'absent'))).toMatchObject({
    ok: false,
    error: { code: 'folder-invalid', errors: [{ path: 'folder' }] },
  });
  expect(await start('src')).toMatchObject({ ok: false, error: { code: 'folder-invalid' } });
  expect(await start(folder.path, 'nonsense:1')).toMatchObject({
    ok: false,
    error: { code: 'query-invalid' },
  });
  // The one before goes on.
  save(folder);
  expect(await done(rig, 1)).toMatchObject({
    results: [],
    reason: expect.stringMatching(/^No event is chosen\. Pin/),
  });
  await rm(folder.path, { recursive: true });
  const ended = await rig.told(
    (one) => one.type === 'replay-on-save.changed' && one.replayOnSave.state === 'off',
  );
  expect(ended).toMatchObject({ replayOnSave: { reason: expect.stringContaining('There is no folder') } });
  expect(replayOnSave.runNow()).toMatchObject({ ok: false, error: { code: 'conflict' } });
});
