import { type Client, type ClientOptions, createClient as createClientAnywhere } from '@hooktap/client';
import { WebSocket } from 'ws';

export * from '@hooktap/client';

/** Node 20 has no WebSocket of its own. */
export const createClient = (options: ClientOptions): Client =>
  createClientAnywhere('WebSocket' in globalThis ? options : { WebSocket, ...options });
