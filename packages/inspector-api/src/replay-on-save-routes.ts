import {
  EventId,
  ExpectAnswerRequest,
  ExpectedAnswerOfEvent,
  ReplayOnSave,
  ReplayOnSaveRequest,
} from '@hooktap/protocol';
import * as z from 'zod';
import { json } from './answer.ts';
import { outcomeAnswer } from './outcome-answer.ts';
import { type Route, route } from './route.ts';

const params = z.object({ id: EventId });
const path = '/replay-on-save';

export const replayOnSaveRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    summary: 'Which folder is watched, and what came of the last run',
    answers: ReplayOnSave,
    handle: ({ replayOnSave }) => json(replayOnSave.state()),
  }),
  route({
    method: 'put',
    path,
    summary: 'Watch a folder, and replay the chosen events whenever a file below it changes',
    body: ReplayOnSaveRequest,
    answers: ReplayOnSave,
    problems: ['body-invalid', 'folder-invalid', 'query-invalid'],
    handle: async ({ replayOnSave }, { body }) => outcomeAnswer(await replayOnSave.start(body)),
  }),
  route({
    method: 'delete',
    path,
    summary: 'Watch no folder any more',
    answers: ReplayOnSave,
    handle: async ({ replayOnSave }) => json(await replayOnSave.stop()),
  }),
  route({
    method: 'post',
    path: `${path}/run`,
    summary: 'Replay the chosen events now, as after a change',
    status: 202,
    answers: ReplayOnSave,
    problems: ['conflict'],
    handle: ({ replayOnSave }) => outcomeAnswer(replayOnSave.runNow()),
  }),
  route({
    method: 'get',
    path: '/events/:id/expected-answer',
    summary: 'What an event is expected to be answered with: a success, or as a marked attempt was',
    params,
    answers: ExpectedAnswerOfEvent,
    handle: async ({ replayOnSave }, { params: { id } }) => json(await replayOnSave.expected(id)),
  }),
  route({
    method: 'put',
    path: '/events/:id/expected-answer',
    summary: 'Expect the answer of this attempt from now on',
    params,
    body: ExpectAnswerRequest,
    answers: ExpectedAnswerOfEvent,
    problems: ['body-invalid', 'not-found', 'conflict'],
    handle: async ({ replayOnSave }, { params: { id }, body }) =>
      outcomeAnswer(await replayOnSave.expect(id, body)),
  }),
  route({
    method: 'delete',
    path: '/events/:id/expected-answer',
    summary: 'Expect a success again',
    params,
    answers: ExpectedAnswerOfEvent,
    handle: async ({ replayOnSave }, { params: { id } }) =>
      outcomeAnswer(await replayOnSave.expectSuccess(id)),
  }),
];
