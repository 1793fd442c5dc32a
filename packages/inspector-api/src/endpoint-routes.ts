import type { EndpointVerb } from '@hooktap/core';
import { Endpoint, EndpointConfig, EndpointName, Endpoints } from '@hooktap/protocol';
import * as z from 'zod';
import { json, refused } from './answer.ts';
import { outcomeAnswer } from './outcome-answer.ts';
import { problem } from './problems.ts';
import { type Route, route } from './route.ts';

const params = z.object({ name: EndpointName });
/** The name stands in the path already. */
const Body = z.looseObject({ name: EndpointName.optional() });

const verbs: Readonly<Record<EndpointVerb, string>> = {
  pause: 'Hold everything that comes',
  resume: 'Deliver again, what was held first and in order',
  hold: 'Hold what comes while the handler is down',
  release: 'Hold no more, and send what is held',
  breakpoint: 'Make every event wait for a person',
};

export const endpointRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/endpoints',
    summary: 'Every endpoint with its configuration, switches and queue',
    answers: Endpoints,
    handle: ({ endpoints }) => json({ items: endpoints.list() }),
  }),
  route({
    method: 'get',
    path: '/endpoints/:name',
    summary: 'One endpoint',
    params,
    answers: Endpoint,
    problems: ['not-found'],
    handle({ endpoints }, { params: { name } }) {
      const endpoint = endpoints.get(name);
      return endpoint ? json(endpoint) : refused(problem('not-found', `There is no endpoint '${name}'.`));
    },
  }),
  route({
    method: 'put',
    path: '/endpoints/:name',
    summary: 'Make or replace an endpoint; secrets that are left out stay as they were',
    params,
    body: Body,
    answers: Endpoint,
    problems: ['body-invalid', 'endpoint-invalid', 'read-only'],
    async handle({ endpoints }, { params: { name }, body }) {
      const config = EndpointConfig.safeParse({ ...body, name });
      if (config.success) return outcomeAnswer(await endpoints.put(config.data));
      const errors = config.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      return refused(problem('body-invalid', 'This is no configuration of an endpoint.', { errors }));
    },
  }),
  route({
    method: 'delete',
    path: '/endpoints/:name',
    summary: 'Remove an endpoint; what waits for it is cancelled',
    params,
    answers: z.null(),
    problems: ['not-found', 'read-only'],
    handle: async ({ endpoints }, { params: { name } }) => outcomeAnswer(await endpoints.remove(name)),
  }),
  ...Object.entries(verbs).map(([verb, summary]) =>
    route({
      method: 'post',
      path: `/endpoints/:name/${verb}`,
      summary,
      params,
      answers: Endpoint,
      problems: ['not-found'],
      handle: async ({ endpoints }, { params: { name } }) =>
        outcomeAnswer(await endpoints.change(name, verb as EndpointVerb)),
    }),
  ),
];
