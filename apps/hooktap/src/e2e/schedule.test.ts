import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answers, startStoryHandler } from '../stories/test-support/story-handler.ts';
import { runHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

const minute = 60_000;
/** Zavu's own: then it gives up. */
const waits = [minute, 5 * minute, 15 * minute, 60 * minute, 240 * minute];
/** `HOOKTAP_E2E_TIME_SCALE=1000` for the longer run, of twenty seconds. */
const timeScale = Number(process.env['HOOKTAP_E2E_TIME_SCALE'] ?? 10_000);

it('keeps to the schedule of Zavu, gives up after it, and is retried by a person', async () => {
  await using folder = await temporaryFolder();
  await using handler = await startStoryHandler(answers(...waits.map(() => 500), 500, 200));
  const endpoint = {
    name: 'zavu',
    path: '/zavu',
    provider: 'zavu',
    target: handler.url,
    reply: 'ack',
    retry: 'provider',
  };
  await writeFile(join(folder.path, 'hooktap.config.json'), JSON.stringify({ endpoints: [endpoint] }));
  await using hooktap = await startHooktap({
    folder: folder.path,
    flags: ['--time-scale', String(timeScale), '--quiet'],
  });
  expect((await send(hooktap.receiverPort, { target: '/zavu' })).statusCode).toBe(200);
  const id = await hooktap.captured('/zavu');
  const wholeMs = waits.reduce((sum, wait) => sum + wait, 0) / timeScale;
  await hooktap.output.first(
    'delivery.updated',
    ({ delivery }) => delivery.eventId === id && delivery.status === 'failed',
    30_000 + wholeMs,
  );
  const failed = await hooktap.settled(id);
  expect(failed.deliveries).toMatchObject([{ status: 'failed' }]);
  const attempts = failed.deliveries[0]?.attempts ?? [];
  expect(attempts.map(({ cause }) => cause)).toEqual(['first', ...waits.map(() => 'scheduled')]);
  for (const [index, wait] of waits.entries()) {
    const [before, next] = [handler.calls[index], handler.calls[index + 1]];
    expect((next?.at ?? 0) - (before?.at ?? 0)).toBeGreaterThanOrEqual(wait / timeScale - 1);
  }

  const retried = await runHooktap(folder.path, ['retry', '--q', 'status:failed']);
  expect(retried).toMatchObject({ code: 0, stderr: '1 of 1 succeeded.\n' });
  expect(retried.stdout).toMatch(/^dlv_\w{26} {2}succeeded +200 at try 7 → /);
  expect(handler.calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(new Set(handler.calls.map(({ deliveryId }) => deliveryId)).size).toBe(1);
});
