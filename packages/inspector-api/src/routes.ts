import { RejectedRequests, Status } from '@hooktap/protocol';
import { accessRoutes } from './access-routes.ts';
import { json } from './answer.ts';
import { archiveRoutes } from './archive-routes.ts';
import { batchRoutes } from './batch-routes.ts';
import { bodyRoutes } from './body-routes.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { driftRoutes } from './drift-routes.ts';
import { endpointRoutes } from './endpoint-routes.ts';
import { eventRoutes } from './event-routes.ts';
import { listRoutes } from './list-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import { registrationRoutes } from './registration-routes.ts';
import { replayOnSaveRoutes } from './replay-on-save-routes.ts';
import { type Route, route } from './route.ts';
import { savedRequestRoutes } from './saved-request-routes.ts';
import { tunnelRoutes } from './tunnel-routes.ts';

/** Every route of the API, in the order in which they are tried. */
export const routes: readonly Route[] = [
  route({
    method: 'get',
    path: '/status',
    summary: 'Where Hooktap stands: receiver, tunnel, targets, counts',
    answers: Status,
    async handle(inspection) {
      const status = inspection.status();
      const derivedBytes = await inspection.store.derivedBytes();
      return json({ ...status, sizes: { ...status.sizes, derivedBytes } });
    },
  }),
  ...archiveRoutes,
  ...eventRoutes,
  ...bodyRoutes,
  ...deliveryRoutes,
  ...batchRoutes,
  ...endpointRoutes,
  ...listRoutes,
  ...providerRoutes,
  ...driftRoutes,
  ...registrationRoutes,
  ...tunnelRoutes,
  ...savedRequestRoutes,
  ...replayOnSaveRoutes,
  ...accessRoutes,
  route({
    method: 'get',
    path: '/rejected',
    summary: 'Requests that the HTTP parser refused',
    answers: RejectedRequests,
    handle: ({ store }) => json(store.rejected()),
  }),
  route({
    method: 'get',
    path: '/openapi.json',
    summary: 'This API as an OpenAPI document',
    answers: 'json',
    async handle({ version }) {
      // Only who asks for it pays for making it.
      const { openApiDocument } = await import('./openapi.ts');
      return json(openApiDocument(routes, version));
    },
  }),
];
