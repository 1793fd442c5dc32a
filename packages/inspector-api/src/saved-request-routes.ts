import {
  SavedRequest,
  SavedRequestId,
  SavedRequestRename,
  SavedRequestSelection,
  SavedRequestSent,
  SavedRequests,
  SaveRequest,
  SendSavedRequest,
} from '@hooktap/protocol';
import * as z from 'zod';
import { json, refused } from './answer.ts';
import { outcomeAnswer } from './outcome-answer.ts';
import { type ProblemCode, problem } from './problems.ts';
import { type Route, route } from './route.ts';

const params = z.object({ id: SavedRequestId });
const absent = (id: SavedRequestId) => refused(problem('not-found', `There is no saved request ${id}.`));
const saving: readonly ProblemCode[] = [
  'body-invalid',
  'body-incomplete',
  'body-too-large',
  'not-found',
  'target-invalid',
  'edit-invalid',
  'conflict',
];

export const savedRequestRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/saved-requests',
    summary: 'Whole requests under names, to be sent again',
    answers: SavedRequests,
    handle: async ({ savedRequests }) => json({ items: await savedRequests.list() }),
  }),
  route({
    method: 'post',
    path: '/saved-requests',
    summary: 'Keep what an event and an edit make, under a name',
    body: SaveRequest,
    status: 201,
    answers: SavedRequest,
    problems: saving,
    handle: async ({ savedRequests }, { body }) => outcomeAnswer(await savedRequests.save(body)),
  }),
  route({
    method: 'delete',
    path: '/saved-requests',
    summary: 'Delete saved requests; restorable for ten minutes',
    body: SavedRequestSelection,
    answers: SavedRequests,
    problems: ['body-invalid'],
    async handle({ savedRequests }, { body: { ids } }) {
      const outcome = await savedRequests.remove(ids);
      return outcome.ok ? json({ items: outcome.value }) : outcomeAnswer(outcome);
    },
  }),
  route({
    method: 'post',
    path: '/saved-requests/restore',
    summary: 'Bring deleted saved requests back',
    body: SavedRequestSelection,
    answers: SavedRequests,
    problems: ['body-invalid', 'conflict'],
    async handle({ savedRequests }, { body: { ids } }) {
      const outcome = await savedRequests.restore(ids);
      return outcome.ok ? json({ items: outcome.value }) : outcomeAnswer(outcome);
    },
  }),
  route({
    method: 'get',
    path: '/saved-requests/:id',
    summary: 'One saved request',
    params,
    answers: SavedRequest,
    problems: ['not-found'],
    async handle({ savedRequests }, { params: { id } }) {
      const found = await savedRequests.get(id);
      return found ? json(found) : absent(id);
    },
  }),
  route({
    method: 'put',
    path: '/saved-requests/:id',
    summary: 'Keep another request in its place',
    params,
    body: SaveRequest,
    answers: SavedRequest,
    problems: saving,
    handle: async ({ savedRequests }, { params: { id }, body }) =>
      outcomeAnswer(await savedRequests.replace(id, body)),
  }),
  route({
    method: 'patch',
    path: '/saved-requests/:id',
    summary: 'Give it another name',
    params,
    body: SavedRequestRename,
    answers: SavedRequest,
    problems: ['not-found', 'body-invalid', 'conflict'],
    handle: async ({ savedRequests }, { params: { id }, body: { name } }) =>
      outcomeAnswer(await savedRequests.rename(id, name)),
  }),
  route({
    method: 'get',
    path: '/saved-requests/:id/body',
    summary: 'Its bytes, single ranges served',
    params,
    // Saved bytes are as they will be sent: there is one view of them.
    query: z.strictObject({ view: z.literal('raw').default('raw') }),
    answers: 'bytes',
    problems: ['not-found', 'query-invalid', 'range-unsatisfiable'],
    async handle({ savedRequests }, { params: { id } }) {
      const bytes = await savedRequests.body(id);
      return bytes ? { kind: 'bytes', bytes, filename: `${id}.bin` } : absent(id);
    },
  }),
  route({
    method: 'post',
    path: '/saved-requests/:id/send',
    summary: 'Send it: a replay of its event, or of one made anew where that was deleted',
    params,
    body: SendSavedRequest,
    bodyOptional: true,
    status: 202,
    answers: SavedRequestSent,
    problems: [
      'not-found',
      'body-invalid',
      'blocked',
      'no-target',
      'target-invalid',
      'edit-invalid',
      'no-secret',
      'cannot-sign',
    ],
    handle: async ({ savedRequests }, { params: { id }, body }) =>
      outcomeAnswer(await savedRequests.send(id, body)),
  }),
];
