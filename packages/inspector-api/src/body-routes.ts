import type { BodyAddress, Inspection } from '@hooktap/core';
import { type Attempt, type BodyRef, DeliveryId, EventId } from '@hooktap/protocol';
import * as z from 'zod';
import { type Answer, refused } from './answer.ts';
import { decodeBody } from './decoded-body.ts';
import { problem } from './problems.ts';
import { type Route, route } from './route.ts';

const query = z.strictObject({
  /** `decoded`: without its Content-Encoding. */
  view: z.enum(['raw', 'decoded']).default('raw'),
});
type View = z.output<typeof query>['view'];
const attemptParams = z.object({ id: DeliveryId, n: z.string().regex(/^[1-9]\d{0,8}$/) });
const problems = ['not-found', 'query-invalid', 'range-unsatisfiable', 'body-undecodable'] as const;

export const bodyRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/events/:id/body',
    summary: 'The bytes of an event, single ranges served',
    params: z.object({ id: EventId }),
    query,
    answers: 'bytes',
    problems,
    async handle({ store }, { params: { id }, query: { view } }) {
      const event = await store.listItem(id);
      if (!event) return absent;
      return answerBody(store, { of: 'event', eventId: id }, event.body, view, id);
    },
  }),
  attemptBody('request'),
  attemptBody('response'),
];

function attemptBody(side: 'request' | 'response'): Route {
  return route({
    method: 'get',
    path: `/deliveries/:id/attempts/:n/${side}/body`,
    summary: `The bytes of an attempt's ${side}, single ranges served`,
    params: attemptParams,
    query,
    answers: 'bytes',
    problems,
    async handle({ store }, { params: { id, n }, query: { view } }) {
      const number = Number(n);
      const attempt = (await store.delivery(id))?.attempts.find((one) => one.number === number);
      const ref = attempt && bodyRef(attempt, side);
      if (!ref) return absent;
      const address = { of: 'attempt', deliveryId: id, number, side } as const;
      return answerBody(store, address, ref, view, `${id}-${n}-${side}`);
    },
  });
}

const absent: Answer = refused(problem('not-found', 'There is no such body.'));

function bodyRef({ request, outcome }: Attempt, side: 'request' | 'response'): BodyRef | undefined {
  if (side === 'request') return request.body;
  return outcome.kind === 'responded' ? outcome.body : outcome.partial?.body;
}

async function answerBody(
  store: Inspection['store'],
  address: BodyAddress,
  { contentEncoding }: BodyRef,
  view: View,
  name: string,
): Promise<Answer> {
  const bytes = await store.body(address);
  if (!bytes) return absent;
  const filename = `${name}.bin`;
  if (view === 'raw') return { kind: 'bytes', bytes, filename };
  const decoded = await decodeBody(bytes, contentEncoding);
  if ('undecodable' in decoded) return refused(problem('body-undecodable', decoded.undecodable));
  return { kind: 'bytes', bytes: decoded.bytes, filename };
}
