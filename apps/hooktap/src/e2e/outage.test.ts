import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { startStoryHandler } from '../stories/test-support/story-handler.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

const everyMs = 20;
/** `HOOKTAP_E2E_OUTAGE_S=30` for the longer run. */
const downMs = 1_000 * Number(process.env['HOOKTAP_E2E_OUTAGE_S'] ?? 3);
const goesDownAt = 150;
const comesBackAt = goesDownAt + downMs / everyMs;
const total = comesBackAt + 200;
const target = (number: number) => `/hook/${number}`;

it('delivers all that came at 50 a second while the handler was down, in order and once', {
  timeout: 90_000 + 3 * downMs,
}, async ({ annotate }) => {
  await using folder = await temporaryFolder();
  const port = await freePort();
  const before = await startStoryHandler(undefined, port);
  await using hooktap = await startHooktap({
    folder: folder.path,
    target: String(port),
    flags: ['--hold', '--quiet'],
  });
  const begun = performance.now();
  const answers: Promise<number>[] = [];
  const sendTo = async (end: number, mayGoOn: () => Promise<unknown> = async () => undefined) => {
    while (answers.length < end) {
      await pause(begun + answers.length * everyMs - performance.now());
      await mayGoOn();
      answers.push(
        send(hooktap.receiverPort, { target: target(answers.length) }).then((got) => got.statusCode),
      );
    }
  };

  await sendTo(goesDownAt);
  // What is under way when a handler goes down may come twice, which is another story.
  await Promise.all(answers);
  await before.close();
  await sendTo(comesBackAt);
  await Promise.all(answers);
  await using after = await startStoryHandler(undefined, port);
  const back = Date.now();
  // The line grows shorter: where it does not, more than one is let go at a time.
  const held = comesBackAt - goesDownAt;
  await sendTo(total, () => {
    const since = answers.length - comesBackAt;
    return after.called(Math.min(2 * since, held + since));
  });
  expect(await Promise.all(answers)).toEqual(Array(total).fill(200));
  await after.called(total - goesDownAt);

  const seen = [...before.targets(), ...after.targets()];
  expect(seen.toSorted()).toEqual(Array.from({ length: total }, (_, number) => target(number)).toSorted());
  const arrived = hooktap.output.of('event.captured').map(({ event }) => event.requestTarget);
  expect(after.targets().slice(0, held)).toEqual(arrived.slice(goesDownAt, comesBackAt));
  const caughtUp = after.calls[held - 1]?.at ?? Number.NaN;
  await annotate(`all that was held was delivered within ${caughtUp - back} ms of the handler's return`);
});
