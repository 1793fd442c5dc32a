import type { Event, EventId } from '@hooktap/protocol';
import { freePort, startHttpHandler } from '@hooktap/testing';
import { expect, it } from 'vitest';
import { runHooktap, startHooktap } from './test-support/hooktap-process.ts';
import { send } from './test-support/sending.ts';
import { temporaryFolder } from './test-support/temporary-folder.ts';

const outcomes = (event: Event) =>
  event.deliveries.map(({ cause, status, attempts }) => [
    cause,
    status,
    ...attempts.map(({ outcome }) => (outcome.kind === 'failed' ? outcome.failure : outcome.statusCode)),
  ]);

const bothAttempts = [
  ['arrival', 'failed', 'connection-refused'],
  ['replay', 'succeeded', 200],
];

async function shown(folder: string, id: EventId): Promise<Event> {
  const { code, stdout, stderr } = await runHooktap(folder, ['show', id, '--json']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Event;
}

it('keeps what came while the handler was down, and replays it once it is up', async () => {
  await using folder = await temporaryFolder();
  const port = await freePort();
  const options = { folder: folder.path, target: `http://127.0.0.1:${port}` };
  let id: EventId;
  {
    await using hooktap = await startHooktap(options);
    const answer = await send(hooktap.receiverPort, { target: '/orders', body: '{"order":"B-1107"}' });
    expect(answer.statusCode).toBe(502);
    expect(answer.head).toMatch(/^content-type: application\/problem\+json/im);
    id = await hooktap.captured('/orders');
    const failed = await hooktap.settled(id);
    expect(failed.delivery).toMatchObject({ status: 'failed', lastFailure: 'connection-refused' });
    expect(failed.reply).toMatchObject({ statusCode: 502, source: 'unreachable' });

    const bodies: string[] = [];
    await using _handler = await startHttpHandler(
      async (request, response) => {
        bodies.push(Buffer.concat(await request.toArray()).toString());
        response.end('done');
      },
      { port },
    );
    expect(await hooktap.replayed(id)).toMatchObject({ status: 'succeeded', cause: 'replay' });
    expect(bodies).toEqual(['{"order":"B-1107"}']);
    expect(outcomes(await hooktap.client.event(id))).toEqual(bothAttempts);
    expect(outcomes(await shown(folder.path, id))).toEqual(bothAttempts);
    const { stdout } = await runHooktap(folder.path, ['show', id]);
    expect(stdout).toContain('connection-refused');
    expect(stdout).toContain('answered 200');
    await hooktap.stop();
  }
  expect(outcomes(await shown(folder.path, id))).toEqual(bothAttempts);
  await using again = await startHooktap(options);
  expect(outcomes(await again.client.event(id))).toEqual(bothAttempts);
});
