import { TunnelReport, TunnelRetry } from '@hooktap/protocol';
import type { Requests } from './requests.ts';

type Signal = AbortSignal | undefined;

/** The way in from the internet. */
export interface TunnelCalls {
  /** Where it stands and how it came to that. */
  tunnel(signal?: Signal): Promise<TunnelReport>;
  /** Tries at once, or says why not. */
  retryTunnel(signal?: Signal): Promise<TunnelRetry>;
}

export const tunnelCalls = (requests: Requests): TunnelCalls => ({
  tunnel: (signal) => requests.json(TunnelReport, '/api/tunnel', { signal }),
  retryTunnel: (signal) => requests.json(TunnelRetry, '/api/tunnel/retry', { method: 'POST', signal }),
});
