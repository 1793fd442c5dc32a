import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AttemptComparison, type Delivery, type DeliveryId, Event, type EventId } from '@hooktap/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type InspectorRig, openRig } from './test-support/inspector-rig.ts';
import { settled } from './test-support/settled.ts';

/** Each a target of its own, answering with its status code. */
const handlers = [500, 200, 202].map((statusCode) =>
  createServer((request, response) => {
    request.resume();
    response.writeHead(statusCode).end();
  }),
);
let [failing, taking, elsewhere] = ['', '', ''];
let rig: InspectorRig;

beforeEach(async () => {
  [failing = '', taking = '', elsewhere = ''] = await Promise.all(
    handlers.map(async (handler) => {
      await new Promise<void>((resolve) => handler.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(handler.address() as AddressInfo).port}`;
    }),
  );
});
afterEach(async () => {
  await rig[Symbol.asyncDispose]();
  for (const handler of handlers) {
    handler.closeAllConnections();
    await new Promise((resolve) => handler.close(resolve));
  }
});

const captured = async (targets: readonly string[]): Promise<EventId> => {
  rig = await openRig({ targets });
  return settled(rig, targets.length, () => rig.capture());
};
const newestTo = async (id: EventId, target: string) => {
  const { deliveries } = Event.parse(await (await rig.ask(`/api/events/${id}`)).json());
  return (deliveries.findLast((one) => one.target === target) as Delivery).id;
};
const retry = (id: DeliveryId) =>
  settled(rig, 1, () => rig.ask(`/api/deliveries/${id}/retry`, { method: 'POST' }));
const replay = (id: EventId, target: string) =>
  settled(rig, 1, () =>
    rig.ask(`/api/events/${id}/replay`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ target }),
    }),
  );
const compared = async (id: DeliveryId, number: number, earlier = 'previous') => {
  const answer = await rig.ask(`/api/deliveries/${id}/attempts/${number}/compare?with=${earlier}`);
  return AttemptComparison.parse(await answer.json());
};

it('an attempt is compared with those to its own target', async () => {
  const id = await captured([failing, taking]);
  const [toFailing, toTaking] = [await newestTo(id, failing), await newestTo(id, taking)];
  await retry(toFailing);
  await retry(toFailing);
  expect(await compared(toFailing, 2)).toMatchObject({
    before: { deliveryId: toFailing, number: 1 },
    status: { before: '500', after: '500' },
  });
  expect((await compared(toFailing, 3)).before).toEqual({ deliveryId: toFailing, number: 2 });
  expect((await compared(toFailing, 3, 'first')).before).toEqual({ deliveryId: toFailing, number: 1 });
  for (const earlier of ['previous', 'first']) {
    expect(await compared(toTaking, 1, earlier)).toMatchObject({ before: null, status: { before: 'none' } });
    expect((await compared(toFailing, 1, earlier)).before).toBeNull();
  }
  await replay(id, taking);
  expect((await compared(await newestTo(id, taking), 1)).before).toEqual({ deliveryId: toTaking, number: 1 });
});

it('a replay to a target of its own is compared with the newest before it', async () => {
  const id = await captured([failing]);
  const arrival = await newestTo(id, failing);
  await retry(arrival);
  await replay(id, elsewhere);
  const moved = await newestTo(id, elsewhere);
  expect(await compared(moved, 1)).toMatchObject({
    before: { deliveryId: arrival, number: 2 },
    status: { before: '500', after: '202' },
  });
  expect((await compared(moved, 1, 'first')).before).toEqual({ deliveryId: arrival, number: 1 });
  await replay(id, elsewhere);
  expect((await compared(await newestTo(id, elsewhere), 1)).before).toEqual({ deliveryId: moved, number: 1 });
});
