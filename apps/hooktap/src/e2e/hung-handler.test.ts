import { expect, it } from 'vitest';
import { neverAnswers, startStoryHandler } from '../stories/test-support/story-handler.ts';
import { startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

it('ten calls that hang keep nobody else waiting, and end as timeouts', async ({ annotate }) => {
  await using folder = await temporaryFolder();
  await using hanging = await startStoryHandler(neverAnswers);
  await using quick = await startStoryHandler();
  await using hooktap = await startHooktap({
    folder: folder.path,
    flags: [`/hanging=${hanging.port}`, `/quick=${quick.port}`, '--timeout', '8s', '--quiet'],
  });
  let ended = 0;
  const stuck = Array.from({ length: 10 }, async (_, number) => {
    const got = await send(hooktap.receiverPort, { target: `/hanging/${number}` });
    ended += 1;
    return got;
  });
  await hanging.called(10);

  const since = performance.now();
  expect((await send(hooktap.receiverPort, { target: '/quick/11' })).statusCode).toBe(200);
  await annotate(`the eleventh took ${Math.round(performance.now() - since)} ms`);
  expect(ended).toBe(0);

  expect((await Promise.all(stuck)).map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(504));
  for (let number = 0; number < 10; number += 1) {
    const event = await hooktap.settled(await hooktap.captured(`/hanging/${number}`));
    expect(event.delivery).toMatchObject({ status: 'failed', attempts: 1, lastFailure: 'timeout' });
    expect(event.reply).toMatchObject({ statusCode: 504, source: 'timeout' });
  }
});
