import { Event, ExpectedAnswerOfEvent, Problem, ReplayOnSave } from '@hooktap/protocol';
import { expect, it } from 'vitest';
import { type InspectorRig, openRig } from './test-support/inspector-rig.ts';

const ask = (rig: InspectorRig, method: string, path: string, body?: unknown) =>
  rig.ask(path, {
    method,
    ...(body !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
const problemOf = async (response: Response) => {
  const { status, code } = Problem.parse(await response.json());
  return [status, code];
};

it('nothing is watched at first, and what cannot be is refused', async () => {
  await using rig = await openRig();
  const path = '/api/replay-on-save';
  expect(ReplayOnSave.parse(await (await rig.ask(path)).json())).toEqual({ state: 'off', run: null });
  expect(await problemOf(await ask(rig, 'PUT', path, {}))).toEqual([400, 'body-invalid']);
  expect(await problemOf(await ask(rig, 'PUT', path, { folder: '/x', q: 'no:1' }))).toEqual([
    400,
    'query-invalid',
  ]);
  // This Hooktap has no file system.
  expect(await problemOf(await ask(rig, 'PUT', path, { folder: '/x' }))).toEqual([400, 'folder-invalid']);
  expect(await problemOf(await ask(rig, 'PUT', path, { folder: '/x', settle: '31s' }))).toEqual([
    400,
    'folder-invalid',
  ]);
  expect(await problemOf(await ask(rig, 'POST', `${path}/run`))).toEqual([409, 'conflict']);
  expect((await ask(rig, 'DELETE', path)).status).toBe(200);
});

it('an event is expected to succeed until an attempt with an answer is marked', async () => {
  await using rig = await openRig({ target: 'http://127.0.0.1:1' });
  const settled = new Promise<void>((resolve) => {
    rig.inspection.publisher.subscribe(({ type }) => type === 'attempt.settled' && resolve());
  });
  const id = await rig.capture();
  await settled;
  const path = `/api/events/${id}/expected-answer`;
  const success = { eventId: id, expected: { kind: 'success' } };
  expect(ExpectedAnswerOfEvent.parse(await (await rig.ask(path)).json())).toEqual(success);
  const { deliveries } = Event.parse(await (await rig.ask(`/api/events/${id}`)).json());
  const mark = { deliveryId: deliveries[0]?.id, attempt: 1 };
  // Nobody answered.
  expect(await problemOf(await ask(rig, 'PUT', path, mark))).toEqual([409, 'conflict']);
  expect(await problemOf(await ask(rig, 'PUT', path, { ...mark, attempt: 7 }))).toEqual([404, 'not-found']);
  expect(ExpectedAnswerOfEvent.parse(await (await ask(rig, 'DELETE', path)).json())).toEqual(success);
});
