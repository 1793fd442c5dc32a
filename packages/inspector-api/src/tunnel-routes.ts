import { TunnelReport, TunnelRetry } from '@hooktap/protocol';
import { json } from './answer.ts';
import { type Route, route } from './route.ts';

/** The way in from the internet. */
export const tunnelRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/tunnel',
    summary: 'Where the tunnel stands, its states, probes and URLs in this run',
    answers: TunnelReport,
    handle: ({ tunnel }) => json(tunnel.report()),
  }),
  route({
    method: 'post',
    path: '/tunnel/retry',
    summary: 'Try the tunnel again now, or look now whether requests come through',
    answers: TunnelRetry,
    handle: ({ tunnel }) => json(tunnel.retry()),
  }),
];
