import type { Inspection } from '@hooktap/core';
import type { Drift } from '@hooktap/drift';
import {
  DriftFields,
  DriftQuery,
  DriftTypes,
  EventDrift,
  EventId,
  ShapeQuery,
  ShapeText,
} from '@hooktap/protocol';
import * as z from 'zod';
import { json, refused } from './answer.ts';
import { problem } from './problems.ts';
import { type Route, route } from './route.ts';

/** What each instance has learnt; made when it is first asked for. */
const opened = new WeakMap<Inspection, Promise<Drift>>();

function driftOf(inspection: Inspection): Promise<Drift> {
  const drift = opened.get(inspection) ?? openDrift(inspection);
  opened.set(inspection, drift);
  return drift;
}

async function openDrift({ store, publisher, providers }: Inspection): Promise<Drift> {
  const { Drift } = await import('@hooktap/drift');
  return new Drift({ store, publisher, providers, now: Date.now });
}

const kindOf = ({ provider, type }: DriftQuery) => ({
  provider: provider ?? null,
  eventType: type ?? null,
});
const noEvents = () => refused(problem('not-found', 'No event of this provider and type was captured.'));

/** The fields of event types. */
export const driftRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/drift',
    summary: 'Event types, and how many of their fields are new, missing or of another type than before',
    query: z.strictObject({}),
    answers: DriftTypes,
    problems: ['query-invalid'],
    handle: async (inspection) => json(await (await driftOf(inspection)).types()),
  }),
  route({
    method: 'get',
    path: '/drift/fields',
    summary: 'The fields ever seen in JSON bodies of one event type',
    query: DriftQuery,
    answers: DriftFields,
    problems: ['query-invalid', 'not-found'],
    async handle(inspection, { query }) {
      const fields = await (await driftOf(inspection)).fields(kindOf(query));
      return fields ? json(fields) : noEvents();
    },
  }),
  route({
    method: 'get',
    path: '/drift/shape',
    summary: 'What bodies of one event type look like: as TypeScript, JSON Schema or zod',
    query: ShapeQuery,
    answers: ShapeText,
    problems: ['query-invalid', 'not-found'],
    async handle(inspection, { query: { format, samples, ...type } }) {
      const shape = await (await driftOf(inspection)).shape(kindOf(type), format, samples === '1');
      return shape ? json(shape) : refused(problem('not-found', 'No JSON body of this type was seen.'));
    },
  }),
  route({
    method: 'get',
    path: '/events/:id/drift',
    summary: 'What the body of one event has that those of its type before it had not',
    params: z.object({ id: EventId }),
    answers: EventDrift,
    problems: ['not-found'],
    async handle(inspection, { params: { id } }) {
      const drift = await (await driftOf(inspection)).event(id);
      return drift ? json(drift) : refused(problem('not-found', `There is no event ${id}.`));
    },
  }),
];
