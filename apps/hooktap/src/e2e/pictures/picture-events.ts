import type { Annotation, EventId } from '@hooktap/protocol';
import { loadCatalog } from '../../provider-catalog.ts';
import { arrive, arriveSample, arriveScenario } from './arrivals.ts';
import { sendHalf, sendOddRequests, sendTooMuch } from './odd-requests.ts';
import { arrivingEndpoints, secrets, shownEndpoints } from './picture-endpoints.ts';
import type { PictureHooktap } from './picture-hooktap.ts';
import { ok, type Scene } from './scripted-handler.ts';

const refused = {
  kind: 'fails',
  failure: 'connection-refused',
  message: 'Nothing listens on localhost:3000. Start your handler, then replay the event.',
  tookMs: 0.6,
} as const;
const timedOut: Scene = {
  kind: 'fails',
  failure: 'timeout',
  message: 'Your handler did not answer within 30 s.',
  tookMs: 30_000,
};
const failed = (body: string, tookMs: number, statusCode = 500): Scene => ({
  kind: 'answers',
  statusCode,
  body,
  tookMs,
  contentType: 'text/plain',
});
const took = (tookMs: number): Scene => ({ ...ok, kind: 'answers', statusCode: 200, tookMs });

export type PictureEvents = Awaited<ReturnType<typeof sendPictureEvents>>;

/** A day at the bakery: the same events, attempts and times in every run, the oldest first. */
export async function sendPictureEvents(rig: PictureHooktap) {
  const catalog = await loadCatalog();
  rig.configure(arrivingEndpoints);
  const truncated = await sendTooMuch(rig);
  const aborted = await sendHalf(rig);
  const odd = await sendOddRequests(rig);
  const zavu = { provider: 'zavu', path: '/webhooks/zavu', secret: secrets.zavu };
  const zapi = { provider: 'zapi', path: '/webhooks/zapi' };
  // No emoji: each system draws its own.
  const asks = [['text.message', 'Oi, meu pedido já saiu?']] as const;
  const stripe = { provider: 'stripe', path: '/webhooks/stripe', secret: secrets.stripe };

  const blocked = await arrive(rig, { ago: 5400, path: '/.env', method: 'GET' });
  const manyAttempts = await arrive(rig, {
    ago: 4000,
    path: '/hooks/crm',
    headers: [['Content-Type', 'application/json']],
    body: '{"kind":"contact","name":"Bruno Lima"}',
    scenes: [failed('busy', 18.4, 503)],
  });
  for (let nth = 1; nth <= 11; nth++)
    await replay(rig, manyAttempts, 3900 - nth * 60, failed('busy', 18.4, 503));
  await arriveSample(rig, catalog, {
    ...stripe,
    name: 'payment_intent.succeeded',
    seed: 8,
    ago: 1300,
    scenes: [took(44)],
  });
  const timeout = await arriveSample(rig, catalog, {
    ...zapi,
    name: 'ReceivedCallback',
    set: asks,
    ago: 1260,
    seed: 3,
    scenes: [timedOut],
  });
  const paid = await arriveSample(rig, catalog, {
    ...stripe,
    name: 'invoice.paid',
    ago: 900,
    scenes: [took(51.8)],
  });
  const inZapi = await arriveScenario(rig, catalog, {
    ...zapi,
    name: 'conversation',
    set: asks,
    seed: 11,
    agos: [800, 790, 780, 776, 770, 700],
  });
  const retrying = await arriveSample(rig, catalog, {
    ...zavu,
    name: 'message.inbound',
    ago: 459,
    set: [['data.text', 'Is my order shipped?']],
    scenes: [
      { ...refused, restMs: 60_000 },
      { ...refused, restMs: 300_000 },
      failed("TypeError: Cannot read properties of null (reading 'id')", 84.2),
    ],
    done: ({ deliveries }) => deliveries[0]?.attempts.length === 3,
  });
  const refusedEvent = await arriveSample(rig, catalog, {
    ...zapi,
    name: 'ReceivedCallback:image',
    ago: 420,
    seed: 5,
    scenes: [refused],
  });
  const inZavu = await arriveScenario(rig, catalog, {
    ...zavu,
    name: 'conversation',
    set: [['data.text', 'Can I change the address?']],
    seed: 21,
    agos: [330, 328, 310, 308, 300, 240],
  });
  const twoAttempts = await arriveSample(rig, catalog, {
    ...zapi,
    name: 'ReceivedCallback',
    set: asks,
    ago: 200,
    seed: 9,
    scenes: [failed('{"error":"no such order","order":"B-1107"}', 22.7)],
  });
  await replay(rig, twoAttempts, 150, took(31));
  const repeated = await arriveSample(rig, catalog, {
    ...stripe,
    name: 'charge.refunded',
    ago: 140,
    seed: 31,
  });
  const duplicate = await arriveSample(rig, catalog, {
    ...stripe,
    name: 'charge.refunded',
    ago: 138,
    seed: 31,
  });
  const wrongSecret = await arriveSample(rig, catalog, {
    ...stripe,
    secret: secrets.connect,
    name: 'invoice.paid',
    ago: 44,
    seed: 41,
    scenes: [failed('{"error":"bad signature"}', 3.9, 401)],
  });
  // Those that no picture opens stay unread.
  await rig.client.noteOpened({ upTo: rig.hooktap.inspection.store.currentSeq() });
  await arriveSample(rig, catalog, {
    ...stripe,
    name: 'invoice.paid',
    ago: 43,
    seed: 43,
    scenes: [took(46.3)],
  });
  await arriveSample(rig, catalog, {
    ...zapi,
    name: 'MessageStatusCallback',
    ago: 5,
    seed: 44,
    scenes: [took(8.1)],
  });
  await arriveSample(rig, catalog, {
    ...zavu,
    name: 'message.delivered',
    ago: 3,
    seed: 45,
    scenes: [took(12.4)],
  });
  rig.configure(shownEndpoints);
  await mark(rig, paid, {
    pinned: true,
    note: 'Ask Ana whether the tax is in it.',
    tags: ['tax', 'ask-ana'],
  });
  await mark(rig, twoAttempts, { pinned: true });
  rig.before(0);
  return {
    ...odd,
    ...{ truncated, aborted, blocked, manyAttempts, timeout, paid, retrying, duplicate, repeated },
    ...{ refused: refusedEvent, twoAttempts, wrongSecret },
    thread: inZapi.at(-1) ?? paid,
    message: inZavu[1] ?? paid,
  };
}

/** A replay that a person asked for so many seconds before the pictures. */
async function replay(rig: PictureHooktap, id: EventId, ago: number, scene: Scene): Promise<void> {
  rig.before(ago);
  rig.expect(scene);
  const begun = await rig.hooktap.inspection.replay(id, {});
  if (!begun.ok) throw begun.error;
  const { delivery } = begun.value;
  await rig.event(id, ({ deliveries }) =>
    deliveries.some((one) => one.id === delivery.id && one.attempts.length === 1),
  );
}

async function mark(rig: PictureHooktap, id: EventId, marks: Annotation): Promise<void> {
  const marked = await rig.hooktap.inspection.annotate(id, marks);
  if (!marked.ok) throw marked.error;
}
