import { expect, it } from 'vitest';
import { Activity } from '../activity.ts';
import { freePort } from '../e2e/test-support/free-port.ts';
import { eventLine, type LineFacts } from '../event-line.ts';
import { plain } from '../paint.ts';
import { startStoryHandler } from './test-support/story-handler.ts';
import { openRig, type StoryRig } from './test-support/story-rig.ts';

/** What the terminal says of a rig's events. */
function linesOf({ hooktap, store }: StoryRig) {
  const lines: string[] = [];
  let tell = (): void => undefined;
  const line = (facts: LineFacts) => {
    lines.push(eventLine(facts, plain).replaceAll(/\s{2,}/g, '  '));
    tell();
  };
  const activity = new Activity(line, (id) => store.event(id));
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
