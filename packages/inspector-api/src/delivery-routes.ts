import { type ComparedAttempt, compareAttempts } from '@hooktap/core';
import {
  AttemptComparison,
  type AttemptMade,
  attemptsInTime,
  BreakpointAnswer,
  BreakpointRelease,
  DeliveryChanged,
  DeliveryDetail,
  DeliveryId,
  DeliveryPage,
  DeliveryPageQuery,
  DeliverySelection,
  DeliverySelectionResult,
  earlierAttempts,
} from '@hooktap/protocol';
import * as z from 'zod';
import { type Answer, json, refused } from './answer.ts';
import { readDeliveryPage } from './delivery-page.ts';
import { outcomeAnswer } from './outcome-answer.ts';
import { problem } from './problems.ts';
import { type Route, route } from './route.ts';

const params = z.object({ id: DeliveryId });
const noDelivery = (id: DeliveryId): Answer => refused(problem('not-found', `There is no delivery ${id}.`));

export const deliveryRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/deliveries',
    summary: 'A page of the delivery log, newest first, with totals by status',
    query: DeliveryPageQuery,
    answers: DeliveryPage,
    problems: ['query-invalid', 'cursor-invalid'],
    async handle({ store }, { query }) {
      const outcome = await readDeliveryPage(store, query);
      return 'page' in outcome ? json(outcome.page) : refused(outcome.problem);
    },
  }),
  route({
    method: 'get',
    path: '/deliveries/:id',
    summary: 'One delivery with its attempts and its event',
    params,
    answers: DeliveryDetail,
    problems: ['not-found'],
    async handle({ store }, { params: { id } }) {
      const delivery = await store.delivery(id);
      const event = delivery && (await store.listItem(delivery.eventId));
      return delivery && event ? json({ ...delivery, event }) : noDelivery(id);
    },
  }),
  ...(['retry', 'cancel'] as const).map((verb) =>
    route({
      method: 'post',
      path: `/deliveries/${verb}`,
      summary: verb === 'retry' ? 'One more attempt of each that is selected' : 'End each that is selected',
      body: DeliverySelection,
      answers: DeliverySelectionResult,
      problems: ['body-invalid', 'query-invalid'],
      handle: async ({ deliveries }, { body }) => outcomeAnswer(await deliveries.each(verb, body)),
    }),
  ),
  ...(['retry', 'cancel'] as const).map((verb) =>
    route({
      method: 'post',
      path: `/deliveries/:id/${verb}`,
      summary: verb === 'retry' ? 'One more attempt, now' : 'End what is open of it',
      params,
      status: verb === 'retry' ? 202 : 200,
      answers: DeliveryChanged,
      problems: ['not-found', 'conflict', 'target-invalid'],
      handle: async ({ deliveries }, { params: { id } }) => outcomeAnswer(await deliveries[verb](id)),
    }),
  ),
  route({
    method: 'get',
    path: '/deliveries/:id/attempts/:n/compare',
    summary: "An attempt's response beside that of an earlier one to the same target",
    params: z.object({ id: DeliveryId, n: z.string().regex(/^[1-9]\d{0,8}$/) }),
    query: z.strictObject({ with: z.enum(['previous', 'first']).default('previous') }),
    answers: AttemptComparison,
    problems: ['not-found', 'query-invalid'],
    async handle({ store }, { params: { id, n }, query }) {
      const delivery = await store.delivery(id);
      const event = delivery && (await store.event(delivery.eventId));
      if (!event) return noDelivery(id);
      const all = attemptsInTime(event.deliveries);
      const place = all.findIndex((one) => one.delivery.id === id && one.attempt.number === Number(n));
      const after = all[place];
      if (!after) return refused(problem('not-found', `${id} has no attempt ${n}.`));
      const earlier = earlierAttempts(all.slice(0, place), after.delivery);
      const before = earlier.at(query.with === 'first' ? 0 : -1);
      return json(compareAttempts(before ? compared(before) : null, compared(after)));
    },
  }),
  route({
    method: 'post',
    path: '/breakpoints/:id/release',
    summary: 'Let a held delivery go, as it was or edited',
    params,
    body: BreakpointRelease,
    bodyOptional: true,
    status: 202,
    answers: DeliveryChanged,
    problems: ['not-found', 'body-invalid', 'edit-invalid', 'conflict'],
    handle: async ({ deliveries }, { params: { id }, body }) =>
      outcomeAnswer(await deliveries.release(id, body)),
  }),
  route({
    method: 'post',
    path: '/breakpoints/:id/answer',
    summary: 'Answer the waiting sender by hand',
    params,
    body: BreakpointAnswer,
    answers: DeliveryChanged,
    problems: ['not-found', 'body-invalid', 'edit-invalid', 'conflict'],
    handle: async ({ deliveries }, { params: { id }, body }) =>
      outcomeAnswer(await deliveries.answer(id, body)),
  }),
];

const compared = ({ delivery, attempt }: AttemptMade): ComparedAttempt => ({
  deliveryId: delivery.id,
  attempt,
});
