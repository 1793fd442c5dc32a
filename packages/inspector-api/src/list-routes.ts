import { noteOpened, openedEvents, readEventQuery, savedViews, saveViews } from '@hooktap/core';
import { Opened, OpenedRequest, SavedViews } from '@hooktap/protocol';
import { json, refused } from './answer.ts';
import { outcomeAnswer } from './outcome-answer.ts';
import { type Route, route } from './route.ts';
import { storeProblem } from './store-outcome.ts';

/** What a list remembers for its reader: what was opened, and searches by name. */
export const listRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/opened',
    summary: 'Which events were opened; all others are unread',
    answers: Opened,
    handle: ({ store }) => json(openedEvents(store)),
  }),
  route({
    method: 'post',
    path: '/opened',
    summary: 'Note that events were opened',
    body: OpenedRequest,
    answers: Opened,
    problems: ['body-invalid'],
    async handle(inspection, { body }) {
      const outcome = await noteOpened(inspection, body);
      return outcome.ok ? json(outcome.value) : refused(storeProblem(outcome.error));
    },
  }),
  route({
    method: 'get',
    path: '/views',
    summary: 'Searches with a name, in their order',
    answers: SavedViews,
    handle: ({ store }) => json(savedViews(store)),
  }),
  route({
    method: 'put',
    path: '/views',
    summary: 'Replace the searches with a name',
    body: SavedViews,
    answers: SavedViews,
    problems: ['body-invalid', 'query-invalid'],
    async handle({ store }, { body }) {
      for (const { q } of body.views) {
        const read = readEventQuery(q, Date.now(), store);
        if (!read.ok) return outcomeAnswer(read);
      }
      const outcome = await saveViews(store, body);
      return outcome.ok ? json(outcome.value) : refused(storeProblem(outcome.error));
    },
  }),
];
