import {
  Annotation,
  Event,
  EventId,
  EventListItem,
  EventPage,
  EventPageQuery,
  EventSelection,
  EventSelectionResult,
  ReplayAccepted,
  ReplayRequest,
  RestoreSelection,
} from '@hooktap/protocol';
import * as z from 'zod';
import { json, refused } from './answer.ts';
import { readEventPage } from './event-page.ts';
import { outcomeAnswer } from './outcome-answer.ts';
import { problem } from './problems.ts';
import { type Route, route } from './route.ts';
import { storeProblem } from './store-outcome.ts';

const params = z.object({ id: EventId });
const noEvent = (id: EventId) => refused(problem('not-found', `There is no event ${id}.`));

export const eventRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/events',
    summary: 'A page of events, newest first',
    query: EventPageQuery,
    answers: EventPage,
    problems: ['query-invalid', 'cursor-invalid', 'not-found'],
    walks: true,
    async handle({ store }, { query, signal }) {
      const outcome = await readEventPage(store, query, signal);
      return 'page' in outcome ? json(outcome.page) : refused(outcome.problem);
    },
  }),
  route({
    method: 'get',
    path: '/events/:id',
    summary: 'One event with its deliveries and their attempts',
    params,
    answers: Event,
    problems: ['not-found'],
    async handle({ store }, { params: { id } }) {
      const event = await store.event(id);
      return event ? json(event) : noEvent(id);
    },
  }),
  route({
    method: 'patch',
    path: '/events/:id',
    summary: 'Pin, note and tags of an event',
    params,
    body: Annotation,
    answers: EventListItem,
    problems: ['not-found', 'body-invalid'],
    async handle(inspection, { params: { id }, body }) {
      const outcome = await inspection.annotate(id, body);
      if (!outcome.ok) return refused(storeProblem(outcome.error));
      return outcome.value ? json(outcome.value) : noEvent(id);
    },
  }),
  route({
    method: 'post',
    path: '/events/delete',
    summary: 'Hide events; restorable for ten minutes, then erased',
    body: EventSelection,
    answers: EventSelectionResult,
    problems: ['body-invalid', 'query-invalid'],
    async handle(inspection, { body }) {
      return outcomeAnswer(await inspection.remove(body));
    },
  }),
  route({
    method: 'post',
    path: '/events/restore',
    summary: 'Bring hidden events back',
    body: RestoreSelection,
    answers: EventSelectionResult,
    problems: ['body-invalid', 'query-invalid'],
    async handle(inspection, { body }) {
      return outcomeAnswer(await inspection.restore(body));
    },
  }),
  route({
    method: 'post',
    path: '/events/:id/replay',
    summary: 'Begin a new delivery of a stored event, as it was, edited, or signed anew',
    params,
    body: ReplayRequest,
    bodyOptional: true,
    status: 202,
    answers: ReplayAccepted,
    problems: [
      'not-found',
      'body-invalid',
      'body-incomplete',
      'blocked',
      'no-target',
      'target-invalid',
      'edit-invalid',
      'no-secret',
      'cannot-sign',
    ],
    async handle(inspection, { params: { id }, body }) {
      return outcomeAnswer(await inspection.replay(id, body));
    },
  }),
];
