import { Batch, Batches, BatchId, BatchRequest } from '@hooktap/protocol';
import * as z from 'zod';
import { json, refused } from './answer.ts';
import { outcomeAnswer } from './outcome-answer.ts';
import { problem } from './problems.ts';
import { type Route, route } from './route.ts';

const params = z.object({ id: BatchId });

export const batchRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/replays',
    summary: 'Replay many events, in the order of their arrival',
    body: BatchRequest,
    status: 202,
    answers: Batch,
    problems: ['body-invalid', 'query-invalid', 'target-invalid', 'conflict'],
    handle: async ({ batches }, { body }) => outcomeAnswer(await batches.start(body)),
  }),
  route({
    method: 'get',
    path: '/replays',
    summary: 'The newest batches of replays',
    answers: Batches,
    handle: ({ batches }) => json({ items: batches.list() }),
  }),
  route({
    method: 'get',
    path: '/replays/:id',
    summary: 'How far a batch is, and what came of it',
    params,
    answers: Batch,
    problems: ['not-found'],
    handle({ batches }, { params: { id } }) {
      const batch = batches.get(id);
      return batch ? json(batch) : refused(problem('not-found', `There is no batch ${id}.`));
    },
  }),
  route({
    method: 'delete',
    path: '/replays/:id',
    summary: 'Cancel a batch; what is under way ends as usual',
    params,
    answers: Batch,
    problems: ['not-found', 'conflict'],
    handle: async ({ batches }, { params: { id } }) => outcomeAnswer(await batches.cancel(id)),
  }),
  route({
    method: 'post',
    path: '/replays/:id/resume',
    summary: 'Go on with a batch where it was cancelled or stopped',
    params,
    status: 202,
    answers: Batch,
    problems: ['not-found', 'conflict'],
    handle: async ({ batches }, { params: { id } }) => outcomeAnswer(await batches.resume(id)),
  }),
];
