import {
  EventId,
  EventVerification,
  ProviderDetail,
  Providers,
  SamplePreview,
  SamplePreviewQuery,
  Thread,
  Threads,
  ThreadsQuery,
  Triggered,
  TriggerRequest,
} from '@hooktap/protocol';
import * as z from 'zod';
import { json, refused } from './answer.ts';
import { outcomeAnswer } from './outcome-answer.ts';
import { problem } from './problems.ts';
import { type Route, route } from './route.ts';

const ofEvent = z.object({ id: EventId });
const noEvent = (id: EventId) => refused(problem('not-found', `There is no event ${id}.`));

export const providerRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/providers',
    summary: 'Providers that are known',
    answers: Providers,
    handle: async ({ providers }) => json({ items: await providers.list() }),
  }),
  route({
    method: 'get',
    path: '/providers/:name',
    summary: 'All that is known of one provider, each fact with how well',
    params: z.object({ name: z.string().max(100) }),
    answers: ProviderDetail,
    problems: ['not-found'],
    async handle({ providers }, { params: { name } }) {
      const detail = await providers.get(name);
      return detail ? json(detail) : refused(problem('not-found', `There is no provider '${name}'.`));
    },
  }),
  route({
    method: 'get',
    path: '/providers/:name/samples/:sample',
    summary: 'A sample as it would be sent, unsigned',
    params: z.object({ name: z.string().max(100), sample: z.string().max(200) }),
    query: SamplePreviewQuery,
    answers: SamplePreview,
    problems: ['not-found'],
    async handle({ providers }, { params: { name, sample }, query: { seed } }) {
      const made = await providers.sample(name, sample, seed);
      return made.ok ? json(made.value) : refused(problem('not-found', made.message));
    },
  }),
  route({
    method: 'get',
    path: '/events/:id/verification',
    summary: 'The signature of an event step by step, and why it fails here or at the handler',
    params: ofEvent,
    answers: EventVerification,
    problems: ['not-found'],
    async handle({ providers }, { params: { id } }) {
      const verification = await providers.verification(id);
      return verification ? json(verification) : noEvent(id);
    },
  }),
  route({
    method: 'post',
    path: '/trigger',
    summary:
      'Send samples as a provider would; answered once all were sent. Ends when nobody waits for the answer',
    body: TriggerRequest,
    answers: Triggered,
    problems: ['body-invalid', 'trigger-invalid', 'target-invalid', 'cannot-sign', 'no-receiver'],
    handle: async ({ providers }, { body, signal }) => outcomeAnswer(await providers.trigger(body, signal)),
  }),
  route({
    method: 'get',
    path: '/events/:id/thread',
    summary: 'The events that concern the same message or conversation',
    params: ofEvent,
    answers: Thread,
    problems: ['not-found'],
    async handle({ providers }, { params: { id } }) {
      const thread = await providers.thread(id);
      return thread ? json(thread) : noEvent(id);
    },
  }),
  route({
    method: 'get',
    path: '/threads',
    summary: 'Messages and conversations among the newest events that a query finds',
    query: ThreadsQuery,
    answers: Threads,
    problems: ['query-invalid'],
    handle: async ({ providers }, { query }) => outcomeAnswer(await providers.threads(query)),
  }),
];
